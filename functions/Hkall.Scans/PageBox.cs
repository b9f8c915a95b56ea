using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace Hkall.Scans;

/// <summary>The part of a page that is seen, in the page's own coordinates.</summary>
internal readonly record struct PageBox(double Left, double Bottom, double Right, double Top)
{
    public double Width => Right - Left;

    public double Height => Top - Bottom;

    public PdfRectangle Rectangle => new(new XPoint(Left, Bottom), new XPoint(Right, Top));

    public static PageBox Of(PdfPage page)
    {
        var media = Of(page.Elements.GetRectangle("/MediaBox"));
        var crop = page.Elements.ContainsKey("/CropBox") ? Of(page.Elements.GetRectangle("/CropBox")) : media;
        var seen = new PageBox(
            Math.Max(media.Left, crop.Left), Math.Max(media.Bottom, crop.Bottom), Math.Min(media.Right, crop.Right), Math.Min(media.Top, crop.Top));
        return seen is { Width: > 0, Height: > 0 } ? seen : media;
    }

    private static PageBox Of(PdfRectangle one) =>
        new(Math.Min(one.X1, one.X2), Math.Min(one.Y1, one.Y2), Math.Max(one.X1, one.X2), Math.Max(one.Y1, one.Y2));
}
