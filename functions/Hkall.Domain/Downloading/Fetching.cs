using System.Text.Json.Serialization;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Downloading;

/// <summary>Where a library says its scan lies; it is being fetched, or could not be (<see cref="Trouble"/>).</summary>
public sealed record LocatedScan(string Symbol, string Address)
{
    /// <summary>Why it could not be fetched; then staff see to it.</summary>
    public string? Trouble { get; init; }
}

/// <summary>The library named an address from which its scan is fetched.</summary>
public sealed record ScanLocated(string Symbol, string Address) : RequestEvent;

/// <summary>Nothing that could be delivered was found there.</summary>
public sealed record ScanNotFetched(string Symbol, string Address, string Why) : RequestEvent;

/// <summary>Fetches the scan from there. What is found comes back as <see cref="ScanArrived"/>, and what is not as <see cref="ScanUnreachable"/>.</summary>
public sealed record FetchScan(string Symbol, string Address) : Effect
{
    [JsonIgnore]
    public override string Kind => $"fetch-{Symbol}";
}

/// <summary>A library of ISO 18626 hands its scan over by an address. Fetching it is our work, and an address without a scan is work for staff.</summary>
internal static class Fetching
{
    /// <summary>Of a library that has promised already, or that we gave up on: where its scan would be taken it is fetched.</summary>
    public static Decision Located(DecisionBuilder decision, CopyReady news) => decision.Request.Status switch
    {
        RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling
            or RequestStatus.InReview or RequestStatus.Unfilled => decision.Request.Scanned is { Trouble: null } known && known == new LocatedScan(news.Symbol, news.Address!)
                ? decision.Discard(news, "The scan is being fetched from there.")
                : Begin(decision.MarkReceived(news), news.Symbol, news.Address!).Decided(),
        RequestStatus.AwaitingDeclaration => decision.Discard(news, "No library has been asked yet."),
        RequestStatus.ReadyToDownload => decision.Discard(news, "The scan is already here."),
        RequestStatus.InTransit or RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery or RequestStatus.OnLoan or RequestStatus.LibraryUse
            or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Returning => decision.Discard(news, "The item itself was supplied."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Lost => decision.Discard(news, "The request is closed."),
    };

    public static DecisionBuilder Begin(DecisionBuilder decision, string symbol, string address) =>
        decision.Record(new ScanLocated(symbol, address)).Enqueue(new FetchScan(symbol, address));

    /// <summary>The library is still waited for as long as it was; staff open the address themselves, or ask the library or the next one.</summary>
    public static Decision Failed(DecisionBuilder decision, ScanUnreachable news) => decision.Request.Scanned is { Trouble: null } at && at.Symbol == news.Symbol
        ? decision.MarkReceived(news).Record(new ScanNotFetched(at.Symbol, at.Address, news.Why)).Decided()
        : decision.Discard(news, "No scan is being fetched from there.");
}
