using System.Net.Mime;
using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Scans;
using Hkall.Service.Storage;
using Hkall.Service.Texts;
using Hkall.Service.Throttling;
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
            .WithMetadata(new GuessableAttribute())
            .Produces<Stream>(200, MediaTypeNames.Application.Pdf, MediaTypeNames.Image.Tiff, MediaTypeNames.Image.Jpeg, MediaTypeNames.Image.Png)
            .ProducesProblem(404).ProducesProblem(410).ProducesProblem(429)
            .WithName("LentCopy").WithSummary("The scan made for a borrowing library, by its link.");

    internal static async Task<IResult> TakeAsync(
        HttpContext context, string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory,
        LendingRequestProcessor processor, IBlobs blobs, IFileScanner scanner, StampedCopies copies, PolicyInForce policy,
        CancellationToken cancellation)
    {
        if (await CardOfAsync(token, tokens, store, directory, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        var scan = stored.Request.Scan;
        if (scan is { Unchecked: true } && await scanner.OfStoredAsync(scan.Id, cancellation) is var verdict and not FileVerdict.Clean)
        {
            return await WithheldAsync(scan.Id, verdict, blobs, cancellation);
        }

        var content = scan is null ? null : await blobs.OpenAsync(BlobContainer.Scans, scan.Id, cancellation);
        if (content is null && stored.Request.Status == LendingStatus.Supplied)
        {
            return Problems.NotNow("file-missing", "The file cannot be found. This did not count.");
        }

        await using var copy = content is null ? null : await copies.BeginAsync(scan!, content, cancellation);
        var outcome = await processor.HandleAsync(stored.Request.Id, new TakeCopy(), Actor.Link, cancellation);
        if (outcome is Done<LendingRequest> { Stored.Request: var request } && copy is not null)
        {
            var (document, left) = (policy.Document, policy.Rules.Policy.Lending.ScanTimes - request.ScanTaken);
            var facts = new CopyFacts(request.BorrowersId, request.Item, document.Library.Name, request.Borrower.Name, left, request.ScanUntil);
            var (sent, file) = await copy.FinishAsync(
                stamp => CoverWords.Of(facts, stamp, document.Library, policy.Today, NoticeLanguage.English), cancellation);
            context.Response.RegisterForDisposeAsync(file);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.Headers["X-Content-Type-Options"] = "nosniff";
            return Results.Stream(file, sent.ContentType, sent.FileName, enableRangeProcessing: false);
        }

        return outcome is CommandRefused<LendingRequest>(var refusal, var why) ? Problems.Of(refusal, why) : Problems.NotFound();
    }

    /// <summary>A scan that is not known to be clean is given to nobody; one with malware is deleted.</summary>
    private static async Task<IResult> WithheldAsync(string scanId, FileVerdict verdict, IBlobs blobs, CancellationToken cancellation)
    {
        if (verdict is not FileVerdict.Infected)
        {
            return Problems.NotNow("file-not-scanned", "The file is being checked for malware. This did not count; please try again shortly.");
        }

        await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
        return Problems.Of(StatusCodes.Status410Gone, "infected-file", "Malware was found in the file, and it was deleted.");
    }

    /// <returns>Null if the link is not one of ours, or if its library is blocked.</returns>
    internal static async Task<VersionedRequest<LendingRequest>?> CardOfAsync(
        string token, DownloadTokens tokens, RequestStore<LendingRequest, LendingEvent> store, PartnerDirectory directory, CancellationToken cancellation) =>
        tokens.RequestOf(token) is { } id
        && await LendingEndpoints.FindAsync(id, store, cancellation) is { } stored
        && (await directory.FindAsync(stored.Request.Borrower.Symbol, cancellation) is not { } partner || Hearing.Admits(partner))
            ? stored : null;
}
