using System.Globalization;
using System.Net;
using System.Text;
using QRCoder;

namespace Hkall.Service.Slips;

/// <summary>A QR code as SVG: one path, so that it prints sharp at any size and needs no styles.</summary>
public static class QrCode
{
    /// <param name="title">The content as text, for screen readers.</param>
    public static string Draw(string text, string title)
    {
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);

        // The generator adds its own quiet zone of four modules.
        var size = code.ModuleMatrix.Count;
        var path = new StringBuilder();
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++)
            {
                if (code.ModuleMatrix[y][x])
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
                }
            }
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg class=\"qr\" role=\"img\" viewBox=\"0 0 {size} {size}\" shape-rendering=\"crispEdges\"><title>{WebUtility.HtmlEncode(title)}</title><rect width=\"{size}\" height=\"{size}\" fill=\"#fff\"/><path fill=\"#000\" d=\"{path}\"/></svg>");
    }
}
