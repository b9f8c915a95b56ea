using Hkall.Domain.Model;

namespace Hkall.Domain.Escalating;

/// <summary>
/// Handles a request when no library is left. We first ask the patron about the alternatives they had not allowed; then staff look
/// for another way; only then the request closes, and the patron reads what they can do instead.
/// </summary>
internal static class Offering
{
    /// <summary>No library is left within the limits that the patron allowed.</summary>
    public static DecisionBuilder NobodyLeft(DecisionBuilder decision) =>
        AlternativeSearch.Left(decision) is [_, ..] ways ? Offer(decision, ways) : FurtherSearch.Begin(decision);

    private static DecisionBuilder Offer(DecisionBuilder decision, IReadOnlyList<OfferedAlternative> ways)
    {
        var decideBy = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.OfferDecisionDays));
        decision.Record(new OfferMade(ways, decideBy)).Notify(Notice.OfferDecision, new NoticeFacts { Date = decideBy, Ways = ways });
        return WaitForDecision(decision);
    }

    internal static DecisionBuilder WaitForDecision(DecisionBuilder decision)
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
    public static Decision<PatronRequest, RequestEvent> Lapse(DecisionBuilder decision) => Declined(decision, ReasonCode.NoAnswer);

    internal static Decided<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, StatedReason why) =>
        FurtherSearch.Begin(decision.Record(new OfferDeclined(why))).Decided();
}
