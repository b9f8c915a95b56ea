using Hkall.Scans;
using Xunit.Abstractions;

namespace Hkall.Service.Tests.Scans;

/// <summary>What a stamp does to each kind of file, seen with other tools than ours.</summary>
public sealed class StampedKindsTests(RealPdfs pdfs, ITestOutputHelper output) : IClassFixture<RealPdfs>
{
    private const string Line = "Copy supplied for private research only · 01HK-7 · 2026-12-01";

    private static readonly StampOrder Order = new(Line, [new CoverLine("A cover")], "A title", "en", 500);

    [Theory]
    [InlineData("text")]
    [InlineData("image-only")]
    [InlineData("ocr-layer")]
    [InlineData("object-streams")]
    [InlineData("linearised")]
    [InlineData("turned-90")]
    [InlineData("turned-180")]
    [InlineData("turned-270")]
    public async Task Pages_look_and_read_as_before_and_each_has_the_stamp(string kind)
    {
        if (IsMissing())
        {
            return;
        }

        var before = pdfs.Of(kind);
        await IsAsBeforeAsync(before);
    }

    [Theory]
    [InlineData("/MediaBox [100 200 500 700] /CropBox [120 220 480 680]")]
    [InlineData("/MediaBox [100 200 500 700] /CropBox [120 220 480 680] /Rotate 90")]
    [InlineData("/MediaBox [0 0 600 800] /Rotate -90")]
    [InlineData("/MediaBox [600 800 0 0]")]
    public async Task Pages_with_odd_boxes_look_and_read_as_before(string page)
    {
        if (!IsMissing())
        {
            await IsAsBeforeAsync(RealPdfs.OnePage(page));
        }
    }

    [Fact]
    public async Task The_tags_of_a_tagged_file_stay()
    {
        if (IsMissing())
        {
            return;
        }

        var tagged = RealPdfs.OnePage(
            "/MediaBox [0 0 400 500] /StructParents 0", "/MarkInfo << /Marked true >> /StructTreeRoot 6 0 R ",
            "<< /Type /StructTreeRoot /K 7 0 R >>", "<< /Type /StructElem /S /P /P 6 0 R /Pg 3 0 R /K 0 /Alt (said aloud) >>");
        var (why, after) = await pdfs.StampAsync(tagged, Order);

        why.ShouldBeNull();
        var text = System.Text.Encoding.Latin1.GetString(after);
        text.ShouldContain("/StructTreeRoot");
        text.ShouldContain("said aloud");
    }

    [Theory]
    [InlineData("restricted", Hindrance.Encrypted)]
    [InlineData("encrypted", Hindrance.Encrypted)]
    [InlineData("broken", Hindrance.CannotBeRead)]
    public async Task What_cannot_be_stamped_says_why(string kind, Hindrance why)
    {
        if (!IsMissing())
        {
            (await pdfs.StampAsync(pdfs.Of(kind), Order)).Why.ShouldBe(why);
        }
    }

    [Fact]
    public async Task A_signature_is_not_broken() =>
        (await pdfs.StampAsync(Signed, Order)).Why.ShouldBe(Hindrance.Signed);

    [Fact]
    public async Task A_file_of_more_pages_than_the_policy_allows_is_left_alone() =>
        (await pdfs.StampAsync(RealPdfs.OnePage("/MediaBox [0 0 400 500]"), Order with { MostPages = 0 })).Why.ShouldBe(Hindrance.TooManyPages);

    [Fact]
    public async Task A_document_keeps_the_title_that_it_has_and_gets_one_if_it_has_none()
    {
        var (_, after) = await pdfs.StampAsync(RealPdfs.OnePage("/MediaBox [0 0 400 500]"), Order);
        System.Text.Encoding.Latin1.GetString(after).ShouldContain("A title");
    }

    internal static byte[] Signed => RealPdfs.OnePage(
        "/MediaBox [0 0 400 500]", "/AcroForm << /Fields [6 0 R] >> ", "<< /FT /Sig /T (s) /V 7 0 R >>",
        "<< /Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 1 2 3] /Contents <00> >>");

    private async Task IsAsBeforeAsync(byte[] before)
    {
        var (why, after) = await pdfs.StampAsync(before, Order);
        why.ShouldBeNull();

        var (pages, stamped) = (pdfs.TextOf(before), pdfs.TextOf(after));
        stamped.Length.ShouldBe(pages.Length + 1);
        stamped[0].ShouldBe("A cover");
        foreach (var (page, at) in pages.Select((page, at) => (page, at + 1)))
        {
            stamped[at].ShouldContain(Line);
            stamped[at].Replace(Line, string.Empty, StringComparison.Ordinal).Trim().ShouldBe(page);
        }

        var (drawn, redrawn) = (pdfs.DrawingsOf(before), pdfs.DrawingsOf(after));
        foreach (var (page, at) in drawn.Select((page, at) => (page, at + 1)))
        {
            redrawn[at].Height.ShouldBeInRange(page.Height + 13, page.Height + 15);
            page.DifferenceFrom(redrawn[at]).ShouldBeLessThan(0.0005);
        }
    }

    private bool IsMissing()
    {
        if (!RealPdfs.CanMake)
        {
            output.WriteLine("The tools for PDF are missing here (qpdf, poppler-utils, ghostscript, img2pdf, tesseract-ocr): this proves nothing.");
        }

        return !RealPdfs.CanMake;
    }
}
