using Hkall.Domain.Accounts;
using Hkall.Domain.Citations;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Placing;

/// <summary>Decides whether a patron may place a request, and what happens when they do.</summary>
public static class PlacingRules
{
    private const int ShortNumberCharacters = 6;

    public static Decision<PatronRequest, RequestEvent> Decide(PlaceRequest order, DateTimeOffset now, RuleBook book)
    {
        bool MayHaveItFrom(Tier tier) => book.Policy.Privileges[order.Group].For(tier).For(order.Service) != Access.NotAllowed;
        if (!order.AcceptTiers.Any(MayHaveItFrom))
        {
            return DecisionBuilder.Refuse(Refusal.NotEligible, $"Patrons of your group cannot have a {Names.Of(order.Service)} from there.");
        }

        if (order.ReviewWhy is null && HeldOnlyElsewhere.Refusal(order, book.Policy) is { } elsewhere)
        {
            return elsewhere;
        }

        if (Blocks.Of(order.Own, order.OpenRequests.Concat(order.Owing), book.Calendar.DateOf(now), book) is [var block, ..])
        {
            return DecisionBuilder.Refuse(Refusal.Blocked, block.Why);
        }

        if (order.OpenRequests.FirstOrDefault(held =>
            held.Status.ConcernsPatron() && held.Service == order.Service && Likeness.AreAlike(held.Item, order.Item)) is { } same)
        {
            return DecisionBuilder.Refuse(Refusal.DuplicateRequest, $"You already have a request for this item (no. {ShortNumber(same.Id)}).");
        }

        ReasonCode? unclear = null;
        if (order.Service == ServiceType.Copy)
        {
            var law = CopyrightLaw.On(book.Calendar.DateOf(now));
            var limits = CopyLimits.Judge(order.Item, order.EarlierCopies, law);
            if (limits.Exceeded is { } over)
            {
                return DecisionBuilder.Refuse(Refusal.CopyrightLimit, over);
            }

            unclear = limits.Unclear;

            if (order.Declaration is { } declaration && !declaration.IsSignedBy(order.SignedBy))
            {
                return DeclaringRules.Unsigned(law);
            }
        }

        if (order.Office is not null && !OfficeDelivery.MayHave(order.Group))
        {
            return DecisionBuilder.Refuse(Refusal.NotOfficeEligible, "Delivery to an office is for members of staff.");
        }

        var quota = Quota.Of(order.Group, [.. order.OpenRequests.Where(request => request.Id != order.Replaces)], order.Own, book.Policy);
        if (quota.IsReached(order.Service))
        {
            return DecisionBuilder.Refuse(Refusal.QuotaReached, quota.Told);
        }

        var isUnknown = order.Own is null && order.OpenRequests.Count >= book.Policy.OwnAccountUnknown.AllowUpTo;
        if (isUnknown && book.Policy.OwnAccountUnknown.Then == UnknownThen.Refuse)
        {
            return DecisionBuilder.Refuse(
                Refusal.AccountUnknown,
                "The Library's system does not say at present what you have checked out. Please try again later, or ask at the Service Counter.");
        }

        var (rota, reserve) = RotaLists.Of(order.Rota, MayHaveItFrom, order.AcceptTiers.Contains, listed: 0);
        var placed = new RequestPlaced(
            order.PatronId,
            order.Group,
            order.Service,
            order.Item,
            order.NeededBy,
            order.Note,
            rota,
            book.Policy.Version,
            order.MaxCost,
            order.Declaration,
            order.Office,
            [.. order.AcceptTiers.Distinct().Order()],
            reserve.Count > 0 ? reserve : null,
            order.Replaces,
            order.Related.Count > 0 ? order.Related : null,
            order.By)
        {
            FreeCopy = order.FreeCopy,
            FreeCopyDeclined = order is { FreeCopy: not null, FreeCopySeen: true },
        };
        var decision = DecisionBuilder.ForPlacing(order.RequestId, placed, now, book);
        if (order.Routing is { } routing)
        {
            decision.Record(new RotaRanked(routing));
        }

        var isRelated = order is { Service: ServiceType.Copy, Related.Count: > 0 };
        if ((order.ReviewWhy ?? unclear ?? (isRelated ? ReviewingRules.RelatedRequest : isUnknown ? ReasonCode.AccountUnknown : null)) is { } why)
        {
            return ReviewingRules.Begin(decision, why).Decided();
        }

        if (order is { Service: ServiceType.Copy, Declaration: null } && CopyrightLaw.On(decision.Today).DeclarationFirst)
        {
            return DeclaringRules.Await(decision).Decided();
        }

        if (rota is [var first, ..])
        {
            decision.Notify(Notice.RequestPlaced, new NoticeFacts
            {
                Estimate = Asking.EstimateFrom(decision, first),
                FreeCopy = placed.FreeCopyDeclined ? null : order.FreeCopy,
            });
        }

        return Asking.AskNext(decision).Decided();
    }

    /// <summary>As mails and pages name a request.</summary>
    private static string ShortNumber(string id) => id[^Math.Min(ShortNumberCharacters, id.Length)..];
}
