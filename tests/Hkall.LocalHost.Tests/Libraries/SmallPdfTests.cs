using System.Text;
using System.Text.RegularExpressions;
using Hkall.Domain.Model;
using Hkall.LocalHost.Libraries;

namespace Hkall.LocalHost.Tests.Libraries;

public sealed class SmallPdfTests
{
    [Fact]
    public void Every_offset_in_the_table_points_at_its_object_and_the_title_is_in_it()
    {
        var pdf = Encoding.ASCII.GetString(SmallPdf.Of(new Item { Title = "Nature", ArticleTitle = "論文 (A) \\ paper", Pages = "1-9" }));

        var offsets = Regex.Matches(pdf, "^([0-9]{10}) 00000 n $", RegexOptions.Multiline).Select(match => int.Parse(match.Groups[1].Value, null)).ToList();
        offsets.Count.ShouldBe(8);
        for (var i = 0; i < offsets.Count; i++)
        {
            pdf[offsets[i]..].ShouldStartWith($"{i + 1} 0 obj");
        }

        var table = int.Parse(Regex.Match(pdf, "startxref\n([0-9]+)").Groups[1].Value, null);
        pdf[table..].ShouldStartWith("xref");
        pdf.ShouldEndWith("%%EOF\n");
        pdf.ShouldContain(Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes("論文 (A) \\ paper")));
    }

    [Fact]
    public void The_same_item_gives_the_same_bytes() =>
        SmallPdf.Of(new Item { Title = "A" }).ShouldBe(SmallPdf.Of(new Item { Title = "A" }));
}
