using Hkall.Pages.Kit;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The lending pages for staff: worklists, slips and labels. <see cref="LendingRequestPages"/> has the page of one request.</summary>
internal static class LendingPages
{
    public static void MapLendingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/lending", PageRoutes.Reading, HomeAsync);
        pages.MapMethods("/staff/lending/worklists/{name}", PageRoutes.Reading, ListAsync);
        pages.MapMethods("/staff/lending/paper/{kind}", PageRoutes.Reading, PaperAsync);
        pages.MapKeyInPages();
        pages.MapLendingRequestPages();
    }

    private static async Task<IResult> HomeAsync(OpenLendings lendings, TimeProvider clock, CancellationToken cancellation)
    {
        var all = await lendings.AllAsync(cancellation);
        return PageRoutes.Page<LendingHomePage>(new { Lists = LendingWorklists.ByName.Select(list => LendingWorklists.CountOf(list.Key, [.. all.Where(list.Value)])).ToList(), Now = clock.GetUtcNow() });
    }

    private static async Task<IResult> ListAsync(HttpContext context, string name, OpenLendings lendings, LibraryNames libraries, CancellationToken cancellation) =>
        LendingWorklists.ByName.TryGetValue(name, out var belongs)
            ? PageRoutes.Page<LendingListPage>(new
            {
                Name = name,
                Rows = Named(
                    (await lendings.AllAsync(cancellation)).Where(belongs).Take(MostRows).Select(LendingRow.Of),
                    await libraries.InAsync(Visit.Of(context).Language, cancellation)),
            })
            : Problems.NotFound();

    private static List<LendingRow> Named(IEnumerable<LendingRow> rows, NamedLibraries names) =>
        [.. rows.Select(row => row with { Borrower = names.Of(row.Symbol, row.Borrower) })];

    /// <summary>Slips or labels for the ticked requests or, where none is ticked, for the whole list.</summary>
    private static async Task<IResult> PaperAsync(HttpContext context, string kind, string? list, OpenLendings lendings, CancellationToken cancellation)
    {
        if (kind is not (LendingLinks.Slips or LendingLinks.Labels))
        {
            return Problems.NotFound();
        }

        IReadOnlyList<string> ids = PageForm.Query(context).All("ids");
        if (ids.Count == 0 && list is not null && LendingWorklists.ByName.TryGetValue(list, out var belongs))
        {
            ids = [.. (await lendings.AllAsync(cancellation)).Where(belongs).Take(Paper.MostAtOnce).Select(request => request.Id)];
            if (ids.Count == 0)
            {
                return PageRoutes.Then($"/staff/lending/worklists/{list}");
            }
        }

        var joined = string.Join(',', ids);
        return kind == LendingLinks.Slips ? await Paper.SlipsAsync(joined, lendings, cancellation) : await Paper.LabelsAsync(joined, lendings, cancellation);
    }

    /// <summary>The rows of a list on one page; finished requests leave it, and the next ones move up.</summary>
    private const int MostRows = 100;
}
