using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Downloads;

/// <summary>Names of stored scans.</summary>
public static class ScanIds
{
    /// <summary>
    /// The name contains the hash of the content, so no later file can take the place of a stored one. The same file sent again under the same id
    /// gets the same name, so a repetition leaves no second file. Older files have only the first 40 characters.
    /// </summary>
    public static string For(string requestId, string source, string key, string sha256) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId}/{source}/{key}")))[..40]}-{sha256}";

    /// <summary>Whether the stated content type is one under which a scan is sent. Without one, or as mere bytes, the content decides.</summary>
    public static bool MayBe(string? stated) =>
        Plain(stated) is "" or "application/octet-stream" or "application/pdf" or "image/tiff" or "image/jpeg" or "image/png";

    /// <summary>Whether the stated content type allows the type that the content has.</summary>
    public static bool Fits(string? stated, string type) => Plain(stated) is "" or "application/octet-stream" || Plain(stated) == type;

    private static string Plain(string? stated) => stated?.Split(';')[0].Trim().ToLowerInvariant() ?? string.Empty;

    /// <summary>The type of a file by its first bytes; null if it is no readable scan.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? "application/pdf"
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? "image/tiff"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : null;

    /// <summary>The file name for the patron.</summary>
    public static string FileNameOf(string requestId, string contentType) => requestId[..Math.Min(requestId.Length, RequestIds.Length)] + contentType switch
    {
        "image/tiff" => ".tif",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        _ => ".pdf",
    };
}
