using System.Text.Json.Serialization;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Downloading;

/// <summary>A fault in a scan. The names are stored and served.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ScanFault>))]
public enum ScanFault
{
    /// <summary>The scan shows something other than the patron asked for.</summary>
    [JsonStringEnumMemberName("wrong")] Wrong,

    [JsonStringEnumMemberName("unreadable")] Unreadable,

    [JsonStringEnumMemberName("incomplete")] Incomplete,
}

/// <summary>The patron, or staff for them, report a scan that they cannot use.</summary>
public sealed record ReportScan(ScanFault Fault, Who By) : RequestCommand;

/// <summary>The patron could not use the scan: it is withdrawn with its downloads, and we ask its library for a better one.</summary>
public sealed record ScanFaulted(string Symbol, ScanFault Fault, Who By, Estimate Estimate) : RequestEvent;

/// <summary>A wrong or unreadable scan costs the patron no download: the next one starts with all of them and its own window.</summary>
internal static class Resupplying
{
    public static Decision<PatronRequest, RequestEvent> Report(DecisionBuilder decision, ReportScan order)
    {
        if (decision.Request is not { Download: { } download, Supplier: { } supplier })
        {
            return DecisionBuilder.Refuse(Refusal.NoFile, decision.Request.Status.IsOpen() ? "The file has not arrived yet." : "No file was supplied.");
        }

        // A patron may have used all downloads to look for what is missing, so only the window counts.
        if (decision.Now >= decision.Calendar.EndOf(download.Until) || !IsInItsWindow(decision.Request))
        {
            return DecisionBuilder.Refuse(
                Refusal.WindowClosed, $"The file could be reported until {download.Until:yyyy-MM-dd}. Library staff are pleased to help.");
        }

        if (order.By == Who.Patron && decision.Request.Resupplies >= decision.Policy.ResuppliesAllowed)
        {
            return DecisionBuilder.Refuse(
                Refusal.ResupplyLimit, $"It has been supplied again {decision.Request.Resupplies} times. Library staff are pleased to help.");
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

    /// <summary>Whether the patron may still report a fault.</summary>
    private static bool IsInItsWindow(PatronRequest request) => request is { Status: RequestStatus.ReadyToDownload } or { Status: RequestStatus.Completed, ClosedWhy: "downloads-used-up" };
}
