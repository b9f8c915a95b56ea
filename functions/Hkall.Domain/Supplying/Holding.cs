using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Finds out whether a stored scan is clean. The result comes back as <see cref="ScanArrived"/> or <see cref="ScanRejected"/>.</summary>
public sealed record CheckScan([Id] string Symbol, Scan Scan) : Effect
{
    [JsonIgnore]
    public override string Kind => $"check-{Symbol}";
}

/// <summary>Holds a scan until it is known to be free of malware. What is not clean is given to nobody, and staff take over.</summary>
internal static class Holding
{
    public static Decided<PatronRequest, RequestEvent> Begin(DecisionBuilder decision, RotaEntry sender, Scan scan)
    {
        // The library has done its part, so its reminders end; the wait for the scan goes on.
        if (sender.IsActive && decision.Request.Status == RequestStatus.Sourcing)
        {
            Promises.Expect(decision, sender);
        }

        return decision.Record(new ScanHeld(sender.Symbol)).Enqueue(new CheckScan(sender.Symbol, scan)).Decided();
    }

    /// <summary>The wait for the library stays as it was. Staff ask it for another scan, or ask the next one.</summary>
    public static Decision<PatronRequest, RequestEvent> Reject(DecisionBuilder decision, ScanRejected news) => decision.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InReview =>
            decision.MarkReceived(news).Record(new ScanWithheld(news.Symbol, news.Why)).Decided(),
        RequestStatus.Unfilled or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost =>
            decision.Discard(news, "The request is closed."),
        RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.ReadyToDownload => decision.Discard(news, "A scan is already here."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => decision.Discard(news, "The item itself was supplied."),
    };
}
