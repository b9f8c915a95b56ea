using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices.Letters;
using Hkall.Service.OpeningDays;
using Hkall.Service.Placing;
using Hkall.Service.PolicyLab;
using Hkall.Service.PolicyVersions;
using Hkall.Service.Reports;
using Hkall.Service.Staff.Documents;
using Hkall.Service.Staff.FourEyes;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>The staff calls about one request.</summary>
public static class StaffEndpoints
{
    public static void MapStaff(this IEndpointRouteBuilder routes)
    {
        var all = routes.MapGroup("/api/staff").RequireAuthorization(SignIn.StaffPolicy);
        var (staff, directory) = (Of(StaffRole.Desk), Of(StaffRole.Directory));
        staff.MapWorklists();
        staff.MapBatch();
        Of(StaffRole.Lending).MapLendingBatch();
        Of(StaffRole.Reports).MapReports();
        staff.MapParked();
        directory.MapPartnerDirectory();
        directory.MapDirectoryDocument();
        staff.MapPatronFees();
        directory.MapRates();
        staff.MapClosures();
        directory.MapHolidays();
        staff.MapGet("requests/{id}", GetAsync).AuditedAs(AuditAction.LookedAtRequest, "id")
            .Produces<StaffView>().ProducesProblem(404).WithName("StaffRequest").WithSummary("Everything about one request.");
        staff.MapPost("requests/{id}/edit", EditAsync).AuditedAs(AuditAction.ActedOnRequest, "id")
            .Accepts<EditForm>("application/json").Produces<RequestView>().ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffEdit").WithSummary("Completes or corrects the item. Under review the libraries are found again; later, the part to be copied cannot be changed.");
        staff.MapPerson();
        staff.MapMembers();
        var administrator = Of(StaffRole.Administrator);
        administrator.MapAudit();
        administrator.MapProposals();
        administrator.MapPolicies();
        administrator.MapPolicyLab();
        administrator.MapEndingSessions();
        administrator.MapLetters();
        staff.MapPlacingFor();
        staff.MapPost("requests/{id}/add-library", AddLibraryAsync).AuditedAs(AuditAction.ActedOnRequest, "id")
            .Accepts<AddLibraryForm>("application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422)
            .WithName("StaffAddLibrary")
            .WithSummary("Adds a library to those that may be asked; one of a tier that the patron did not allow is offered to them first.");
        staff.MapPost("requests/{id}/library-said", LibrarySaidAsync).AuditedAs(AuditAction.ActedOnRequest, "id")
            .Accepts<LibrarySaidForm>("application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412)
            .WithName("StaffLibrarySaid").WithSummary("What a library that was asked told staff by telephone, letter or mail, or at the counter.");
        staff.MapPost("requests/{id}/{action}", ActAsync).AuditedAs(AuditAction.ActedOnRequest, "id").Accepts<StaffForm>(isOptional: true, "application/json")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(428)
            .WithName("StaffAction").WithSummary($"{string.Join(", ", StaffCommands.Names)}.").NeedsFreshSignIn(FreshSignIn.MoneyActions);
        staff.MapPut("requests/{id}/file", FileAsync).AuditedAs(AuditAction.ActedOnRequest, "id")
            .Produces<RequestView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413)
            .WithName("StaffFile").WithSummary("A scan that came by other means.");
        staff.MapGet("orchestrations/{id}", OrchestrationAsync).AuditedAs(AuditAction.LookedAtRequest, "id").Produces<OrchestrationView>().ProducesProblem(404)
            .WithName("Orchestration").WithSummary("What wakes the request, and when, beside what is recorded.");

        RouteGroupBuilder Of(StaffRole role) => all.MapGroup(string.Empty).NeedsRole(role);
    }

    private static async Task<IResult> GetAsync(
        HttpContext context,
        string id,
        MyRequestsService requests,
        RequestStore<PatronRequest, RequestEvent> store,
        IRows rows,
        PatronRequestProcessor processor,
        CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        context.Response.Headers.ETag = CallTerms.ETagOf(stored);
        var journal = await requests.JournalAsync(stored, cancellation);
        var signature = await Signature.OfAsync(rows, stored.Request, cancellation);
        if (signature is not null)
        {
            // The answer has the name with which the patron signed.
            AuditNotes.In(context).What = AuditAction.LookedAtPerson;
        }

        var view = RequestViews.Of(stored.Request, processor.Book, processor.Now, blocked: null, journal);
        return Results.Json(StaffView.Of(view, stored.Request, journal, signature), PagedJson.Options);
    }

    private static async Task<IResult> OrchestrationAsync(
        string id, RequestStore<PatronRequest, RequestEvent> store, IScheduleLookup scheduler, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(id) && await store.ReadAsync(id, cancellation) is { } stored
            ? Results.Json(
                new OrchestrationView(id, stored.Request.Status, stored.Request.Deadline, stored.Stored.Wake?.At, await scheduler.FindAsync(id, cancellation)),
                PagedJson.Options)
            : Problems.NotFound();

    private static async Task<IResult> ActAsync(
        HttpContext context, string id, string action, StaffActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answers.Of(context, processor, await actions.ActAsync(
            context.Patron().Id, id, action, CallTerms.Of(context.Request), () => StrictJson.ReadOptionalAsync<StaffForm>(context.Request, cancellation),
            cancellation));

    private static async Task<IResult> EditAsync(
        HttpContext context, string id, StaffActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answers.Of(context, processor, await actions.EditAsync(
            context.Patron().Id, id, CallTerms.Of(context.Request), () => StrictJson.ReadAsync<EditForm>(context.Request, cancellation), cancellation));

    private static async Task<IResult> AddLibraryAsync(
        HttpContext context, string id, StaffActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answers.Of(context, processor, await actions.AddLibraryAsync(
            context.Patron().Id, id, CallTerms.Of(context.Request), () => StrictJson.ReadAsync<AddLibraryForm>(context.Request, cancellation), cancellation));

    private static async Task<IResult> LibrarySaidAsync(
        HttpContext context, string id, StaffActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answers.Of(context, processor, await actions.RecordLibrarySaidAsync(
            context.Patron().Id, id, CallTerms.Of(context.Request), () => StrictJson.ReadAsync<LibrarySaidForm>(context.Request, cancellation),
            cancellation));

    private static async Task<IResult> FileAsync(
        HttpContext context, string id, StaffActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answers.Of(context, processor, await actions.SupplyScanAsync(
            context.Patron().Id,
            id,
            CallTerms.Of(context.Request),
            () =>
            {
                Uploads.AllowLargestScan(context);
                return (context.Request.Body, context.Request.ContentType);
            },
            cancellation));
}
