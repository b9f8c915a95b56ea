using Hkall.Requests.Placing;

namespace Hkall.Requests.Lending;

/// <summary>A scan for another library: handed over by a link that ends, and then discarded.</summary>
internal static class Copying
{
    public static LendingDecision Supply(LendingDraft draft, SupplyCopy order)
    {
        var request = draft.Request;
        if (request.Service == ServiceType.Loan)
        {
            return LendingDraft.Refuse(Refusal.NotACopy, "The request is for a loan, not for a copy.");
        }

        return request.Status.Stage() switch
        {
            LendingStage.Preparing => Supplied(draft, order),
            LendingStage.Withdrawing => LendingDraft.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
            LendingStage.Answering => Sending.NotPromised(),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => LendingDraft.Refuse(Refusal.TooLate, "A scan has been supplied already."),
            LendingStage.Closed => Answering.Closed(),
        };
    }

    private static LendingDecided Supplied(LendingDraft draft, SupplyCopy order)
    {
        var until = draft.Today.AddDays(draft.Policy.ScanDays);
        var charge = draft.Request.Fee is { } fee ? new Charge(draft.Today, ChargeFor.Copy, fee) : null;
        return draft
            .Then(new CopySupplied(order.Scan, until, charge))
            .Tell(LendingWord.CopyCompleted, facts => facts with { ScanUntil = until, ScanTimes = draft.Policy.ScanTimes, Cost = draft.Request.Fee })
            .Do(new CountLent(draft.Request.Borrower.Symbol))
            .WaitFor(Awaited.LendingCollection, draft.Calendar.EndOf(until))
            .Decided();
    }

    /// <summary>The clock decides, not the timer: a turn that comes late does not lengthen the time.</summary>
    public static LendingDecision Take(LendingDraft draft)
    {
        var request = draft.Request;
        if (request.Scan is null)
        {
            return LendingDraft.Refuse(Refusal.NoFile, "No scan was supplied.");
        }

        if (request.Status != LendingStatus.Supplied || draft.Now >= draft.Calendar.EndOf(request.ScanUntil!.Value))
        {
            return LendingDraft.Refuse(Refusal.WindowClosed, $"The scan could be taken until {request.ScanUntil:yyyy-MM-dd}, or until it was received.");
        }

        return request.ScanTaken >= draft.Policy.ScanTimes
            ? LendingDraft.Refuse(Refusal.NoDownloadsLeft, $"The scan has been taken {request.ScanTaken} times, as often as allowed.")
            : draft.Then(new CopyTaken(request.ScanTaken + 1)).Decided();
    }

    public static LendingDecided Close(LendingDraft draft, string why) => draft
        .Then(new CopyClosed(why))
        .Do(new DiscardScan(draft.Request.Scan!.Id))
        .Decided();
}
