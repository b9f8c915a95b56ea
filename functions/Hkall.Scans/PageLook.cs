using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;
using PdfSharp.Pdf.Advanced;

namespace Hkall.Scans;

/// <summary>What can be told of a page without drawing it.</summary>
internal static partial class PageLook
{
    /// <summary>A JPEG of white paper still spends some bytes on each block of 64 pixels; a page of print spends ten times as many.</summary>
    private const double BlankJpegBytesAPixel = 0.015;

    /// <summary>The other compressions spend next to nothing on an even surface.</summary>
    private const double BlankBytesAPixel = 0.002;

    /// <summary>A smaller picture is an ornament and says nothing of its page.</summary>
    private const int LeastPixels = 100_000;

    public static bool LiesAcross(PdfPage page)
    {
        var box = PageBox.Of(page);
        var isSideways = page.Rotate % 180 != 0;
        return isSideways ? box.Height > box.Width : box.Width > box.Height;
    }

    public static bool IsBlank(PdfPage page)
    {
        if (!Painting().IsMatch(ContentOf(page)))
        {
            return true;
        }

        var pictures = Pictures(page).ToList();
        return pictures.Count > 0 && !Drawing().IsMatch(ContentOf(page)) && pictures.TrueForAll(IsEven);
    }

    public static bool IsCutOff(PdfPage page) => Pictures(page).Any(picture =>
        FilterOf(picture) == "/DCTDecode" && picture.Stream?.Value is { } bytes && bytes.AsSpan(Math.Max(0, bytes.Length - 64)).IndexOf((ReadOnlySpan<byte>)[0xFF, 0xD9]) < 0);

    private static bool IsEven(PdfDictionary picture)
    {
        var pixels = (double)picture.Elements.GetInteger("/Width") * picture.Elements.GetInteger("/Height");
        var bytes = picture.Stream?.Value.Length ?? 0;
        return pixels >= LeastPixels && bytes / pixels < (FilterOf(picture) == "/DCTDecode" ? BlankJpegBytesAPixel : BlankBytesAPixel);
    }

    private static string FilterOf(PdfDictionary picture) => picture.Elements.GetObject("/Filter") switch
    {
        PdfArray { Elements.Count: > 0 } several => several.Elements.GetName(several.Elements.Count - 1),
        _ => picture.Elements.GetName("/Filter"),
    };

    private static IEnumerable<PdfDictionary> Pictures(PdfPage page)
    {
        if (page.Elements.GetDictionary("/Resources")?.Elements.GetDictionary("/XObject") is not { } drawn)
        {
            return [];
        }

        return drawn.Elements.Keys.Select(key => drawn.Elements.GetDictionary(key)).OfType<PdfDictionary>().Where(one => one.Elements.GetName("/Subtype") == "/Image");
    }

    private static string ContentOf(PdfPage page)
    {
        var text = new StringBuilder();
        foreach (var part in page.Contents.Elements.OfType<PdfReference>().Select(part => part.Value).OfType<PdfDictionary>())
        {
            text.Append(Encoding.Latin1.GetString(part.Stream?.UnfilteredValue ?? [])).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Any operator that leaves a mark.</summary>
    [GeneratedRegex(@"(?<![^\s\])>])(Tj|TJ|'|""|Do|EI|f\*?|F|B\*?|b\*?|S|s|sh)(?![^\s\[(</])", RegexOptions.CultureInvariant)]
    private static partial Regex Painting();

    /// <summary>The same without a picture.</summary>
    [GeneratedRegex(@"(?<![^\s\])>])(Tj|TJ|'|""|EI|f\*?|F|B\*?|b\*?|S|s|sh)(?![^\s\[(</])", RegexOptions.CultureInvariant)]
    private static partial Regex Drawing();
}
