using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>Scans for other libraries: each gets a link that expires, after which we delete the file.</summary>
internal static class LendingCopies
{
    public static Decision<LendingRequest, LendingEvent> Supply(LendingDecisionBuilder decision, SupplyCopy order)
    {
        var request = decision.Request;
        if (request.Service == ServiceType.Loan)
        {
            return LendingDecisionBuilder.Refuse(Refusal.NotACopy, "The request is for a loan, not for a copy.");
        }

        return request.Status.Stage() switch
        {
            LendingStage.Preparing => Supplied(decision, order),
            LendingStage.Withdrawing =>
                LendingDecisionBuilder.Refuse(Refusal.CancelToAnswer, "The borrowing library has asked to cancel; that is to be answered."),
            LendingStage.Answering => LendingShipments.NotPromised(),
            LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting =>
                LendingDecisionBuilder.Refuse(Refusal.TooLate, "A scan has been supplied already."),
            LendingStage.Closed => SupplyDecisions.Closed(),
        };
    }

    private static Decided<LendingRequest, LendingEvent> Supplied(LendingDecisionBuilder decision, SupplyCopy order)
    {
        var until = decision.Today.AddDays(decision.Policy.ScanDays);
        var charge = decision.Request.Fee is { } fee ? new Charge(decision.Today, ChargeFor.Copy, fee) : null;
        return decision
            .Record(new CopySupplied(order.Scan, until, charge))
            .Message(
                SupplyingAction.CopyCompleted, facts => facts with { ScanUntil = until, ScanTimes = decision.Policy.ScanTimes, Cost = decision.Request.Fee })
            .Enqueue(new CountLent(decision.Request.Borrower.Symbol))
            .SetDeadline(DeadlineKind.LendingCollection, decision.Calendar.EndOf(until))
            .Decided();
    }

    /// <summary>The clock decides, not the timer: a late run does not extend the time.</summary>
    public static Decision<LendingRequest, LendingEvent> Take(LendingDecisionBuilder decision)
    {
        var request = decision.Request;
        if (request.Scan is null)
        {
            return LendingDecisionBuilder.Refuse(Refusal.NoFile, "No scan was supplied.");
        }

        if (request.Status != LendingStatus.Supplied || decision.Now >= decision.Calendar.EndOf(request.ScanUntil!.Value))
        {
            return LendingDecisionBuilder.Refuse(
                Refusal.WindowClosed, $"The scan could be taken until {request.ScanUntil:yyyy-MM-dd}, or until it was received.");
        }

        return request.ScanTaken >= decision.Policy.ScanTimes
            ? LendingDecisionBuilder.Refuse(Refusal.NoDownloadsLeft, $"The scan has been taken {request.ScanTaken} times, as often as allowed.")
            : decision.Record(new CopyTaken(request.ScanTaken + 1)).Decided();
    }

    public static Decided<LendingRequest, LendingEvent> Close(LendingDecisionBuilder decision, ReasonCode why) => decision
        .Record(new CopyClosed(why))
        .Enqueue(new DiscardScan(decision.Request.Scan!.Id))
        .Decided();
}
