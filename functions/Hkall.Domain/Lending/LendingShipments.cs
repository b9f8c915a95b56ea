using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>From the shelf to the parcel.</summary>
internal static class LendingShipments
{
    public static Decision<LendingRequest, LendingEvent> Pull(LendingDecisionBuilder decision, PullItem order) => decision.Request.Status.Stage() switch
    {
        LendingStage.Preparing => decision.Request.Status == LendingStatus.ToPull ? Pulled(decision, order) : decision.Ignored("It has been fetched already."),
        LendingStage.Answering => NotPromised(),
        LendingStage.Withdrawing => LendingDecisionBuilder.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
            LendingDecisionBuilder.Refuse(Refusal.TooLate, "It has been supplied already."),
        LendingStage.Closed => SupplyDecisions.Closed(),
    };

    private static Decided<LendingRequest, LendingEvent> Pulled(LendingDecisionBuilder decision, PullItem order)
    {
        decision.Record(new ItemPulled(order.Barcode));
        return (decision.Request.Service switch
        {
            ServiceType.Loan => decision.SetDeadline(DeadlineKind.LendingShipping, decision.Policy.Shipping),
            ServiceType.Copy => decision.SetDeadline(DeadlineKind.LendingScanning, decision.Policy.Scanning),
        }).Decided();
    }

    /// <summary>A shipped item is on loan, whatever the borrower asked meanwhile: a cancellation that came too late is declined with it.</summary>
    public static Decision<LendingRequest, LendingEvent> Ship(LendingDecisionBuilder decision, ShipItem order)
    {
        if (decision.Request.Service == ServiceType.Copy)
        {
            return LendingDecisionBuilder.Refuse(Refusal.NotALoan, "The request is for a copy, not for a loan.");
        }

        return decision.Request.Status.Stage() switch
        {
            LendingStage.Preparing or LendingStage.Withdrawing => (order.Barcode ?? decision.Request.Barcode ?? decision.Request.Holding.Barcode) is { } barcode
                ? Shipped(decision, order, barcode)
                : LendingDecisionBuilder.Refuse(Refusal.BarcodeRequired, "The barcode of what is shipped is not known."),
            LendingStage.Answering => NotPromised(),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
                LendingDecisionBuilder.Refuse(Refusal.TooLate, "It has been shipped already."),
            LendingStage.Closed => SupplyDecisions.Closed(),
        };
    }

    private static Decided<LendingRequest, LendingEvent> Shipped(LendingDecisionBuilder decision, ShipItem order, string barcode)
    {
        var ours = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(decision.Policy.LoanDays));

        // An item cannot be due before it can have arrived.
        var dueOn = order.DueOn is { } named && named > decision.Today ? named : ours;
        if (decision.Request.Status == LendingStatus.CancelAsked)
        {
            decision.Record(new LendingCancelDeclined(ReasonCode.Shipped))
                .Message(SupplyingAction.CancelDeclined, facts => facts with { Note = "It has been shipped." });
        }

        var charge = decision.Request.Fee is { } fee ? new Charge(decision.Today, ChargeFor.Loan, fee) : null;
        decision.Record(new ItemLent(barcode, dueOn, order.Conditions ?? decision.Request.Conditions, charge));
        decision.Message(
            SupplyingAction.Loaned, facts => facts with { Barcode = barcode, Conditions = decision.Request.Conditions, Cost = decision.Request.Fee })
                .Enqueue(new CountLent(decision.Request.Borrower.Symbol));
        return LoanPeriods.WaitForReturn(decision).Decided();
    }

    /// <summary>Promised and not sent: staff are reminded, and in the end we tell the borrower to ask elsewhere.</summary>
    public static Decided<LendingRequest, LendingEvent> Chase(
        LendingDecisionBuilder decision, DeadlineKind about) => decision.Request.Chased < decision.Policy.SupplyChases
        ? decision.Record(new LendingStaffChased(about, decision.Request.Chased + 1)).SetDeadline(about, decision.Chase).Decided()
        : SupplyDecisions.Unfilled(decision, UnfilledReason.NotOnShelf);

    internal static Refused<LendingRequest, LendingEvent> NotPromised() => LendingDecisionBuilder.Refuse(Refusal.NotPromised, "It has not been promised yet.");
}
