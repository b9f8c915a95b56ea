using System.Net.Mime;
using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.Downloads;

/// <summary>
/// Downloads of a scan, from the account or by the link in the mail; both use the same counter (page: "max 5 times within 2 weeks").
/// A grant is stored before the first byte is sent. HEAD, opening the link's page and a refusal do not count. There are no
/// ranges, so a client cannot fetch a file in pieces that would each count.
/// </summary>
public static class DownloadEndpoints
{
    public static void MapDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/requests/{id}/file", OwnAsync)
            .RequireAuthorization(SignIn.PatronPolicy)
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf).ProducesProblem(404).ProducesProblem(409).ProducesProblem(410)
            .WithName("DownloadFile").WithSummary("The file, streamed; each grant counts.");
        routes.MapPost("/api/downloads/{token}", ByLinkAsync)
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf).ProducesProblem(404).ProducesProblem(410)
            .WithName("DownloadByLink").WithSummary("The same file by the link in the mail; the same counter.");
    }

    internal static async Task<IResult> OwnAsync(
        HttpContext context, string id, MyRequestsService mine, PatronRequestProcessor desk, IBlobs blobs, CancellationToken cancellation) =>
        await mine.FindAsync(context.Patron(), id, cancellation) is { } stored
            ? await GrantAsync(context, stored, desk, blobs, By.Patron, cancellation)
            : Problems.NotFound();

    internal static async Task<IResult> ByLinkAsync(
        HttpContext context,
        string token,
        DownloadTokens tokens,
        RequestStore<PatronRequest, RequestEvent> store,
        PatronRequestProcessor desk,
        IBlobs blobs,
        CancellationToken cancellation) =>
        tokens.RequestOf(token) is { } requestId && await store.ReadAsync(requestId, cancellation) is { } stored
            ? await GrantAsync(context, stored, desk, blobs, "link", cancellation)
            : Problems.NotFound();

    private static async Task<IResult> GrantAsync(
        HttpContext context, VersionedRequest<PatronRequest> stored, PatronRequestProcessor desk, IBlobs blobs, string by, CancellationToken cancellation)
    {
        if (stored.Request.Download?.Scan is not { } scan)
        {
            return Answers.Of(context, desk, await desk.HandleAsync(stored.Request.Id, new DownloadFile(), by, cancellation));
        }

        // Open the file before the grant, so that a file we cannot send costs the patron nothing. A closed download may have
        // no file any more, and then the rules say why.
        var content = await blobs.OpenAsync(BlobContainer.Scans, scan.Id, cancellation);
        if (content is null && stored.Request.Status.IsOpen())
        {
            return Problems.NotNow("file-missing", "The file cannot be found. The Library has been told; this did not count as a download.");
        }

        if (content is not null)
        {
            // Whatever happens to the grant, the stream closes with the answer.
            context.Response.RegisterForDisposeAsync(content);
        }

        var outcome = await desk.HandleAsync(stored.Request.Id, new DownloadFile(), by, cancellation);
        if (outcome is Done<PatronRequest> && content is not null)
        {
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers[HeaderNames.AcceptRanges] = "none";
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            return Results.Stream(content, scan.ContentType, scan.FileName, enableRangeProcessing: false);
        }

        return Answers.Of(context, desk, outcome);
    }
}
