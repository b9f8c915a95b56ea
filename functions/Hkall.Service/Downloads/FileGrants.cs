using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Scans;
using Hkall.Service.Storage;
using Hkall.Service.Texts;

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

/// <summary>Grants downloads. A grant is stored before the first byte is sent, and the copy is stamped on its way.</summary>
public sealed class FileGrants(
    PatronRequestProcessor processor, IBlobs blobs, StampedCopies copies, PolicyInForce policy, People people, LibraryNames libraries)
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

        await using var copy = content is null ? null : await copies.BeginAsync(scan, content, cancellation);
        var outcome = await processor.HandleAsync(stored.Request.Id, new DownloadFile(), by, cancellation);
        if (outcome is not Done<PatronRequest> { Stored.Request: var request } || copy is null)
        {
            return new FileGrant.NotGranted(outcome);
        }

        var language = await people.FindAsync(request.PatronId, cancellation) is { } addressee
            ? NoticeLanguages.Of(addressee.Reader.Language)
            : NoticeLanguage.English;
        var named = (await libraries.InAsync(language, cancellation)).Of(request);
        var facts = new CopyFacts(
            request.Id, request.Item, SupplierOf(named), For: null, request.Download?.Remaining ?? 0, request.Download?.Until);
        var (sent, file) = await copy.FinishAsync(stamp => CoverWords.Of(facts, stamp, policy.Document.Library, policy.Today, language), cancellation);
        return new FileGrant.Granted(sent, file);
    }

    /// <summary>The last download closes the request, and then no library is expected any more.</summary>
    private static string? SupplierOf(PatronRequest request) => request.Rota.LastOrDefault(entry => entry.Standing == RotaStatus.Supplied)?.Name;
}
