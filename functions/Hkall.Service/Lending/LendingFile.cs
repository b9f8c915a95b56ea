using Hkall.Service.Auditing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>Uploads a scan that staff made for a borrowing library.</summary>
public static class LendingFile
{
    public static void MapLendingFile(this IEndpointRouteBuilder lending) =>
        lending.MapPut("{id}/file", FileAsync).AuditedAs(AuditAction.ActedOnLending, "id")
            .Produces<LendingView>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409).ProducesProblem(413)
            .WithName("LendingFile").WithSummary("The scan; it is handed over by a link.");

    private static async Task<IResult> FileAsync(
        HttpContext context, string id, LendingActions actions, CancellationToken cancellation) => LendingEndpoints.AnswerOf(
        context,
        await actions.SupplyScanAsync(
        context.Patron().Id,
        id,
        CallTerms.Of(context.Request),
        () =>
        {
            Uploads.AllowLargestScan(context);
            return Task.FromResult((context.Request.Body, context.Request.ContentType));
        },
        cancellation));
}
