using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Hkall.Scans;

/// <summary>Draws the cover: paragraphs one under the other, as far as the page goes.</summary>
internal static class CoverPage
{
    private const double Margin = 60;
    private const double Width = 595;
    private const double Height = 842;

    public static void Draw(PdfPage page, IReadOnlyList<CoverLine> lines, Lettering lettering)
    {
        page.Width = XUnitPt.FromPoint(Width);
        page.Height = XUnitPt.FromPoint(Height);
        using var canvas = XGraphics.FromPdfPage(page);
        var at = Margin;
        foreach (var line in lines)
        {
            var size = SizeOf(line.Size);
            foreach (var piece in lettering.Wrap(canvas, line.Text, size, Width - (2 * Margin)))
            {
                at += size * 1.45;
                if (at > Height - Margin)
                {
                    return;
                }

                lettering.DrawLine(canvas, piece, size, Margin, at, Width - (2 * Margin));
            }

            at += size * 0.6;
        }
    }

    private static double SizeOf(CoverSize size) => size switch
    {
        CoverSize.Title => 17,
        CoverSize.Normal => 11,
        CoverSize.Small => 9,
    };
}
