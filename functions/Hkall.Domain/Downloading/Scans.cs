using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Downloading;

/// <summary>Takes in a scan from the library's own system or from staff.</summary>
internal static class Scans
{
    public static Decision<PatronRequest, RequestEvent> Arrive(DecisionBuilder decision, ScanArrived news, RotaEntry sender)
    {
        if (decision.Request.Service == ServiceType.Loan)
        {
            return decision.Discard(news, "The item was asked for, not a scan.");
        }

        return decision.Request.Status switch
        {
            // We accept a scan from a library that we gave up on, even when no library was left to ask.
            RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling
                or RequestStatus.InReview or RequestStatus.Unfilled => Take(decision.MarkReceived(news), sender, news.Scan),
            RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
            RequestStatus.ReadyToDownload => decision.Discard(news, "The scan is already here."),
            RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
                or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => decision.Discard(news, "The item itself was supplied."),
            RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost =>
                decision.Discard(news, "The request is closed."),
        };
    }

    public static Decision<PatronRequest, RequestEvent> SupplyByHand(DecisionBuilder decision, SupplyScan order)
    {
        if (decision.Request.Service == ServiceType.Loan)
        {
            return DecisionBuilder.Refuse(Refusal.NotACopy, "The request is for a loan, not for a copy.");
        }

        return decision.Request.Status.Stage() switch
        {
            RequestStage.Sourcing or RequestStage.Withdrawing => decision.Request.Supplier is { } supplier
                ? Take(decision, supplier, order.Scan)
                : DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "No library has been asked."),
            RequestStage.Preparing => DecisionBuilder.Refuse(Refusal.NoSupplierAsked, "No library has been asked."),
            RequestStage.Downloadable => DecisionBuilder.Refuse(Refusal.TooLate, "A scan is already here."),
            RequestStage.InTransit or RequestStage.AtLibrary or RequestStage.WithPatron or RequestStage.Returning =>
                    DecisionBuilder.Refuse(Refusal.TooLate, "The item itself was supplied."),
            RequestStage.Closed =>
                DecisionBuilder.Refuse(Refusal.AlreadyClosed, "The request is closed."),
        };
    }

    /// <summary>Only a scan that is known to be clean is ready.</summary>
    private static Decided<PatronRequest, RequestEvent> Take(DecisionBuilder decision, RotaEntry sender, Scan scan) =>
        scan.Unchecked ? Holding.Begin(decision, sender, scan) : Ready(decision, sender, scan);

    private static Decided<PatronRequest, RequestEvent> Ready(DecisionBuilder decision, RotaEntry sender, Scan scan)
    {
        var cost = StatedCharges.Undecided(decision.Request, sender);
        if (decision.Request.Supplier is { } other && other.Symbol != sender.Symbol)
        {
            decision.Record(new SupplierPassedOver(other.Symbol, ReasonCode.AnotherLibrarySupplied)).Message(other.Symbol, RequestingAction.Cancel);
        }

        if (decision.Request.ToAskByHand is { } unasked && unasked != sender.Symbol)
        {
            decision.Record(new SupplierPassedOver(unasked, ReasonCode.AnotherLibrarySupplied));
        }

        var until = decision.Calendar.AfterClosure(decision.Today.AddDays(decision.Policy.DownloadDays));
        StatedCharges.Keep(decision.Record(new ScanSupplied(sender.Symbol, scan, decision.Policy.DownloadsAllowed, until)), sender.Symbol, cost);
        var fees = SupplyCharges.Charge(decision);
        decision
            .Notify(
                Notice.ReadyToDownload, new NoticeFacts { Library = sender.Name, Date = until, Downloads = decision.Policy.DownloadsAllowed, Fees = fees })
            .Message(sender.Symbol, RequestingAction.Received)
            .Measure(sender.Symbol);
        return Downloads.WaitForDownload(decision).Decided();
    }
}
