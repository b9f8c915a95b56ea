using Hkall.Pages.Downloads;
using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Invoicing;
using Hkall.Service.Policies;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Print;

/// <summary>The invoice to print: for staff, and for the borrower by the link in its mail.</summary>
internal static class InvoicePaper
{
    public static void MapInvoicePaper(this IEndpointRouteBuilder routes)
    {
        routes.MapGroup("/api/staff/invoices").RequireAuthorization(SignIn.StaffPolicy).NeedsRole(StaffRole.Lending).MapGet("{number}/print", ForStaffAsync)
            .AuditedAs(AuditAction.Printed, "number")
            .Produces<string>(200, "text/html").ProducesProblem(404).WithName("InvoicePaper").WithSummary("The invoice, to print.");
        routes.MapPageGroup().WithMetadata(new GuessableAttribute()).MapMethods("/invoices/{token}", PageRoutes.Reading, ByLinkAsync);
    }

    public static async Task<IResult> ForStaffAsync(
        HttpContext context, string number, InvoiceService service, OwnLibrary own, PolicyInForce policy, CancellationToken cancellation) =>
        await service.FindAsync(number, cancellation) is { } stored ? Sheet(context, stored.Invoice, own, policy) : Problems.NotFound();

    private static async Task<IResult> ByLinkAsync(
        HttpContext context, string token, InvoiceTokens tokens, InvoiceService service, OwnLibrary own, PolicyInForce policy,
        CancellationToken cancellation) =>
        tokens.NumberOf(token) is { } number && await service.FindAsync(number, cancellation) is { } stored
            ? Sheet(context, stored.Invoice, own, policy)
            : PageRoutes.Page<NoSuchDownloadPage>(status: StatusCodes.Status404NotFound);

    private static IResult Sheet(HttpContext context, Invoice invoice, OwnLibrary own, PolicyInForce policy)
    {
        context.Response.Headers.ContentSecurityPolicy = LendingPaper.Policy;
        return PageRoutes.Page<InvoiceSheet>(new { Invoice = invoice, Own = own, Policy = policy.Document.Invoices });
    }
}
