using Hkall.Pages.Kit;
using Hkall.Pages.Print;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Staff.Directory;
using Hkall.Pages.Staff.Invoices;
using Hkall.Pages.Staff.Lending;
using Hkall.Service.Auditing;
using Hkall.Service.Counter;
using Hkall.Service.Partners;
using Hkall.Service.Slips;
using Hkall.Service.Staff;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The pages for staff: worklists, barcodes and search. <see cref="StaffRequestPages"/> has the page of one request.</summary>
internal static class StaffPages
{
    /// <summary>The rows of a list on one page.</summary>
    private const string RowsOnAPage = "50";

    public static void MapStaffPages(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapPageGroup(PageSession.StaffPolicy);
        var (pages, lending, directory) = (Of(StaffRole.Desk), Of(StaffRole.Lending), Of(StaffRole.Directory));
        all.MapMethods("/staff", PageRoutes.Reading, HomeAsync).AuditedAs(AuditAction.Listed, about: "worklists");
        pages.MapMethods(
            "/staff/worklists/{name}", PageRoutes.Reading,
            (string name, string? after, WorklistService lists, TimeProvider clock, CancellationToken cancellation) =>
            WorklistAsync(name, after, null, lists, clock, cancellation)).AuditedAs(AuditAction.Listed, "name");
        pages.MapPost("/staff/worklists/{name}", BatchAsync).AuditedAs(AuditAction.ActedOnRequests, "name");
        pages.MapMethods("/staff/scan", PageRoutes.Reading, () => PageRoutes.Page<ScanPage>());
        pages.MapPost("/staff/scan", ScanAsync).AuditedAs(AuditAction.Scanned);
        pages.MapMethods("/staff/requests", PageRoutes.Reading, SearchAsync).AuditedAs(AuditAction.Searched, about: "requests");
        pages.MapParkedPages();
        pages.MapStaffRequestPages();
        pages.MapEditPages();
        pages.MapPlaceForPages();
        Of(StaffRole.Reports).MapReportPages();
        directory.MapDirectoryPages();
        directory.MapRatesPages();
        var administrator = Of(StaffRole.Administrator);
        administrator.MapAuditPages();
        administrator.MapProposalPages();
        lending.MapLendingPages();
        lending.MapInvoicePages();
        pages.MapSlips();
        lending.MapLendingPapers();

        RouteGroupBuilder Of(StaffRole role) => all.MapGroup(string.Empty).NeedsRole(role);
    }

    /// <summary>The worklists; who may not open them comes to what they may open.</summary>
    private static async Task<IResult> HomeAsync(
        HttpContext context, WorklistService lists, Proposals proposals, TimeProvider clock, CancellationToken cancellation) =>
        StaffLinks.Elsewhere(Visit.Of(context).Roles) is { } elsewhere
            ? PageRoutes.Then(elsewhere)
            : PageRoutes.Page<StaffHomePage>(new
            {
                Lists = await lists.CountsAsync(cancellation),
                Now = clock.GetUtcNow(),
                Proposals = Visit.Of(context).Roles.Contains(StaffRole.Administrator) ? await proposals.OpenCountAsync(cancellation) : 0,
            });

    private static async Task<IResult> WorklistAsync(
        string name, string? after, IReadOnlyList<BatchRow>? results, WorklistService lists, TimeProvider clock, CancellationToken cancellation)
    {
        if (await lists.PageAsync(name, RowsOnAPage, after, cancellation) is not { } page)
        {
            return Problems.NotFound();
        }

        return PageRoutes.Page<WorklistPage>(new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["Rows"] = page.Items,
            ["Next"] = page.Next,
            ["Now"] = clock.GetUtcNow(),
            ["Results"] = results,
        });
    }

    /// <summary>Runs an action on the ticked requests. The response is the updated list, with the result of each request above it.</summary>
    private static async Task<IResult> BatchAsync(
        HttpContext context, string name, WorklistService lists, StaffActions actions, TimeProvider clock, CancellationToken cancellation)
    {
        if (Worklists.Find(name) is null)
        {
            return Problems.NotFound();
        }

        var form = await PageForm.ReadAsync(context, cancellation);
        var ids = form.All("ids");
        if (form["action"] == "slips")
        {
            return PageRoutes.Then(StaffLinks.Slips(name is "to-send-back" or "awaiting-receipt" ? SlipService.Return : SlipService.Shelf, ids));
        }

        if (ids.Count == 0)
        {
            return PageRoutes.Then(StaffLinks.Worklist(name));
        }

        var results =
            await actions.BatchAsync(
                context.Patron().Id, form.Read(
                    (fields, faults) => new BatchForm
                    {
                        Action = fields["action"] ?? string.Empty,
                        Ids = ids,
                        Note = fields["note"],
                        DueOn = fields.Date("dueOn", faults),
                        Seen = fields.All(CallTerms.SeenField),
                    }),
                CallTerms.Of(seen: null, form[CallTerms.OrderField]),
            cancellation);
        return await WorklistAsync(name, null, results, lists, clock, cancellation);
    }

    /// <summary>
    /// Handles a scanned barcode. The response is the scan page itself, ready for the next scan, without a redirect that the
    /// scanner would wait for.
    /// </summary>
    private static async Task<IResult> ScanAsync(HttpContext context, BarcodeService scans, LibraryNames libraries, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (form["barcode"] is not { } barcode)
        {
            return PageRoutes.Then("/staff/scan");
        }

        var answer = await scans.ScanAsync(
            new ScanForm { Barcode = barcode, Request = form["request"], Action = form["action"], Symbol = form["symbol"] }, context.Patron().Id,
            Visit.Of(context).Language,
            cancellation);
        BarcodeEndpoints.Note(context, answer);
        var names = await libraries.InAsync(Visit.Of(context).Language, cancellation);
        return PageRoutes.Page<ScanPage>(
            new { Answer = answer.Lending is { } lent ? answer with { Lending = lent with { Borrower = names.Of(lent.Symbol, lent.Borrower) } } : answer });
    }

    private static async Task<IResult> SearchAsync(string? q, string? after, StaffSearch finding, TimeProvider clock, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(q))
        {
            return PageRoutes.Page<SearchPage>(new { Now = clock.GetUtcNow() });
        }

        var page = await finding.FindAsync(q, RowsOnAPage, after, cancellation);
        return PageRoutes.Page<SearchPage>(new { Query = q.Trim(), Rows = page.Items, page.Next, Now = clock.GetUtcNow() });
    }
}
