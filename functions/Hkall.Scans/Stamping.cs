using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Hkall.Scans;

/// <summary>
/// Writes the stamp on a strip that is added under each page, as the reader sees the page, so that it covers nothing; and puts the cover in
/// front. What is on the pages stays as it is.
/// </summary>
public static class Stamping
{
    /// <summary>The height of the strip in points: a line of small print with some air.</summary>
    public const double StripHeight = 14;

    /// <summary>The side of the square in which a strip is placed; the reader of a page's boxes sees none of it.</summary>
    private const double Square = 1000;

    private const double FontSize = 7;
    private const double Inset = 8;

    public static Hindrance? Do(byte[] file, string output, StampOrder order)
    {
        if (Lettering.Find() is not { } lettering)
        {
            return Hindrance.NoFont;
        }

        var seen = Inspection.Of(file);
        if (seen is { Encrypted: true } or { Signed: true } or { Pages: null or 0 } || seen.Pages > order.MostPages)
        {
            return seen.Encrypted ? Hindrance.Encrypted
                : seen.Signed ? Hindrance.Signed
                : seen.Pages > order.MostPages ? Hindrance.TooManyPages
                : Documents.IsPdf(file) ? Hindrance.CannotBeRead : Hindrance.NoPdf;
        }

        using var document = Documents.IsPdf(file) ? Documents.Open(file) : Reopened(Documents.OfPicture(file));
        foreach (var page in Documents.PagesOf(document))
        {
            Stamp(page, order.Stamp, lettering);
        }

        if (order.Cover.Count > 0)
        {
            CoverPage.Draw(document.InsertPage(0), order.Cover, lettering);
        }

        if (string.IsNullOrWhiteSpace(document.Info.Title))
        {
            document.Info.Title = order.Title;
        }

        if (!document.Internals.Catalog.Elements.ContainsKey("/Lang"))
        {
            document.Internals.Catalog.Elements.SetString("/Lang", order.Language);
        }

        document.Save(output);
        return null;
    }

    /// <summary>A document that was just drawn has no boxes yet.</summary>
    private static PdfDocument Reopened(PdfDocument drawn)
    {
        using var bytes = new MemoryStream();
        drawn.Save(bytes, closeStream: false);
        drawn.Dispose();
        return Documents.Open(bytes.ToArray());
    }

    private static void Stamp(PdfPage page, string text, Lettering lettering)
    {
        var (box, turn) = (PageBox.Of(page), ((page.Rotate % 360) + 360) % 360);
        var (larger, length, to) = turn switch
        {
            90 => (box with { Right = box.Right + StripHeight }, box.Height, new XMatrix(0, -1, 1, 0, box.Right, Square - box.Bottom)),
            180 => (box with { Top = box.Top + StripHeight }, box.Width, new XMatrix(-1, 0, 0, -1, box.Right, Square - box.Top)),
            270 => (box with { Left = box.Left - StripHeight }, box.Height, new XMatrix(0, 1, -1, 0, box.Left, Square - box.Top)),
            _ => (box with { Bottom = box.Bottom - StripHeight }, box.Width, new XMatrix(1, 0, 0, 1, box.Left, Square - box.Bottom)),
        };

        // The library for PDF places its drawing by the page's boxes and turn, each in its own way. A plain square leaves one way.
        page.Elements.Remove("/Rotate");
        foreach (var other in (string[])["/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"])
        {
            page.Elements.Remove(other);
        }

        page.MediaBox = new PdfRectangle(new XPoint(0, 0), new XPoint(Square, Square));
        using (var canvas = XGraphics.FromPdfPage(page, XGraphicsPdfPageOptions.Append))
        {
            canvas.MultiplyTransform(to);
            canvas.DrawRectangle(XBrushes.White, 0, 0, length, StripHeight);
            lettering.DrawLine(canvas, text, FontSize, Inset, StripHeight - 4.5, length - (2 * Inset));
        }

        page.MediaBox = larger.Rectangle;
        if (turn != 0)
        {
            page.Elements.SetInteger("/Rotate", turn);
        }
    }
}
