using Hkall.Domain.Model;

namespace Hkall.Domain.Downloading;

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

        if (order.Scan is { } seen && seen != decision.Request.ScanNumber)
        {
            return DecisionBuilder.Refuse(Refusal.StatusChanged, "A new scan has come since. Please look at it first.");
        }

        var estimate = Estimates.Of(supplier.Tier, decision.Request.Service, decision.Now, decision.Book);
        return decision
            .Record(new ScanFaulted(supplier.Symbol, order.Fault, order.By, estimate))
            .Enqueue(new DiscardScan(download.Scan.Id))
            .Message(supplier.Symbol, RequestingAction.Resupply)
            .Notify(Notice.ScanFaulted, new NoticeFacts { Library = supplier.Name, Estimate = estimate })
            .SetDeadline(DeadlineKind.Scan, decision.Policy.Scan.For(supplier.Tier))
            .Decided();
    }

    /// <summary>Whether the patron may still report a fault.</summary>
    private static bool IsInItsWindow(PatronRequest request) =>
        request is { Status: RequestStatus.ReadyToDownload } or { Status: RequestStatus.Completed, ClosedWhy.Code: ReasonCode.DownloadsUsedUp };
}
