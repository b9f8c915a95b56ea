using Hkall.Domain;
using Hkall.Service.Staff;
using Hkall.Service.Web;

namespace Hkall.Pages.Staff;

/// <summary>The addresses of the staff pages.</summary>
public static class StaffLinks
{
    /// <summary>Where a member of staff begins who does not work on patrons' requests; null for who does.</summary>
    public static string? Elsewhere(IReadOnlySet<StaffRole> roles) => roles.Contains(StaffRole.Desk) ? null
        : roles.Contains(StaffRole.Lending) ? "/staff/lending"
        : roles.Contains(StaffRole.Reports) ? "/staff/reports"
        : roles.Contains(StaffRole.Directory) ? "/staff/partners"
        : "/staff/audit";

    public static string Request(string id) => $"/staff/requests/{id}";

    /// <param name="from">The list from which the request is opened, to go back to.</param>
    public static string Request(string id, string? from) => from is null ? Request(id) : $"{Request(id)}?from={Uri.EscapeDataString(from)}";

    public static string Fee(string id, int number) => $"/staff/requests/{id}/fees/{number}";

    public static string Worklist(string name) => $"/staff/worklists/{name}";

    /// <summary>The worklist as the view shows it.</summary>
    public static string View(ViewRow view) => view.Query.Length == 0 ? Worklist(view.List) : $"{Worklist(view.List)}?{view.Query}";

    public static string Partner(string symbol) => $"/staff/partners/{Uri.EscapeDataString(symbol)}";

    public static string Report(string name) => $"/staff/reports/{name}";

    /// <summary>
    /// The slip for the item in its current status: the return slip for its lender once it goes back, before that the one for the
    /// hold shelf.
    /// </summary>
    public static string Slip(StaffRow row) => Slips(row.Status == RequestStatus.Returning ? "return" : "shelf", [row.Id]);

    public static string Slips(string kind, IEnumerable<string> ids) => $"/staff/slips/{kind}?ids={string.Join(',', ids)}";
}
