using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Print;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Staff.Directory;
using Hkall.Pages.Staff.Handbook;
using Hkall.Pages.Staff.Invoices;
using Hkall.Pages.Staff.Lending;
using Hkall.Pages.Staff.Letters;
using Hkall.Pages.Staff.PolicyVersions;
using Hkall.Service.Auditing;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.OpeningDays;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
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
        all.MapHandbookPages();
        var (pages, lending, directory) = (Of(StaffRole.Desk), Of(StaffRole.Lending), Of(StaffRole.Directory));
        all.MapMethods("/staff", PageRoutes.Reading, HomeAsync).AuditedAs(AuditAction.Listed, about: "worklists");
        pages.MapMethods("/staff/worklists/{name}", PageRoutes.Reading, ListAsync).AuditedAs(AuditAction.Listed, "name");
        pages.MapPost("/staff/worklists/{name}", BatchAsync).AuditedAs(AuditAction.ActedOnRequests, "name");
        pages.MapMethods("/staff/scan", PageRoutes.Reading, () => PageRoutes.Page<ScanPage>());
        pages.MapPost("/staff/scan", ScanAsync).AuditedAs(AuditAction.Scanned);
        LiveCounts.MapOfRequests(pages);
        LiveCounts.MapOfLending(lending);
        pages.MapSearchPages();
        pages.MapViewPages();
        pages.MapParkedPages();
        pages.MapStaffRequestPages();
        pages.MapEditPages();
        pages.MapPlaceForPages();
        Of(StaffRole.Reports).MapReportPages();
        directory.MapDirectoryPages();
        directory.MapRatesPages();
        pages.MapClosuresPages();
        pages.MapHolidaysPages();
        var administrator = Of(StaffRole.Administrator);
        administrator.MapAuditPages();
        administrator.MapProposalPages();
        administrator.MapPolicyVersionPages();
        administrator.MapPolicyFieldsPages();
        administrator.MapLabPages();
        administrator.MapSchedulePages();
        administrator.MapSessionsPages();
        administrator.MapLettersPages();
        lending.MapLendingPages();
        lending.MapInvoicePages();
        pages.MapSlips();
        lending.MapLendingPapers();

        RouteGroupBuilder Of(StaffRole role) => all.MapGroup(string.Empty).NeedsRole(role);
    }

    /// <summary>The worklists; who may not open them comes to what they may open.</summary>
    private static async Task<IResult> HomeAsync(
        HttpContext context, string? told, WorklistService lists, SavedViews views, HolidayHorizon holidays, Proposals proposals, PartnerDirectory directory,
        PolicyInForce policy, TimeProvider clock,
        CancellationToken cancellation) =>
        StaffLinks.Elsewhere(Visit.Of(context).Roles) is { } elsewhere
            ? PageRoutes.Then(elsewhere)
            : PageRoutes.Page<StaffHomePage>(new
            {
                Lists = await lists.CountsAsync(cancellation),
                Views = await views.OfAsync(context.Patron().Id, cancellation),
                HolidaysEnd = await holidays.EndsSoonAsync(cancellation),
                Told = told == ViewPages.Removed ? Visit.Of(context).Say("The view was removed.") : null,
                Now = clock.GetUtcNow(),
                Unreachable = (await directory.KnownAsync(cancellation)).Unreachable(policy.Document.Limits.UndeliverableRunning),
                Proposals = Visit.Of(context).Roles.Contains(StaffRole.Administrator) ? await proposals.OpenCountAsync(cancellation) : 0,
            });

    private static Task<IResult> ListAsync(
        HttpContext context, string name, [AsParameters] RowQuery query, string? after, string? select, string? told, WorklistService lists, TimeProvider clock,
        CancellationToken cancellation) =>
        WorklistAsync(context, name, query, after, new ListShown(Chosen: select, Told: told), lists, clock, cancellation);

    private static async Task<IResult> WorklistAsync(
        HttpContext context, string name, RowQuery query, string? after, ListShown shown, WorklistService lists, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (await lists.PageAsync(name, query, context.Patron().Id, RowsOnAPage, after, cancellation) is not { } list)
        {
            return Problems.NotFound();
        }

        return PageRoutes.Page<WorklistPage>(new Dictionary<string, object?>
        {
            ["Name"] = name,
            ["Rows"] = list.Page,
            ["List"] = ListAddress.Of(StaffLinks.Worklist(name), query),
            ["Facets"] = list.Facets,
            ["InList"] = list.InList,
            ["Now"] = clock.GetUtcNow(),
            ["Query"] = query.ToString(),
            ["Told"] = shown.Told == ViewPages.Kept ? Visit.Of(context).Say("The view is on the first page of the staff desk.") : null,
            ["Chosen"] = shown.Chosen,
            ["NothingSelected"] = shown.NothingSelected,
            ["Results"] = shown.Results,
        });
    }

    /// <summary>What a list shows besides its rows.</summary>
    private sealed record ListShown(string? Chosen = null, bool NothingSelected = false, IReadOnlyList<BatchRow>? Results = null, string? Told = null);

    /// <summary>
    /// Runs an action on the ticked requests, or on one by its own button. The response is the updated list, with the result of each above it.
    /// </summary>
    private static async Task<IResult> BatchAsync(
        HttpContext context, string name, [AsParameters] RowQuery query, WorklistService lists, StaffActions actions, TimeProvider clock,
        CancellationToken cancellation)
    {
        if (Worklists.Find(name) is null)
        {
            return Problems.NotFound();
        }

        var form = await PageForm.ReadAsync(context, cancellation);
        var (action, ids) = form["one"]?.Split(' ') is [var its, var id] ? (its, [id]) : (form["action"] ?? string.Empty, form.All("ids"));
        if (ids.Count == 0)
        {
            return await WorklistAsync(context, name, query, null, new ListShown(NothingSelected: true), lists, clock, cancellation);
        }

        if (action == "slips")
        {
            return PageRoutes.Then(StaffLinks.Slips(name is "to-send-back" or "awaiting-receipt" ? SlipService.Return : SlipService.Shelf, ids));
        }

        var results =
            await actions.BatchAsync(
                context.Patron().Id, form.Read(
                    (fields, faults) => new BatchForm
                    {
                        Action = action,
                        Ids = ids,
                        Note = fields["note"],
                        DueOn = fields.Date("dueOn", faults),
                        Seen = fields.All(CallTerms.SeenField),
                    }),
                CallTerms.Of(seen: null, form[CallTerms.OrderField]),
            cancellation);
        return await WorklistAsync(context, name, query, null, new ListShown(Results: results), lists, clock, cancellation);
    }

    /// <summary>
    /// Handles a scanned barcode. The response is the scan page itself, ready for the next scan, without a redirect that the
    /// scanner would wait for.
    /// </summary>
    private static async Task<IResult> ScanAsync(
        HttpContext context, BarcodeService scans, SlipService slips, LibraryNames libraries, RequestStore<PatronRequest, RequestEvent> store,
        PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (form["barcode"] is not { } barcode)
        {
            return PageRoutes.Then("/staff/scan");
        }

        var language = Visit.Of(context).Language;
        var answer = await scans.ScanAsync(form.Read((fields, faults) => Read(fields, barcode, faults)), context.Patron().Id, language, cancellation);
        BarcodeEndpoints.Note(context, answer);
        var names = await libraries.InAsync(language, cancellation);
        return PageRoutes.Page<ScanPage>(new
        {
            Answer = answer.Lending is { } lent ? answer with { Lending = lent with { Borrower = names.Of(lent.Symbol, lent.Borrower) } } : answer,
            Sent = form,
            Undoable = answer is { Outcome: ScanOutcome.Done, Request.Id: var done } && await store.ReadAsync(done, cancellation) is { } stored
                && StaffButtons.PutRight(stored.Request, processor.Book, processor.Now).Contains("undo") ? stored : null,
            Slips = answer is { Outcome: ScanOutcome.Done, Did: "receive" or "check-in", Request: { } row }
                ? await slips.OfAsync(row.Status == RequestStatus.Returning ? SlipService.Return : SlipService.Shelf, [row.Id], language, cancellation) : [],
        });
    }

    private static ScanForm Read(PageForm form, string barcode, Fields faults) => new()
    {
        Barcode = barcode,
        Request = form["request"],
        Action = form["action"],
        Symbol = form["symbol"],
        DueOn = form.Date("dueOn", faults),
        LibraryUseOnly = form.Either("libraryUseOnly", "true", "false", faults),
        Parts = form.Number("parts", faults),
        ItemBarcode = form["itemBarcode"],
    };
}
