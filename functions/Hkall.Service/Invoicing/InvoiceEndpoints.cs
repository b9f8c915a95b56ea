using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Invoicing;

/// <summary>The staff calls for invoices to borrowers.</summary>
public static class InvoiceEndpoints
{
    public static void MapInvoicing(this IEndpointRouteBuilder routes)
    {
        var invoices = routes.MapGroup("/api/staff/invoices").RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Lending);
        invoices.MapGet("", ListAsync).AuditedAs(AuditAction.Listed, about: "invoices").Produces<InvoiceList>().ProducesProblem(400)
            .WithName("Invoices").WithSummary("Invoices of this year and the last, and older open ones; state open, late, closed or all.");
        invoices.MapGet("to-issue", ToIssueAsync).AuditedAs(AuditAction.Listed, about: "invoices-to-issue").Produces<ToInvoiceList>()
            .WithName("ToInvoice").WithSummary("Charges that stand on no invoice yet, by borrower and currency.");
        invoices.MapPost("", IssueAsync).AuditedAs(AuditAction.ChangedInvoice, about: "issue").Accepts<IssueForm>("application/json")
            .Produces<InvoiceList>(201).ProducesProblem(400).ProducesProblem(404).ProducesProblem(409)
            .WithName("IssueInvoices").WithSummary("Invoices the charges of a request, or of a borrower up to a day.").NeedsFreshSignIn();
        invoices.MapGet("{number}", GetAsync).AuditedAs(AuditAction.LookedAtInvoice, "number")
            .Produces<InvoiceView>().ProducesProblem(404).WithName("Invoice").WithSummary("One invoice with its steps.");
        invoices.MapPost("{number}/{action}", ActAsync).AuditedAs(AuditAction.ChangedInvoice, "number")
            .Accepts<InvoiceForm>(isOptional: true, "application/json")
            .Produces<InvoiceView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(412).ProducesProblem(503)
            .WithName("InvoiceAction").WithSummary("send, remind, paid, unpaid, cancel. With If-Match it holds to what was seen.")
            .NeedsFreshSignIn(FreshSignIn.InvoiceActions);
    }

    private static async Task<IResult> ListAsync(string? state, InvoiceService service, CancellationToken cancellation)
    {
        Func<Invoice, bool> belongs = state switch
        {
            null or "open" => invoice => invoice.IsOpen,
            "late" => service.IsLate,
            "closed" => invoice => !invoice.IsOpen,
            "all" => _ => true,
            _ => throw BadInputException.Field("state", "bad-query", "open, late, closed or all."),
        };
        var found = (await service.AllAsync(cancellation)).Select(stored => stored.Invoice).Where(belongs);
        return Results.Json(new InvoiceList([.. found.Select(invoice => ViewOf(invoice, service))]), PagedJson.Options);
    }

    private static async Task<IResult> ToIssueAsync(InvoiceService service, CancellationToken cancellation) =>
        Results.Json(new ToInvoiceList([.. (await service.ToInvoiceAsync(cancellation)).Select(ToInvoiceView.Of)]), PagedJson.Options);

    private static async Task<IResult> IssueAsync(HttpContext context, InvoiceService service, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<IssueForm>(context.Request, cancellation);
        return await service.IssueAsync(context.Patron().Id, form, cancellation) switch
        {
            null => Problems.NotFound(),
            [] => Problems.Of(Refusal.NothingToInvoice, "There is no charge that stands on no invoice yet."),
            [var first, ..] issued => Results.Json(
                    new InvoiceList([.. issued.Select(stored => ViewOf(stored.Invoice, service))]), PagedJson.Options, statusCode: StatusCodes.Status201Created)
                .WithLocation($"/api/staff/invoices/{first.Invoice.Number}"),
        };
    }

    private static async Task<IResult> GetAsync(HttpContext context, string number, InvoiceService service, CancellationToken cancellation) =>
        await service.FindAsync(number, cancellation) is { } stored ? Shown(context, stored, service) : Problems.NotFound();

    private static async Task<IResult> ActAsync(HttpContext context, string number, string action, InvoiceService service, CancellationToken cancellation) =>
        InvoiceForm.ActionOf(action) is { } known
            ? await service.ActAsync(
                context.Patron().Id,
                number,
                known,
                SeenIn(context.Request),
                async () => await StrictJson.ReadOptionalAsync<InvoiceForm>(context.Request, cancellation),
                cancellation) switch
            {
                InvoiceOutcome.Done(var stored) => Shown(context, stored, service),
                InvoiceOutcome.NoChange(var stored) => Shown(context, stored, service),
                InvoiceOutcome.ChangedSince(var stored) => Problems.ChangedSince(ViewOf(stored.Invoice, service)),
                InvoiceOutcome.Refused(var refusal, var why) => Problems.Of(refusal, why),
                InvoiceOutcome.NotSent(var why) => Problems.NotNow("mail-not-sent", why),
                InvoiceOutcome.NoSuchInvoice => Problems.NotFound(),
                _ => throw new System.Diagnostics.UnreachableException(),
            }
            : Problems.NotFound();

    private static IResult Shown(HttpContext context, StoredInvoice stored, InvoiceService service)
    {
        context.Response.Headers.ETag = $"\"{InvoiceService.VersionOf(stored)}\"";
        return Results.Json(ViewOf(stored.Invoice, service), PagedJson.Options);
    }

    private static InvoiceView ViewOf(Invoice invoice, InvoiceService service) => InvoiceView.Of(invoice, service.IsLate(invoice));

    private static string? SeenIn(HttpRequest request) => request.GetTypedHeaders().IfMatch is [var tag] ? tag.Tag.ToString().Trim('"') : null;
}
