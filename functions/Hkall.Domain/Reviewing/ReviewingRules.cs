using Hkall.Domain.Copyright;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Reviewing;

/// <summary>"Didn't find what you need? Library staff is pleased to help" (page): requests that staff complete before they go out.</summary>
public static class ReviewingRules
{
    /// <summary>Why staff look at a copy that others have requested too. Only staff see this; no patron learns of another.</summary>
    public const ReasonCode RelatedRequest = ReasonCode.RelatedRequest;

    internal static DecisionBuilder Begin(DecisionBuilder decision, ReasonCode why) => decision
        .Record(new SentToReview(why))
        .Notify(Notice.InReview, new NoticeFacts { Reason = why == RelatedRequest ? null : why })
        .SetDeadline(DeadlineKind.Review, decision.Policy.Review);

    /// <summary>Sends the request to the libraries; if none is left, offers the patron the alternatives they have not been asked about yet.</summary>
    internal static Decision<PatronRequest, RequestEvent> Approve(DecisionBuilder decision)
    {
        if (decision.Request.Status != RequestStatus.InReview)
        {
            return NotInReview;
        }

        if (decision.Request.Rota.All(entry => entry.Standing != RotaStatus.Waiting))
        {
            if (decision.Request.Offer is not null)
            {
                return decision.Ignored("The patron is being asked.");
            }

            if (AlternativeSearch.Left(decision) is [])
            {
                return DecisionBuilder.Refuse(Refusal.NobodyToAsk, "No library is left to ask: add one, correct the item, or close the request as unfilled.");
            }
        }

        return Approved(decision.Record(new RequestApproved())).Decided();
    }

    private static DecisionBuilder Approved(DecisionBuilder decision) =>
        decision.Request.Service == ServiceType.Copy && decision.Request.Declaration is null && CopyrightLaw.On(decision.Today).DeclarationFirst
            ? DeclaringRules.Await(decision)
            : Asking.AskNext(decision);

    internal static Decision<PatronRequest, RequestEvent> Reject(DecisionBuilder decision, RejectRequest order) =>
        decision.Request.Status == RequestStatus.InReview
        ? decision.Record(new RequestRejected(order.Why)).Notify(Notice.Rejected, new NoticeFacts { Reason = order.Why }).Decided()
        : NotInReview;

    /// <summary>The table of privileges and the limit of the rota also apply to libraries found by staff.</summary>
    internal static Decision<PatronRequest, RequestEvent> Edit(DecisionBuilder decision, EditRequest order)
    {
        var request = decision.Request;
        if (request.Status != RequestStatus.InReview)
        {
            return NotInReview;
        }

        // We do not ask a library twice under the same request, and one that we asked may still send messages about it.
        IReadOnlyList<RotaEntry> asked = [.. request.Rota.Where(entry => entry.WasAsked)];
        var holders = order.Rota.Where(holder => asked.All(entry => entry.Symbol != holder.Symbol));
        var (fresh, reserve) = RotaLists.Of(
            holders, tier => decision.Policy.Privileges[request.Group].For(tier).For(request.Service) != Access.NotAllowed, request.Accepts, asked.Count);
        IReadOnlyList<RotaEntry> rota = [.. asked, .. fresh];
        if (request.Item == order.Item && SameLibraries(request.Rota, rota) && SameLibraries(request.Reserve, reserve))
        {
            return decision.Ignored("It says so already.");
        }

        decision.Record(new RequestEdited(order.Item, rota, reserve));
        return (order.Routing is { } routing ? decision.Record(new RotaRanked(routing)) : decision).Decided();
    }

    private static bool SameLibraries(IReadOnlyList<RotaEntry> before, IReadOnlyList<RotaEntry> after) =>
        before.Select(entry => entry.Symbol).SequenceEqual(after.Select(entry => entry.Symbol));

    private static Refused<PatronRequest, RequestEvent> NotInReview => new(Refusal.NotInReview, "The request is not waiting for staff to review it.");
}
