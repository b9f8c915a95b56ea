using Hkall.Domain.Supplying;

namespace Hkall.Domain.Escalating;

/// <summary>
/// Handles a request when no library is left. We first ask the patron about the alternatives they had not allowed; then staff look
/// for another way; only then the request closes, and the patron reads what they can do instead.
/// </summary>
internal static class Offering
{
    /// <summary>No library is left within the limits that the patron allowed.</summary>
    public static DecisionBuilder NobodyLeft(DecisionBuilder decision) => AlternativeSearch.Left(decision) is [_, ..] ways ? Offer(decision, ways) : FurtherSearch.Begin(decision);

    private static DecisionBuilder Offer(DecisionBuilder decision, IReadOnlyList<OfferedAlternative> ways)
    {
        var decideBy = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.OfferDecisionDays));
        decision.Record(new OfferMade(ways, decideBy)).Notify(Notice.OfferDecision, new NoticeFacts { Date = decideBy, Ways = ways });
        return WaitForDecision(decision);
    }

    private static DecisionBuilder WaitForDecision(DecisionBuilder decision)
    {
        var offer = decision.Request.Offer!;
        var reminder = decision.Calendar.StartOf(decision.Calendar.AddWorkingDays(offer.DecideBy, -decision.Policy.OfferReminderWorkingDays));
        return !offer.Reminded && reminder > decision.Now
            ? decision.SetDeadline(DeadlineKind.OfferReminder, reminder)
            : decision.SetDeadline(DeadlineKind.OfferDecision, decision.Calendar.EndOf(offer.DecideBy));
    }

    public static Decision<PatronRequest, RequestEvent> Remind(DecisionBuilder decision)
    {
        var offer = decision.Request.Offer!;
        if (decision.Now >= decision.Calendar.EndOf(offer.DecideBy))
        {
            return Lapse(decision);
        }

        decision.Record(new OfferReminded()).Notify(Notice.OfferReminder, new NoticeFacts { Date = offer.DecideBy, Ways = offer.Ways });
        return WaitForDecision(decision).Decided();
    }

    /// <summary>No answer is a no: we try nothing that the patron did not allow, and staff look for another way.</summary>
    public static Decision<PatronRequest, RequestEvent> Lapse(DecisionBuilder decision) => Declined(decision, "no-answer");

    public static Decision<PatronRequest, RequestEvent> Decide(DecisionBuilder decision, DecideOffer order)
    {
        if (decision.Request is not { Status: RequestStatus.InReview, Offer: { } offer })
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, "No offer is waiting for a decision.");
        }

        // The clock decides, not the timer, as for every date given to a patron.
        if (decision.Now >= decision.Calendar.EndOf(offer.DecideBy))
        {
            return DecisionBuilder.Refuse(Refusal.NothingToDecide, $"The offer could be taken until {offer.DecideBy:yyyy-MM-dd}.");
        }

        return order.Way is { } way ? Accept(decision, offer, way, order.ReplacedBy) : Declined(decision, "by-patron");
    }

    private static Decision<PatronRequest, RequestEvent> Accept(DecisionBuilder decision, Offer offer, Alternative way, string? replacedBy)
    {
        if (offer.Ways.All(offered => offered.Way != way))
        {
            return DecisionBuilder.Refuse(Refusal.NotOffered, $"The offer is: {string.Join(", ", offer.Ways.Select(offered => Names.Of(offered.Way)))}.");
        }

        if (way.LeadsToTier() is not null)
        {
            return Asking.AskNext(decision.Record(new OfferAccepted(way))).Decided();
        }

        // The other service has other libraries, other limits and another declaration, so it needs another request.
        return replacedBy is null
            ? DecisionBuilder.Refuse(Refusal.NotOffered, "The other service is another request, and that has not been placed.")
            : decision.Record(new OfferAccepted(way)).Record(new RequestReplaced(replacedBy)).Decided();
    }

    private static Decided<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, string why) =>
        FurtherSearch.Begin(decision.Record(new OfferDeclined(why))).Decided();
}
