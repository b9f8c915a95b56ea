using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Downloads;

/// <summary>Stores the scans that people and libraries send. A scan that no request takes does not stay.</summary>
public sealed class ScanUploads(IBlobs blobs)
{
    /// <param name="source">Who sent it: a library's symbol, or <c>staff</c>.</param>
    /// <param name="key">The id of the message or of the call: the same file sent again under it gets the same name.</param>
    /// <param name="type">The content type as sent; null if none was.</param>
    /// <exception cref="BadInputException">The file is empty.</exception>
    /// <exception cref="BlobTooLargeException">The file has more than <see cref="Uploads.LargestScanBytes"/>.</exception>
    public async Task<Scan> StoreAsync(string requestId, string source, string key, Stream content, string? type, CancellationToken cancellation)
    {
        var scanId = ScanIds.For(requestId, source, key);
        var stored = await blobs.WriteAsync(BlobContainer.Scans, scanId, content, Uploads.LargestScanBytes, cancellation);
        if (stored.Bytes == 0)
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scanId, cancellation);
            throw new BadInputException(StatusCodes.Status400BadRequest, "empty-file", "The file is empty.");
        }

        var known = ScanIds.ContentTypeOf(type);
        return new Scan(scanId, ScanIds.FileNameOf(requestId, known), known, stored.Bytes, stored.Sha256);
    }

    /// <summary>Stores a scan of staff and supplies it. If the rules refuse it, or it was supplied by the same order before, it is deleted.</summary>
    /// <inheritdoc cref="StoreAsync"/>
    public async Task<Outcome<TRequest>> SupplyAsync<TRequest>(
        string requestId, string key, Stream content, string? type, Func<Scan, Task<Outcome<TRequest>>> supply, CancellationToken cancellation)
        where TRequest : class, Domain.IRequestState
    {
        var scan = await StoreAsync(requestId, "staff", key, content, type, cancellation);
        var outcome = await supply(scan);
        if (outcome is not Done<TRequest> { Before: false })
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scan.Id, cancellation);
        }

        return outcome;
    }
}
