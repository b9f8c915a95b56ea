using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Downloads;

/// <summary>Names of stored scans.</summary>
public static class ScanIds
{
    /// <summary>The same file sent again gets the same name, so a repetition leaves no second file.</summary>
    public static string For(string requestId, string symbol, string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId}/{symbol}/{messageId}")))[..40];

    /// <summary>The content type for browsers: a scan is a PDF or a picture, and anything else is only a file.</summary>
    public static string ContentTypeOf(string? given) => given?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        null or "application/pdf" => "application/pdf",
        "image/tiff" => "image/tiff",
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        _ => "application/octet-stream",
    };

    /// <summary>The type of a file by its first bytes; null if it is no readable scan.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? "application/pdf"
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? "image/tiff"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : null;

    /// <summary>The file name for the patron. Most files of unknown type are PDFs that a system did not label.</summary>
    public static string FileNameOf(string requestId, string contentType) => requestId[..Math.Min(requestId.Length, RequestIds.Length)] + contentType switch
    {
        "image/tiff" => ".tif",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        _ => ".pdf",
    };
}
