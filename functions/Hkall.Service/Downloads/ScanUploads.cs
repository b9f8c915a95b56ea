using System.Security.Cryptography;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Scans;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Downloads;

/// <summary>A file that may be stored as a scan: its type was read from its content, and no malware is known in it.</summary>
/// <param name="Content">The content, at its beginning.</param>
/// <param name="Sha256">The hash of the content, in lower-case hexadecimal.</param>
/// <param name="Unchecked">The scanner looks at it once it is stored.</param>
/// <param name="Checks">What was seen in it.</param>
public sealed record CheckedFile(Stream Content, string Type, long Bytes, string Sha256, bool Unchecked, ScanChecks Checks);

/// <summary>
/// The only way to store a scan: partners' and staff's uploads, scans for borrowers and fetched scans. Each is read to its end, its type is read
/// from its first bytes, and it is looked at for malware and looked through before it is stored under a name with its hash. A scan that no
/// request takes does not stay.
/// </summary>
public sealed class ScanUploads(IBlobs blobs, IFileScanner scanner, SpoolRoom room, ScanInspection inspection)
{
    /// <summary>The most characters of a scanner's name for malware that the service repeats.</summary>
    public const int LongestMalware = 100;

    /// <summary>Looks at a file as sent.</summary>
    /// <param name="content">The file, which can be read again from its beginning.</param>
    /// <param name="stated">The content type as sent; null if none was.</param>
    /// <exception cref="BadInputException">The file is empty, no scan, or of another type than stated.</exception>
    /// <exception cref="InfectedFileException">The scanner found malware.</exception>
    /// <exception cref="FileNotScannedException">The scanner does not answer now.</exception>
    public async Task<CheckedFile> CheckAsync(Stream content, string? stated, CancellationToken cancellation)
    {
        content.Position = 0;
        var type = await TypeOfAsync(content, stated, cancellation);
        content.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancellation));
        content.Position = 0;
        var verdict = await scanner.ScanAsync(content, cancellation);
        content.Position = 0;
        return verdict switch
        {
            FileVerdict.Clean => await SeenAsync(isUnchecked: false),
            FileVerdict.OnceStored => await SeenAsync(isUnchecked: true),
            FileVerdict.Infected infected => throw new InfectedFileException(Excerpt.Of(infected.Malware, LongestMalware)!),
            FileVerdict.NotNow later => throw new FileNotScannedException(later.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        async Task<CheckedFile> SeenAsync(bool isUnchecked) =>
            new(content, type, content.Length, sha256, isUnchecked, await inspection.OfAsync(content, type, cancellation));
    }

    /// <param name="source">Who sent it: a library's symbol, or <c>staff</c>.</param>
    /// <param name="key">The id of the message or of the call: the same file sent again under it gets the same name.</param>
    public async Task<Scan> StoreAsync(string requestId, string source, string key, CheckedFile file, CancellationToken cancellation)
    {
        var scanId = ScanIds.For(requestId, source, key, file.Sha256);
        var stored = await blobs.WriteAsync(BlobContainer.Scans, scanId, file.Content, Uploads.LargestScanBytes, cancellation);
        return new Scan(scanId, ScanIds.FileNameOf(requestId, file.Type), file.Type, stored.Bytes, stored.Sha256)
        {
            Unchecked = file.Unchecked,
            Checks = file.Checks,
        };
    }

    /// <summary>Stores a scan of staff and supplies it. If the rules refuse it, or it was supplied by the same order before, it is deleted.</summary>
    /// <param name="content">The file as sent; it is read to its end.</param>
    /// <param name="stated">The content type as sent; null if none was.</param>
    /// <exception cref="BadInputException">The file is empty, no scan, of another type than stated, or too large.</exception>
    public async Task<Outcome<TRequest>> SupplyAsync<TRequest>(
        string requestId, string key, Stream content, string? stated, Func<Scan, Task<Outcome<TRequest>>> supply, CancellationToken cancellation)
        where TRequest : class, Domain.IRequestState
    {
        if (!ScanIds.MayBe(stated))
        {
            throw OfOtherType();
        }

        await using var spool = await Spool.ReadAsync(content, said: null, Uploads.LargestScanBytes, room, cancellation);
        var scan = await StoreAsync(requestId, "staff", key, await CheckAsync(spool.Content, stated, cancellation), cancellation);
        var outcome = await supply(scan);
        if (outcome is not Done<TRequest> { Before: false })
        {
            await blobs.DeleteAsync(BlobContainer.Scans, scan.Id, cancellation);
        }

        return outcome;
    }

    public static BadInputException OfOtherType() =>
        new(StatusCodes.Status415UnsupportedMediaType, "type-mismatch", "The content is not of the type that was stated.");

    private static async Task<string> TypeOfAsync(Stream content, string? stated, CancellationToken cancellation)
    {
        var head = new byte[8];
        var read = await content.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false, cancellation);
        if (read == 0)
        {
            throw new BadInputException(StatusCodes.Status400BadRequest, "empty-file", "The file is empty.");
        }

        var type = ScanIds.TypeOf(head.AsSpan(0, read))
            ?? throw new BadInputException(StatusCodes.Status422UnprocessableEntity, "not-a-scan", "A scan is a PDF, a TIFF, a JPEG or a PNG.");
        return ScanIds.Fits(stated, type) ? type : throw OfOtherType();
    }
}
