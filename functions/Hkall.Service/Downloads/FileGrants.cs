using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Downloads;

/// <summary>The answer to somebody who wants to download a scan.</summary>
public abstract record FileGrant
{
    private FileGrant()
    {
    }

    /// <summary>The download counts, and the file goes out.</summary>
    public sealed record Granted(Scan Scan, Stream Content) : FileGrant;

    /// <summary>The rules grant nothing; the outcome says why.</summary>
    public sealed record NotGranted(Outcome<PatronRequest> Outcome) : FileGrant;

    /// <summary>The file cannot be found, so nothing was counted.</summary>
    public sealed record FileMissing : FileGrant;
}

/// <summary>Grants downloads. A grant is stored before the first byte is sent.</summary>
public sealed class FileGrants(PatronRequestProcessor processor, IBlobs blobs)
{
    /// <param name="by">The patron, or the link of the mail.</param>
    public async Task<FileGrant> TakeAsync(VersionedRequest<PatronRequest> stored, Actor by, CancellationToken cancellation)
    {
        if (stored.Request.Download?.Scan is not { } scan)
        {
            return new FileGrant.NotGranted(await processor.HandleAsync(stored.Request.Id, new DownloadFile(), by, cancellation));
        }

        // Open the file before the grant, so that a file we cannot send costs the patron nothing. A closed download may have
        // no file any more, and then the rules say why.
        var content = await blobs.OpenAsync(BlobContainer.Scans, scan.Id, cancellation);
        if (content is null && stored.Request.Status.IsOpen())
        {
            return new FileGrant.FileMissing();
        }

        var granted = false;
        try
        {
            var outcome = await processor.HandleAsync(stored.Request.Id, new DownloadFile(), by, cancellation);
            granted = outcome is Done<PatronRequest> && content is not null;
            return granted ? new FileGrant.Granted(scan, content!) : new FileGrant.NotGranted(outcome);
        }
        finally
        {
            if (!granted && content is not null)
            {
                await content.DisposeAsync();
            }
        }
    }
}
