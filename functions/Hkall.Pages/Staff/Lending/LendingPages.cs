using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The lending pages for staff: worklists. <see cref="LendingRequestPages"/> has the page of one request.</summary>
internal static class LendingPages
{
    /// <summary>The rows of a list on one page; finished requests leave it, and the next ones move up.</summary>
    private const int MostRows = 100;

    public static void MapLendingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/lending", PageRoutes.Reading, HomeAsync).AuditedAs(AuditAction.Listed, about: "lending-worklists");
        pages.MapMethods("/staff/lending/worklists/{name}", PageRoutes.Reading, ListAsync).AuditedAs(AuditAction.Listed, "name");
        pages.MapKeyInPages();
        pages.MapLendingRequestPages();
    }

    private static async Task<IResult> HomeAsync(OpenLendings lendings, TimeProvider clock, CancellationToken cancellation)
    {
        var all = await lendings.StandingAsync(cancellation);
        return PageRoutes.Page<LendingHomePage>(
            new
            {
                Lists = LendingWorklists.ByName.Select(list => LendingWorklists.CountOf(list.Key, [.. all.Where(list.Value)]))
                .ToList(),
                Now = clock.GetUtcNow()
            });
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, string name, OpenLendings lendings, LibraryNames libraries, CancellationToken cancellation) =>
        LendingWorklists.ByName.TryGetValue(name, out var belongs)
            ? PageRoutes.Page<LendingListPage>(new
            {
                Name = name,
                Rows = Named(
                    (await lendings.StandingAsync(cancellation)).Where(belongs).Take(MostRows).Select(LendingRow.Of),
                    await libraries.InAsync(Visit.Of(context).Language, cancellation)),
            })
            : Problems.NotFound();

    private static List<LendingRow> Named(IEnumerable<LendingRow> rows, NamedLibraries names) =>
        [.. rows.Select(row => row with { Borrower = names.Of(row.Symbol, row.Borrower) })];
}
