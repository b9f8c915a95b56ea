using Hkall.Domain;

namespace Hkall.Pages.Staff.Handbook;

/// <summary>Which page of the handbook helps with a page of the desk.</summary>
internal static class HelpTopics
{
    /// <summary>By the beginning of the address; the longest that fits counts.</summary>
    private static readonly IReadOnlyList<(string Path, string Page)> ByPath = new[]
    {
        ("/staff/scan", "receive"), ("/staff/slips", "receive"), ("/staff/requests", "people"), ("/staff/place", "people"),
        ("/staff/worklists/to-review", "review"), ("/staff/worklists/no-library-left", "review"), ("/staff/worklists/conditions", "conditions"),
        ("/staff/worklists/to-charge", "charge"), ("/staff/worklists/awaiting-patron", "charge"), ("/staff/worklists/to-receive", "receive"),
        ("/staff/worklists/on-hold-shelf", "shelve"), ("/staff/worklists/expiring-today", "shelve"), ("/staff/worklists/to-deliver", "shelve"),
        ("/staff/worklists/on-loan", "overdue"), ("/staff/worklists/overdue", "overdue"), ("/staff/worklists/to-send-back", "return"),
        ("/staff/worklists/awaiting-receipt", "return"), ("/staff/worklists/needs-attention", "return"), ("/staff/worklists/copies-to-download", "scan"),
        ("/staff/worklists/unread-messages", "messages"), ("/staff/worklists/to-ask-by-hand", "messages"), ("/staff/worklists/to-tell-by-hand", "messages"),
        ("/staff/worklists", "review"), ("/staff/views", "people"), ("/staff/parked", "libraries"), ("/staff/closures", "closures"), ("/staff/holidays", "closures"),
        ("/staff/lending", "lend"), ("/staff/lending/worklists/to-scan", "scan"), ("/staff/lending/worklists/to-collect", "scan"),
        ("/staff/lending/worklists/unread-messages", "messages"), ("/staff/lending/worklists/to-tell", "messages"), ("/staff/invoices", "invoice"),
        ("/staff/reports", "reports"), ("/staff/partners", "libraries"), ("/staff/new-partner", "libraries"), ("/staff/directory", "libraries"),
        ("/staff/rates", "charge"), ("/staff/policy", "policy"), ("/staff/policies", "policy"), ("/staff/letters", "letters"), ("/staff/audit", "privacy"),
        ("/staff/sessions", "administer"), ("/staff/proposals", "administer"), ("/staff/schedule", "administer"),
    }.OrderByDescending(topic => topic.Item1.Length).ToList();

    /// <returns>The address of the page of the handbook, or that of its list.</returns>
    public static string AddressFor(string path) =>
        ByPath.FirstOrDefault(topic => path == topic.Path || path.StartsWith($"{topic.Path}/", StringComparison.Ordinal)) is { Page: { } page }
            ? HandbookPages.AddressOf(page)
            : HandbookPages.Address;

    /// <summary>The page for a request of a patron in this status.</summary>
    public static string Of(RequestStatus status) => HandbookPages.AddressOf(status switch
    {
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.Sourcing or RequestStatus.Unfilled => "review",
        RequestStatus.AwaitingCostDecision => "charge",
        RequestStatus.Expected or RequestStatus.InTransit => "receive",
        RequestStatus.ReadyForPickup or RequestStatus.OutForDelivery => "shelve",
        RequestStatus.LibraryUse => "check-out",
        RequestStatus.OnLoan or RequestStatus.Overdue => "overdue",
        RequestStatus.Recalled => "recall",
        RequestStatus.ReadyToDownload => "scan",
        RequestStatus.Returning or RequestStatus.Completed => "return",
        RequestStatus.Lost => "lost",
        RequestStatus.Cancelling or RequestStatus.Cancelled => "undo",
    });
}
