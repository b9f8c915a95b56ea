using Hkall.Domain.Model;
using Hkall.Scans;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Scans;

/// <summary>Looks into each file that is to be a scan: what it is made of, and whether it may be passed on.</summary>
public sealed class ScanInspection(ScanTool tool)
{
    /// <summary>Where the end of a PDF names its table: a file without it is not read at all.</summary>
    private const int TailBytes = 64 * 1024;

    /// <param name="content">The file, which can be read again from its beginning.</param>
    /// <exception cref="BadInputException">It is encrypted, or it does something when it is opened.</exception>
    public async Task<ScanChecks> OfAsync(Stream content, string type, CancellationToken cancellation)
    {
        if (type == "image/tiff")
        {
            return new ScanChecks { NotStamped = StampHindrance.NoPdf };
        }

        if (content.Length > ScanTool.MostBytes)
        {
            return new ScanChecks { NotStamped = StampHindrance.TooLarge };
        }

        if (type == "application/pdf" && !await NamesItsTableAsync(content, cancellation))
        {
            return await UnreadAsync(content, cancellation);
        }

        using var folder = await tool.EnterAsync(cancellation);
        content.Position = 0;
        await folder.KeepAsync(content, cancellation);
        content.Position = 0;
        var seen = await tool.InspectAsync(folder, cancellation);
        return seen is { Pages: not null } or { Encrypted: true } ? Judge(seen) : await UnreadAsync(content, cancellation);
    }

    private static async Task<ScanChecks> UnreadAsync(Stream content, CancellationToken cancellation) =>
        await ActiveNames.AreInAsync(content, cancellation) ? throw Active() : new ScanChecks { NotStamped = StampHindrance.CannotBeRead };

    private static BadInputException Active() => new(
        StatusCodes.Status422UnprocessableEntity, "active-scan", "The file runs a script, starts something or carries other files. Please send the pages alone.");

    private static ScanChecks Judge(InspectAnswer seen) => seen switch
    {
        { Encrypted: true } => throw new BadInputException(
            StatusCodes.Status422UnprocessableEntity, "encrypted-scan", "The file is encrypted. Please send it without a password and without restrictions."),
        { Active: true } => throw Active(),
        _ => new ScanChecks
        {
            Pages = seen.Pages,
            Blank = Named(seen.Blank),
            Turned = Named(seen.Turned),
            CutOff = Named(seen.CutOff),
            NotStamped = seen.Pages == 0 ? StampHindrance.CannotBeRead : seen.Signed ? StampHindrance.Signed : null,
        },
    };

    private static IReadOnlyList<int>? Named(IReadOnlyList<int> pages) => pages.Count == 0 ? null : [.. pages.Take(ScanChecks.MostNamed)];

    private static async Task<bool> NamesItsTableAsync(Stream content, CancellationToken cancellation)
    {
        var tail = new byte[Math.Min(TailBytes, content.Length)];
        content.Position = content.Length - tail.Length;
        await content.ReadExactlyAsync(tail, cancellation);
        content.Position = 0;
        return tail.AsSpan().IndexOf("startxref"u8) >= 0;
    }
}
