using Hkall.Domain.Calendar;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Model;

namespace Hkall.Domain.Moving;

/// <summary>
/// Moves the dates that we gave a patron and that end on a day that is closed now. No date moves to an earlier day. A lender's own date
/// is not ours to move, even where ours then lies behind it.
/// </summary>
internal static class MovingRules
{
    public static Decision<PatronRequest, RequestEvent> Move(DecisionBuilder decision, MoveDates order) =>
        Moves(decision, order).ToList() is { Count: > 0 } dates
            ? WaitAgain(decision.Record(new DatesMoved(order.Cause, dates))).Decided()
            : decision.Ignored("No date of it ends on a day that the change closes.");

    public static Decision<PatronRequest, RequestEvent> Tell(DecisionBuilder decision, TellMovedDates order) =>
        decision.Request.MovesTold?.Contains(order.Cause) == true
            ? decision.Ignored("The patron has been told.")
            : decision
                .Record(new MovedDatesTold(order.Cause))
                .Notify(Notice.DatesMoved, new NoticeFacts { Closure = order.Closure, Moved = order.Items })
                .Decided();

    private static IEnumerable<MovedDate> Moves(DecisionBuilder decision, MoveDates order)
    {
        var request = decision.Request;
        return request.Status switch
        {
            RequestStatus.ReadyForPickup => Moved(decision, order, PatronDate.Pickup, request.Shelf?.Until),
            RequestStatus.LibraryUse => Moved(decision, order, PatronDate.LibraryUse, request.Shelf?.Until),
            RequestStatus.OnLoan or RequestStatus.Recalled => OfLoan(decision, order),
            RequestStatus.AwaitingCostDecision => Moved(decision, order, PatronDate.CostDecision, request.Quote?.DecideBy),
            RequestStatus.InReview => Moved(decision, order, PatronDate.OfferDecision, request.Offer?.DecideBy),
            RequestStatus.AwaitingDeclaration => Moved(decision, order, PatronDate.Declaration, request.Declaring?.Until),
            RequestStatus.ReadyToDownload => OfDownload(decision, request.Download!.Until),

            // A date that has passed is not given again, and the others wait for a library or for staff.
            RequestStatus.Overdue or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
                or RequestStatus.OutForDelivery or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled
                or RequestStatus.Lost => [],
        };
    }

    private static IEnumerable<MovedDate> Moved(DecisionBuilder decision, MoveDates order, PatronDate what, DateOnly? date) =>
        date is { } from && OffClosedDay(decision, order, from) is var to && to != from ? [new MovedDate(what, from, to)] : [];

    /// <summary>A download needs no counter, but the help desk that answers for it: it does not end on a day on which we say that we are closed.</summary>
    private static IEnumerable<MovedDate> OfDownload(DecisionBuilder decision, DateOnly until) =>
        until >= decision.Today && decision.Calendar.AfterClosure(until) is var to && to != until ? [new MovedDate(PatronDate.Download, until, to)] : [];

    /// <summary>
    /// A closure before the due date would bring the last day to ask for a renewal forward, since that is counted back from it. The patron
    /// keeps the day that they were given.
    /// </summary>
    private static IEnumerable<MovedDate> OfLoan(DecisionBuilder decision, MoveDates order)
    {
        if (decision.Request.Loan is not { DueOn: { } dueOn } loan)
        {
            yield break;
        }

        var newDue = OffClosedDay(decision, order, dueOn);
        if (newDue != dueOn)
        {
            yield return new MovedDate(PatronDate.Due, dueOn, newDue);
        }

        var given = Renewal.Of(decision.Request, decision.Now, decision.Book with { Calendar = order.Before }, blocked: null);
        if (given is not { Possible: true, By: { } by } || loan.RenewalAsked || IsCounted(decision.Request, order.Cause, dueOn))
        {
            yield break;
        }

        var open = OffClosedDay(decision, order, by);
        var counted = Renewal.LastDay(loan with { DueOn = newDue }, decision.Book with { Calendar = After(decision, order) })!.Value;
        var kept = counted > open ? counted : open;
        if (kept != counted || (kept != by && newDue != dueOn))
        {
            yield return new MovedDate(PatronDate.RenewBy, by, kept);
        }
    }

    /// <summary>Whether the last day to ask for a renewal has been counted for this change: its due date moved, or the patron kept the day.</summary>
    private static bool IsCounted(PatronRequest request, string cause, DateOnly dueOn) => request.Moved?.Any(moved => moved.Cause == cause
        && moved.Dates.Any(date => (date.What == PatronDate.Due && date.To == dueOn)
            || (date.What == PatronDate.RenewBy && request.Loan!.RenewalPromise?.DueOn == dueOn))) == true;

    /// <summary>A date of some days ago that nobody has acted on yet moves too, if the next working day is still to come.</summary>
    private static DateOnly OffClosedDay(DecisionBuilder decision, MoveDates order, DateOnly date) =>
        order.Closed.Any(days => days.Contains(date)) && After(decision, order).WorkingDayOnOrAfter(date) is var open && open >= decision.Today ? open : date;

    /// <summary>The calendar with the change, which this host may not have read yet.</summary>
    private static LibraryCalendar After(DecisionBuilder decision, MoveDates order) => decision.Calendar.ButClosed(order.Closed);

    /// <summary>The request waits until its new date. A renewal that the lender has been asked for is awaited as before.</summary>
    private static DecisionBuilder WaitAgain(DecisionBuilder decision) => decision.Request.Status switch
    {
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse => Receiving.WaitForPatron(decision),
        RequestStatus.OnLoan or RequestStatus.Recalled =>
            decision.Request.Loan is { RenewalAsked: true } ? decision : DueDates.WaitForReturn(decision),
        RequestStatus.AwaitingCostDecision => ChargingRules.WaitForDecision(decision),
        RequestStatus.InReview => Offering.WaitForDecision(decision),
        RequestStatus.AwaitingDeclaration => DeclaringRules.Wait(decision),
        RequestStatus.ReadyToDownload => Downloads.WaitForDownload(decision),
        RequestStatus.Overdue or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.OutForDelivery or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled
            or RequestStatus.Lost => decision,
    };
}
