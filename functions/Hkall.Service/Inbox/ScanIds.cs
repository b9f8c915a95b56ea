using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Turns;

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

    /// <summary>The name under which a patron keeps the file. Most files of no known kind are PDFs that a system did not call so.</summary>
    public static string FileNameOf(string requestId, string contentType) => requestId[..Math.Min(requestId.Length, RequestIds.Length)] + contentType switch
    {
        "image/tiff" => ".tif",
        "image/jpeg" => ".jpg",
        "image/png" => ".png",
        _ => ".pdf",
    };
}
