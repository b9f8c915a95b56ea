using System.Net.Mime;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>
/// Where borrowing libraries download their scans, by the signed link we sent: systems with GET, people with the button on the
/// page. Each download counts; a scan that cannot be sent does not.
/// </summary>
public static class LentCopyDownloads
{
    public static void MapLentCopies(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/lending/files/{token}", TakeAsync).AllowAnonymous()
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf).ProducesProblem(404).ProducesProblem(410)
            .WithName("LentCopy").WithSummary("The scan made for a borrowing library, by its link.");

    internal static async Task<IResult> TakeAsync(
        HttpContext context, string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory,
        LendingRequestProcessor processor, IBlobs blobs,
        CancellationToken cancellation)
    {
        if (await CardOfAsync(token, tokens, store, directory, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var scan = stored.Request.Scan;
        var content = scan is null ? null : await blobs.OpenAsync(BlobContainer.Scans, scan.Id, cancellation);
        if (content is null && stored.Request.Status == LendingStatus.Supplied)
        {
            return Problems.NotNow("file-missing", "The file cannot be found. This did not count.");
        }

        if (content is not null)
        {
            // Whatever the grant decides, the response disposes of it.
            context.Response.RegisterForDisposeAsync(content);
        }

        var outcome = await processor.HandleAsync(stored.Request.Id, new TakeCopy(), Actor.Link, cancellation);
        if (outcome is Done<LendingRequest> && content is not null)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            return Results.Stream(content, scan!.ContentType, scan.FileName, enableRangeProcessing: false);
        }

        return outcome is CommandRefused<LendingRequest>(var refusal, var why) ? Problems.Of(refusal, why) : Problems.NotFound();
    }

    /// <returns>Null if the link is not one of ours, or if its library is blocked.</returns>
    internal static async Task<VersionedRequest<LendingRequest>?> CardOfAsync(
        string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory, CancellationToken cancellation) =>
        tokens.RequestOf(token) is { } id
        && await LendingEndpoints.FindAsync(id, store, cancellation) is { } stored
        && (await directory.FindAsync(stored.Request.Borrower.Symbol, cancellation) is not { } partner || Hearing.Admits(partner))
            ? stored : null;
}
