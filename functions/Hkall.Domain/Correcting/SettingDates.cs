using Hkall.Domain.Delivering;
using Hkall.Domain.Model;

namespace Hkall.Domain.Correcting;

/// <summary>Staff set the dates of a loan: a mistyped date, an extension, a lender's later date by letter.</summary>
/// <remarks>A fine of an item that is out is computed from its due date, so a later date takes with it what had grown until then.</remarks>
internal static class SettingDates
{
    public static Decision<PatronRequest, RequestEvent> Set(DecisionBuilder decision, SetDates order)
    {
        if (decision.Request.Service == ServiceType.Copy)
        {
            return DecisionBuilder.Refuse(Refusal.NotALoan, "A copy has no due date.");
        }

        if (order.DueOn is not null && !decision.Request.Status.IsWithPatron() && decision.Request.Status.IsOpen())
        {
            return DecisionBuilder.Refuse(Refusal.NotWithPatron, "Only an item that is checked out has a due date for its patron.");
        }

        return decision.Request.Status.Stage() switch
        {
            RequestStage.InTransit or RequestStage.Returning => LendersOnly(decision, order),
            RequestStage.AtLibrary => OnShelf(decision, order),
            RequestStage.WithPatron => OfLoan(decision, order),
            RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing =>
                DecisionBuilder.Refuse(Refusal.NotShipped, "Nothing has been lent yet."),
            RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.NotALoan, "A copy has no due date."),
            RequestStage.Closed => DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
        };
    }

    private static Decision<PatronRequest, RequestEvent> LendersOnly(DecisionBuilder decision, SetDates order) => IsAsBefore(decision, order)
        ? decision.Ignored("It says so already.")
        : decision.Record(new DatesSet(null, order.LenderDueOn, order.Reason)).Decided();

    /// <summary>The last day on the shelf follows the lender's date; a patron who was told an earlier one hears of the new one.</summary>
    private static Decision<PatronRequest, RequestEvent> OnShelf(DecisionBuilder decision, SetDates order)
    {
        if (IsAsBefore(decision, order))
        {
            return decision.Ignored("It says so already.");
        }

        decision.Record(new DatesSet(null, order.LenderDueOn, order.Reason));
        if (decision.Request is not { Status: RequestStatus.ReadyForPickup, Shelf: { } shelf } || Receiving.PickupUntil(decision) == shelf.Until)
        {
            return decision.Decided();
        }

        decision.Record(new ItemReceived(Receiving.PickupUntil(decision), LibraryUseOnly: false));
        decision.Notify(Notice.ReadyForPickup, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = decision.Request.Shelf!.Until });
        return Receiving.WaitForPatron(decision).Decided();
    }

    private static Decision<PatronRequest, RequestEvent> OfLoan(DecisionBuilder decision, SetDates order)
    {
        var loan = decision.Request.Loan!;
        var lender = order.LenderDueOn ?? loan.LenderDueOn;
        var dueOn = order.DueOn is { } wished ? OnOpenDay(decision, wished, lender) : Following(decision, loan, lender);
        if (order.DueOn is not null && dueOn < decision.Today)
        {
            return DecisionBuilder.Refuse(Refusal.DateNotPossible, "A due date is today or later.");
        }

        if (order.DueOn is not null && lender is { } latest && dueOn > latest)
        {
            return DecisionBuilder.Refuse(
                Refusal.DateNotPossible,
                FormattableString.Invariant($"The lending library wants it back by {latest:yyyy-MM-dd}: set its date first, or with this one."));
        }

        if (IsAsBefore(decision, order) && dueOn == loan.DueOn)
        {
            return decision.Ignored("It says so already.");
        }

        decision.Record(new DatesSet(dueOn == loan.DueOn ? null : dueOn, order.LenderDueOn, order.Reason));
        if (dueOn == loan.DueOn)
        {
            return decision.Decided();
        }

        decision.Notify(Notice.DueDateSet, new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Date = dueOn,
            RenewBy = Renewal.OfferedUntil(decision),
        });
        return OnLoanAgain.Wait(decision).Decided();
    }

    private static bool IsAsBefore(DecisionBuilder decision, SetDates order) =>
        order.LenderDueOn is null || order.LenderDueOn == decision.Request.Loan?.LenderDueOn;

    /// <summary>No item falls due on a closed day: the next open one, unless its lender wants it earlier.</summary>
    private static DateOnly OnOpenDay(DecisionBuilder decision, DateOnly wished, DateOnly? lender)
    {
        var open = decision.Calendar.WorkingDayOnOrAfter(wished);
        return lender is { } latest && open > latest && wished <= latest ? decision.Calendar.WorkingDayOnOrBefore(wished) : open;
    }

    /// <summary>
    /// The due date that follows from the lender's: as it would have been at the check-out, or as it is if it was renewed or recalled
    /// since; never later than the lender allows.
    /// </summary>
    private static DateOnly? Following(DecisionBuilder decision, Loan loan, DateOnly? lender)
    {
        var ours = loan is { Renewals: 0, Recalled: false, CheckedOutOn: { } since }
            ? decision.Calendar.WorkingDayOnOrAfter(since.AddDays(decision.Policy.LoanDays[decision.Request.Group]))
            : loan.DueOn!.Value;
        return lender is { } date && decision.Request.Supplier is { } supplier
            ? DueDates.NotAfterLender(decision, ours, date, supplier.Tier)
            : ours;
    }
}
