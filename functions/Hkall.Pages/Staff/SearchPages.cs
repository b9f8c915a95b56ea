using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Slips;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>A patron in a list of those found: as much as staff need to tell them from others.</summary>
public sealed record FoundPatron(string Key, string Initials, string? Card, Domain.Model.PatronGroup Group)
{
    public static FoundPatron Of(Patron patron) => new(patron.Id, PickupCode.Initials(patron.Person.Name), patron.Person.LibraryId, patron.Group!.Value);
}

/// <summary>Finds anything by one box: requests of both directions, open and closed, and patrons.</summary>
internal static class SearchPages
{
    /// <summary>The rows of requests on one page.</summary>
    private const string RowsOnAPage = "50";

    /// <summary>More requests to lend are found on their own lists.</summary>
    private const int MostLent = 20;

    public static void MapSearchPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/staff/requests", PageRoutes.Reading, SearchAsync).AuditedAs(AuditAction.Searched, about: "requests");

    private static async Task<IResult> SearchAsync(
        HttpContext context, string? q, string? closed, string? after, StaffSearch finding, PatronSearch patrons, OpenLendings lendings, LibraryNames libraries,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return PageRoutes.Page<SearchPage>(new { Now = clock.GetUtcNow() });
        }

        var words = q.Trim();
        var page = await finding.FindAsync(words, closed == "true", RowsOnAPage, after, cancellation);
        var lent = await LentAsync(words, lendings, cancellation);
        var found = lent.Count > 0 || RequestIds.IsWellFormed(words.ToUpperInvariant()) || IsOneItem(page, words)
            ? [] : await patrons.FindAsync(words, cancellation);
        if (after is null && page.Items is [var only] && lent.Count == 0 && found.Count == 0 && IsItself(only, words))
        {
            return PageRoutes.Then(StaffLinks.Request(only.Id));
        }

        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        return PageRoutes.Page<SearchPage>(new
        {
            Query = words,
            Closed = closed == "true",
            Rows = page.Items,
            page.Next,
            page.Total,
            Patrons = (IReadOnlyList<FoundPatron>)[.. found.Where(patron => patron.Group is not null).Select(FoundPatron.Of)],
            Lent = (IReadOnlyList<LendingRow>)[.. lent.Select(row => row with { Borrower = names.Of(row.Symbol, row.Borrower) })],
            Now = clock.GetUtcNow(),
        });
    }

    /// <summary>The number of a request is found at once, and nobody has to choose it.</summary>
    private static bool IsItself(StaffRow row, string words) => string.Equals(row.Id, words, StringComparison.OrdinalIgnoreCase);

    /// <summary>What names one request alone is no name of a person.</summary>
    private static bool IsOneItem(Page<StaffRow> page, string words) =>
        page.Items is [var only] && only.Id.EndsWith(words, StringComparison.OrdinalIgnoreCase);

    private static async Task<IReadOnlyList<LendingRow>> LentAsync(string words, OpenLendings lendings, CancellationToken cancellation)
    {
        if (words.Length < 3)
        {
            return [];
        }

        var all = await lendings.SinceAsync(null, cancellation);
        return [.. all.Where(request => LendingEndpoints.Matches(request, words)).Take(MostLent).Select(LendingRow.Of)];
    }
}
