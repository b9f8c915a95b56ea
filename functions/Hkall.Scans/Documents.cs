using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;

namespace Hkall.Scans;

/// <summary>Opens a file as a PDF that can be changed.</summary>
internal static class Documents
{
    /// <summary>ISO A4 in points.</summary>
    private const double Width = 595;
    private const double Height = 842;

    public static PdfDocument Open(byte[] file) => PdfReader.Open(new MemoryStream(file), PdfDocumentOpenMode.Modify);

    /// <summary>The pages by their place: enumerating the tree gives references.</summary>
    public static IReadOnlyList<PdfPage> PagesOf(PdfDocument document) => [.. Enumerable.Range(0, document.PageCount).Select(at => document.Pages[at])];

    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>A reader says nothing more exact than that it failed, so the trailer's entry decides.</summary>
    public static bool IsEncrypted(ReadOnlySpan<byte> file) => file.IndexOf("/Encrypt"u8) >= 0;

    /// <summary>A picture as the one page of a PDF, in its own size if that fits on A4.</summary>
    public static PdfDocument OfPicture(byte[] file)
    {
        var document = new PdfDocument();
        using var picture = XImage.FromStream(new MemoryStream(file));
        var (width, height) = (picture.PointWidth, picture.PointHeight);
        var (mostWide, mostHigh) = width > height ? (Height, Width) : (Width, Height);
        var scale = Math.Min(1, Math.Min(mostWide / width, mostHigh / height));
        var page = document.AddPage();
        page.Width = XUnitPt.FromPoint(width * scale);
        page.Height = XUnitPt.FromPoint(height * scale);
        using var canvas = XGraphics.FromPdfPage(page);
        canvas.DrawImage(picture, 0, 0, width * scale, height * scale);
        return document;
    }
}
