using System.Text.Json.Serialization;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Downloading;

/// <summary>What is wrong with a scan. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanFault>))]
public enum ScanFault
{
    /// <summary>It is not what was asked for.</summary>
    [JsonStringEnumMemberName("wrong")] Wrong,

    [JsonStringEnumMemberName("unreadable")] Unreadable,

    [JsonStringEnumMemberName("incomplete")] Incomplete,
}

/// <summary>The patron, or staff for them, report a scan that is of no use.</summary>
public sealed record ReportScan(ScanFault Fault, Who By) : RequestCommand;

/// <summary>The scan was of no use: it is withdrawn with the downloads it was given, and its library is asked for a better one.</summary>
public sealed record ScanFaulted(string Symbol, ScanFault Fault, Who By, Estimate Estimate) : RequestEvent;

/// <summary>A wrong or unreadable scan burns no download: the next one has all of them, and a window of its own.</summary>
internal static class Resupplying
{
    public static Decision Report(DecisionBuilder decision, ReportScan order)
    {
        if (decision.Request is not { Download: { } download, Supplier: { } supplier })
        {
            return new Refused(Refusal.NoFile, decision.Request.Status.IsOpen() ? "The file has not arrived yet." : "No file was supplied.");
        }

        // Who looked five times may have looked for what is missing: the window counts, not the downloads.
        if (decision.Now >= decision.Calendar.EndOf(download.Until) || !IsInItsWindow(decision.Request))
        {
            return new Refused(Refusal.WindowClosed, $"The file could be reported until {download.Until:yyyy-MM-dd}. Library staff are pleased to help.");
        }

        if (order.By == Who.Patron && decision.Request.Resupplies >= decision.Policy.ResuppliesAllowed)
        {
            return new Refused(Refusal.ResupplyLimit, $"It has been supplied again {decision.Request.Resupplies} times. Library staff are pleased to help.");
        }

        var estimate = Asking.EstimateFrom(decision, supplier.Tier);
        return decision
            .Record(new ScanFaulted(supplier.Symbol, order.Fault, order.By, estimate))
            .Enqueue(new DiscardScan(download.Scan.Id))
            .Message(supplier.Symbol, RequestingAction.Resupply)
            .Notify(Notice.ScanFaulted, new NoticeFacts { Library = supplier.Name, Estimate = estimate })
            .SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier))
            .Decided();
    }

    /// <summary>Whether the patron may still say that it is of no use.</summary>
    private static bool IsInItsWindow(PatronRequest request) => request is { Status: RequestStatus.ReadyToDownload } or { Status: RequestStatus.Completed, ClosedWhy: "downloads-used-up" };
}
