using System.Globalization;
using System.Text;
using Hkall.Domain.Model;

namespace Hkall.LocalHost.Libraries;

/// <summary>
/// Creates the scan that a simulated library sends: one page that says which scan it represents. It is written by hand, since a
/// page of text needs no package. Every PDF reader has the fonts, including the Chinese one.
/// </summary>
public static class SmallPdf
{
    private const int LineCharacters = 42;

    public static byte[] Of(Item item)
    {
        string?[] all = [item.ShortTitle, item.ArticleAuthor ?? item.Author, item.ShortTitle == item.Title ? null : item.Title, item.Pages];
        var lines = all.OfType<string>().SelectMany(Wrapped).ToList();
        var text = string.Join(" T*\n", lines.Select(line => $"<{Hex(line)}> Tj"));
        var content = $"BT /F1 16 Tf 24 TL 56 780 Td\n{text}\nET";
        return Assemble(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
            $"<< /Length {Encoding.ASCII.GetByteCount(content)} >>\nstream\n{content}\nendstream",
            "<< /Type /Font /Subtype /Type0 /BaseFont /MSung-Light /Encoding /UniCNS-UCS2-H /DescendantFonts [6 0 R] >>",
            "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (CNS1) /Supplement 0 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>",
            "<< /Type /FontDescriptor /FontName /MSung-Light /Flags 6 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
            $"<< /Title <FEFF{Hex(item.ShortTitle)}> /Producer (HkallFunctions bench) >>",
        ]);
    }

    private static byte[] Assemble(IReadOnlyList<string> objects)
    {
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            // All is ASCII, so a character is a byte.
            offsets.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            file.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        file.Append(
            CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Count + 1} /Root 1 0 R /Info {objects.Count} 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    private static IEnumerable<string> Wrapped(string text) => text.Chunk(LineCharacters).Select(chunk => new string(chunk));

    private static string Hex(string text) => Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(text));
}
