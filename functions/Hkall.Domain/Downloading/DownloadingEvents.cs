using Hkall.Domain.Model;

namespace Hkall.Domain.Downloading;

/// <summary>The patron used one of the allowed downloads; <see cref="Number"/> counts from 1.</summary>
public sealed record FileDownloaded(int Number) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Download = RequestFold.DownloadOf(request) with { Used = Number } };
}

public sealed record DownloadReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Download = RequestFold.DownloadOf(request) with { Reminded = true } };
}

public sealed record DownloadsUsedUp : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Completed, ClosedWhy = ReasonCode.DownloadsUsedUp };
}

public sealed record DownloadWindowClosed : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Status = RequestStatus.Completed, ClosedWhy = ReasonCode.DownloadWindowClosed };
}

/// <summary>The patron could not use the scan: it is withdrawn with its downloads, and we ask its library for a better one.</summary>
public sealed record ScanFaulted([Id] string Symbol, ScanFault Fault, Who By, Estimate Estimate) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Expected,
        Rota = RotaChanges.Stand(request.Rota, Symbol, RotaStatus.Promised, null),
        Download = null,
        Estimate = Estimate,
        Resupplies = request.Resupplies + 1,
    };
}

public sealed record ScanSupplied([Id] string Symbol, Scan Scan, int Allowed, DateOnly Until) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.ReadyToDownload,
        Rota = RotaChanges.Stand(request.Rota, Symbol, RotaStatus.Supplied, null),
        Download = new Download { Scan = Scan, Allowed = Allowed, Until = Until },
        Charge = request.Charge?.Symbol == Symbol ? request.Charge : null,
        Scanned = null,
        Held = null,
        ArrivedAt = request.ArrivedAt ?? at,
    };
}
