using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>Fetches the scan from its address. The result comes back as <see cref="ScanArrived"/> or <see cref="ScanUnreachable"/>.</summary>
public sealed record FetchScan([Id] string Symbol, [Trace] string Address) : Effect
{
    [JsonIgnore]
    public override string Kind => $"fetch-{Symbol}";
}

/// <summary>An ISO 18626 library gives an address for its scan. We fetch it; if the address has no scan, staff take over.</summary>
internal static class Fetching
{
    /// <summary>We fetch a scan wherever we would accept one, also from a library that has promised already or that we gave up on.</summary>
    public static Decision<PatronRequest, RequestEvent> Located(DecisionBuilder decision, CopyReady news) => decision.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling
            or RequestStatus.InReview or RequestStatus.Unfilled =>
                decision.Request.Scanned is { Trouble: null } known && known == new LocatedScan(news.Symbol, news.Address!)
                ? StatedCharges.KeepOnly(decision, news, news.Cost, "The scan is being fetched from there.")
                : Begin(StatedCharges.Keep(decision.MarkReceived(news), news.Symbol, news.Cost), news.Symbol, news.Address!).Decided(),
        RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.ReadyToDownload => decision.Discard(news, "The scan is already here."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => decision.Discard(news, "The item itself was supplied."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
    };

    public static DecisionBuilder Begin(DecisionBuilder decision, string symbol, string address) =>
        decision.Record(new ScanLocated(symbol, address)).Enqueue(new FetchScan(symbol, address));

    /// <summary>The wait for the library stays as it was. Staff open the address themselves, or ask the library or the next one.</summary>
    public static Decision<PatronRequest, RequestEvent> Failed(
        DecisionBuilder decision, ScanUnreachable news) => decision.Request.Scanned is { Trouble: null } at && at.Symbol == news.Symbol
        ? decision.MarkReceived(news).Record(new ScanNotFetched(at.Symbol, at.Address, news.Why)).Decided()
        : decision.Discard(news, "No scan is being fetched from there.");
}
