using Hkall.Requests.Supplying;

namespace Hkall.Requests.Escalating;

/// <summary>
/// No request dies silently: when nobody is left to ask, the patron is asked about what they had not allowed, then staff look
/// for another way, and only then it is closed with what can be done instead.
/// </summary>
internal static class Offering
{
    /// <summary>Nobody is left to ask as far as the patron allowed.</summary>
    public static Draft NobodyLeft(Draft draft) => Ways.Left(draft) is [_, ..] ways ? Offer(draft, ways) : FurtherSearch.Begin(draft);

    private static Draft Offer(Draft draft, IReadOnlyList<OfferedWay> ways)
    {
        var decideBy = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.OfferDecisionDays));
        draft.Then(new OfferMade(ways, decideBy)).Tell(Notice.OfferDecision, new NoticeFacts { Date = decideBy, Ways = ways });
        return WaitForDecision(draft);
    }

    private static Draft WaitForDecision(Draft draft)
    {
        var offer = draft.Request.Offer!;
        var reminder = draft.Calendar.StartOf(draft.Calendar.AddWorkingDays(offer.DecideBy, -draft.Policy.OfferReminderWorkingDays));
        return !offer.Reminded && reminder > draft.Now
            ? draft.WaitFor(Awaited.OfferReminder, reminder)
            : draft.WaitFor(Awaited.OfferDecision, draft.Calendar.EndOf(offer.DecideBy));
    }

    public static Decision Remind(Draft draft)
    {
        var offer = draft.Request.Offer!;
        if (draft.Now >= draft.Calendar.EndOf(offer.DecideBy))
        {
            return Lapse(draft);
        }

        draft.Then(new OfferReminded()).Tell(Notice.OfferReminder, new NoticeFacts { Date = offer.DecideBy, Ways = offer.Ways });
        return WaitForDecision(draft).Decided();
    }

    /// <summary>No answer is a no: nothing that the patron did not allow is tried, and staff look for another way.</summary>
    public static Decision Lapse(Draft draft) => Declined(draft, "no-answer");

    public static Decision Decide(Draft draft, DecideOffer order)
    {
        if (draft.Request is not { Status: RequestStatus.InReview, Offer: { } offer })
        {
            return new Refused(Refusal.NothingToDecide, "No offer is waiting for a decision.");
        }

        // The clock decides, not the timer, as with every date a patron was given.
        if (draft.Now >= draft.Calendar.EndOf(offer.DecideBy))
        {
            return new Refused(Refusal.NothingToDecide, $"The offer could be taken until {offer.DecideBy:yyyy-MM-dd}.");
        }

        return order.Way is { } way ? Accept(draft, offer, way, order.ReplacedBy) : Declined(draft, "by-patron");
    }

    private static Decision Accept(Draft draft, Offer offer, Way way, string? replacedBy)
    {
        if (offer.Ways.All(offered => offered.Way != way))
        {
            return new Refused(Refusal.NotOffered, $"The offer is: {string.Join(", ", offer.Ways.Select(offered => Names.Of(offered.Way)))}.");
        }

        if (way.LeadsToTier() is not null)
        {
            return Asking.AskNext(draft.Then(new OfferAccepted(way))).Decided();
        }

        // The libraries, the limits and the declaration of the other service are other ones, so it is another request.
        return replacedBy is null
            ? new Refused(Refusal.NotOffered, "The other service is another request, and that has not been placed.")
            : draft.Then(new OfferAccepted(way)).Then(new RequestReplaced(replacedBy)).Decided();
    }

    private static Decided Declined(Draft draft, string why) => FurtherSearch.Begin(draft.Then(new OfferDeclined(why))).Decided();
}
