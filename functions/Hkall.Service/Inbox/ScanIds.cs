using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Engine;

namespace Hkall.Service.Inbox;

/// <summary>Names of stored scans.</summary>
public static class ScanIds
{
    /// <summary>The same file sent again has the same name, so a repetition leaves nothing behind.</summary>
    public static string For(string requestId, string symbol, string messageId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{requestId}/{symbol}/{messageId}")))[..40];

    /// <summary>What browsers may be told it is: a scan is a PDF or a picture, and anything else is only a file.</summary>
    public static string ContentTypeOf(string? given) => given?.Split(';')[0].Trim().ToLowerInvariant() switch
    {
        null or "application/pdf" => "application/pdf",
        "image/tiff" => "image/tiff",
        "image/jpeg" => "image/jpeg",
        "image/png" => "image/png",
        _ => "application/octet-stream",
    };

    /// <summary>What a file is, by the bytes with which it begins; null for what nobody can read as a scan.</summary>
    public static string? TypeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("%PDF-"u8) ? "application/pdf"
        : head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8) ? "image/tiff"
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : head.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) ? "image/png"
        : null;

    /// <summary>The name under which a patron keeps the file. Most files of no known kind are PDFs that a system did not call so.</summary>
    public static string FileNameOf(string requestId, string contentType) => requestId[..Math.Min(requestId.Length, RequestIds.Length)] + contentType switch
    {
        "image/tiff" => ".tif",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        _ => ".pdf",
    };
}
