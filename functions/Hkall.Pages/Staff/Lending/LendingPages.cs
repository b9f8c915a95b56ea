using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The lending pages for staff: worklists. <see cref="LendingRequestPages"/> has the page of one request.</summary>
internal static class LendingPages
{
    /// <summary>The rows of a list on one page.</summary>
    private const string RowsOnAPage = "50";

    public static void MapLendingPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/lending", PageRoutes.Reading, HomeAsync).AuditedAs(AuditAction.Listed, about: "lending-worklists");
        pages.MapMethods("/staff/lending/worklists/{name}", PageRoutes.Reading, ListAsync).AuditedAs(AuditAction.Listed, "name");
        pages.MapPost("/staff/lending/worklists/{name}", BatchAsync).AuditedAs(AuditAction.ActedOnLending, "name");
        pages.MapKeyInPages();
        pages.MapLendingRequestPages();
    }

    private static async Task<IResult> HomeAsync(OpenLendings lendings, TimeProvider clock, CancellationToken cancellation) =>
        PageRoutes.Page<LendingHomePage>(new { Lists = await lendings.CountsAsync(cancellation), Now = clock.GetUtcNow() });

    private static Task<IResult> ListAsync(
        HttpContext context, string name, [AsParameters] LendingQuery query, string? after, string? select, OpenLendings lendings, LibraryNames libraries,
        TimeProvider clock, CancellationToken cancellation) =>
        ShowAsync(context, name, query, after, new ListShown(Chosen: select), lendings, libraries, clock, cancellation);

    private static async Task<IResult> ShowAsync(
        HttpContext context, string name, LendingQuery query, string? after, ListShown shown, OpenLendings lendings, LibraryNames libraries,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (!LendingWorklists.ByName.TryGetValue(name, out var belongs))
        {
            return Problems.NotFound();
        }

        IReadOnlyList<Domain.Lending.LendingRequest> standing = [.. (await lendings.StandingAsync(cancellation)).Where(belongs)];
        var page = query.PageOf(standing, RowsOnAPage, after);
        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        return PageRoutes.Page<LendingListPage>(new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["Rows"] = page with { Items = [.. page.Items.Select(row => row with { Borrower = names.Of(row.Symbol, row.Borrower) })] },
            ["List"] = ListAddress.Of(LendingLinks.Worklist(name), query),
            ["Borrowers"] = (IReadOnlyList<(string, int)>)[.. standing.CountBy(request => request.Borrower.Symbol)
                .OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => (one.Key, one.Value))],
            ["InList"] = standing.Count,
            ["Now"] = clock.GetUtcNow(),
            ["Chosen"] = shown.Chosen,
            ["NothingSelected"] = shown.NothingSelected,
            ["Results"] = shown.Results,
        });
    }

    /// <summary>What a list shows besides its rows.</summary>
    private sealed record ListShown(string? Chosen = null, bool NothingSelected = false, IReadOnlyList<LendingBatchRow>? Results = null);

    /// <summary>Prints papers of the ticked requests, or does one thing with all of them.</summary>
    private static async Task<IResult> BatchAsync(
        HttpContext context, string name, [AsParameters] LendingQuery query, LendingBatch batch, OpenLendings lendings, LibraryNames libraries,
        TimeProvider clock, CancellationToken cancellation)
    {
        if (!LendingWorklists.ByName.ContainsKey(name))
        {
            return Problems.NotFound();
        }

        var form = await PageForm.ReadAsync(context, cancellation);
        var (action, ids) = (form["action"] ?? string.Empty, form.All("ids"));
        if (action is LendingLinks.Slips or LendingLinks.Labels)
        {
            return PageRoutes.Then($"{LendingLinks.PaperOf(action)}?{(ids.Count > 0 ? $"ids={string.Join("&ids=", ids)}" : $"list={name}")}");
        }

        var results = ids.Count == 0 ? null : await batch.RunAsync(
            context.Patron().Id, new LendingBatchForm { Action = action, Ids = ids }, CallTerms.Of(seen: null, form[CallTerms.OrderField]), cancellation);
        return await ShowAsync(
            context, name, query, null, new ListShown(NothingSelected: results is null, Results: results), lendings, libraries, clock, cancellation);
    }
}
