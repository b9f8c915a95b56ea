using Hkall.Requests.Placing;

namespace Hkall.Requests.Lending;

/// <summary>From the shelf to the parcel.</summary>
internal static class Sending
{
    public static LendingDecision Pull(LendingDraft draft, PullItem order) => draft.Request.Status.Stage() switch
    {
        LendingStage.Preparing => draft.Request.Status == LendingStatus.ToPull ? Pulled(draft, order) : draft.Ignored("It has been fetched already."),
        LendingStage.Answering => NotPromised(),
        LendingStage.Withdrawing => LendingDraft.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "It has been supplied already."),
        LendingStage.Closed => Answering.Closed(),
    };

    private static LendingDecided Pulled(LendingDraft draft, PullItem order)
    {
        draft.Then(new ItemPulled(order.Barcode));
        return (draft.Request.Service switch
        {
            ServiceType.Loan => draft.WaitFor(Awaited.LendingShipping, draft.Policy.Shipping),
            ServiceType.Copy => draft.WaitFor(Awaited.LendingScanning, draft.Policy.Scanning),
        }).Decided();
    }

    /// <summary>What left the house is lent, whatever was asked meanwhile: a cancellation that came too late is declined with it.</summary>
    public static LendingDecision Ship(LendingDraft draft, ShipItem order)
    {
        if (draft.Request.Service == ServiceType.Copy)
        {
            return LendingDraft.Refuse(Refusal.NotALoan, "The request is for a copy, not for a loan.");
        }

        return draft.Request.Status.Stage() switch
        {
            LendingStage.Preparing or LendingStage.Withdrawing => (order.Barcode ?? draft.Request.Barcode ?? draft.Request.Holding.Barcode) is { } barcode
                ? Shipped(draft, order, barcode)
                : LendingDraft.Refuse(Refusal.BarcodeRequired, "The barcode of what is shipped is not known."),
            LendingStage.Answering => NotPromised(),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "It has been shipped already."),
            LendingStage.Closed => Answering.Closed(),
        };
    }

    private static LendingDecided Shipped(LendingDraft draft, ShipItem order, string barcode)
    {
        var ours = draft.Calendar.WorkingDayOnOrAfter(draft.Today.AddDays(draft.Policy.LoanDays));

        // Nothing is due before it can have arrived.
        var dueOn = order.DueOn is { } named && named > draft.Today ? named : ours;
        if (draft.Request.Status == LendingStatus.CancelAsked)
        {
            draft.Then(new LendingCancelDeclined("shipped")).Tell(LendingWord.CancelDeclined, facts => facts with { Note = "It has been shipped." });
        }

        var charge = draft.Request.Fee is { } fee ? new Charge(draft.Today, ChargeFor.Loan, fee) : null;
        draft.Then(new ItemLent(barcode, dueOn, order.Conditions ?? draft.Request.Conditions, charge));
        draft.Tell(LendingWord.Loaned, facts => facts with { Barcode = barcode, Conditions = draft.Request.Conditions, Cost = draft.Request.Fee }).Do(new CountLent(draft.Request.Borrower.Symbol));
        return Keeping.WaitForReturn(draft).Decided();
    }

    /// <summary>Promised and not sent: staff are put in mind of it, and after that the borrower is told to look elsewhere.</summary>
    public static LendingDecided Chase(LendingDraft draft, Awaited about) => draft.Request.Chased < draft.Policy.SupplyChases
        ? draft.Then(new LendingStaffChased(about, draft.Request.Chased + 1)).WaitFor(about, draft.Chase).Decided()
        : Answering.Unfilled(draft, UnfilledReason.NotOnShelf);

    internal static LendingRefused NotPromised() => LendingDraft.Refuse(Refusal.NotPromised, "It has not been promised yet.");
}
