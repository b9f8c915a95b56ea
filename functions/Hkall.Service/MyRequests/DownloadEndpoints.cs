using System.Net.Mime;
using Hkall.Domain;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.MyRequests;

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
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf, MediaTypeNames.Image.Tiff, MediaTypeNames.Image.Jpeg, MediaTypeNames.Image.Png)
            .ProducesProblem(404).ProducesProblem(409).ProducesProblem(410)
            .WithName("DownloadFile").WithSummary("The file, streamed; each grant counts.");
        routes.MapPost("/api/downloads/{token}", ByLinkAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf, MediaTypeNames.Image.Tiff, MediaTypeNames.Image.Jpeg, MediaTypeNames.Image.Png)
            .ProducesProblem(404).ProducesProblem(410).ProducesProblem(429)
            .WithName("DownloadByLink").WithSummary("The same file by the link in the mail; the same counter.");
    }

    private static async Task<IResult> OwnAsync(
        HttpContext context, string id, PatronActions actions, PatronRequestProcessor processor, CancellationToken cancellation) =>
        Answer(context, processor, await actions.DownloadAsync(context.Patron(), id, cancellation));

    internal static async Task<IResult> ByLinkAsync(
        HttpContext context,
        string token,
        DownloadTokens tokens,
        RequestStore<PatronRequest, RequestEvent> store,
        PatronRequestProcessor processor,
        FileGrants files,
        CancellationToken cancellation) =>
        Answer(
            context,
            processor,
            tokens.RequestOf(token) is { } requestId && await store.ReadAsync(requestId, cancellation) is { } stored
                ? await files.TakeAsync(stored, Actor.Link, cancellation)
                : null);

    /// <summary>The file, or why there is none; a page shows the latter as a page.</summary>
    internal static IResult Answer(HttpContext context, PatronRequestProcessor processor, FileGrant? grant)
    {
        switch (grant)
        {
            case null:
                return Problems.NotFound();
            case FileGrant.FileMissing:
                return Problems.NotNow("file-missing", "The file cannot be found. The Library has been told; this did not count as a download.");
            case FileGrant.NotGranted(var outcome):
                return Answers.Of(context, processor, outcome);
            case FileGrant.Granted(var scan, var content):
                context.Response.RegisterForDisposeAsync(content);
                context.Response.Headers.CacheControl = "no-store";
                context.Response.Headers[HeaderNames.AcceptRanges] = "none";
                context.Response.Headers["X-Content-Type-Options"] = "nosniff";
                return Results.Stream(content, scan.ContentType, scan.FileName, enableRangeProcessing: false);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
