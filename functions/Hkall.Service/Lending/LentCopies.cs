using System.Net.Mime;
using Hkall.Requests.Lending;
using Hkall.Service.Downloads;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>
/// Where borrowing libraries take their scans, by the signed link they were given: their systems with GET, their people with
/// the button of the page. Each time counts; a scan that cannot be sent counts nothing.
/// </summary>
public static class LentCopies
{
    public static void MapLentCopies(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/lending/files/{token}", TakeAsync)
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf).ProducesProblem(404).ProducesProblem(410)
            .WithName("LentCopy").WithSummary("The scan made for a borrowing library, by its link.");

    internal static async Task<IResult> TakeAsync(
        HttpContext context, string token, DownloadTokens tokens, Cabinet<LendingRequest, LendingEvent> cabinet, LendingDesk desk, IBlobs blobs, CancellationToken cancellation)
    {
        if (await CardOfAsync(token, tokens, cabinet, cancellation) is not { } card)
        {
            return Problems.NotFound();
        }

        var scan = card.Request.Scan;
        var content = scan is null ? null : await blobs.OpenAsync(BlobContainer.Scans, scan.Id, cancellation);
        if (content is null && card.Request.Status == LendingStatus.Supplied)
        {
            return Problems.NotNow("file-missing", "The file cannot be found. This did not count.");
        }

        if (content is not null)
        {
            // Whatever comes of the grant, it is closed with the answer.
            context.Response.RegisterForDisposeAsync(content);
        }

        var outcome = await desk.DoAsync(card.Request.Id, new TakeCopy(), "link", cancellation);
        if (outcome is Done<LendingRequest> && content is not null)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            return Results.Stream(content, scan!.ContentType, scan.FileName, enableRangeProcessing: false);
        }

        return outcome is TurnedDown<LendingRequest>(var refusal, var why) ? Problems.Of(refusal, why) : Problems.NotFound();
    }

    internal static async Task<HeldCard<LendingRequest>?> CardOfAsync(
        string token, DownloadTokens tokens, Cabinet<LendingRequest, LendingEvent> cabinet, CancellationToken cancellation) =>
        tokens.RequestOf(token) is { } id ? await LendingEndpoints.FindAsync(id, cabinet, cancellation) : null;
}
