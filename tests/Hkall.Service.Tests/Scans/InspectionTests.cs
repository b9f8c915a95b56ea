using System.Text;
using Hkall.Domain.Model;
using Hkall.Service.Scans;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.Scans;

/// <summary>What is seen in a file when it arrives.</summary>
public sealed class InspectionTests(RealPdfs pdfs) : IClassFixture<RealPdfs>
{
    private const string Box = "/MediaBox [0 0 400 500]";

    [Fact]
    public async Task Pages_are_counted() => (await OfAsync(RealPdfs.OnePage(Box))).ShouldBe(new ScanChecks { Pages = 1 });

    [Fact]
    public async Task A_page_without_a_mark_is_pointed_at()
    {
        var checks = await OfAsync(RealPdfs.Written(
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] >>"));
        checks.Blank.ShouldBe([1]);
    }

    [Fact]
    public async Task A_page_that_lies_across_is_pointed_at()
    {
        if (RealPdfs.CanMake)
        {
            (await OfAsync(pdfs.Of("one-turned"))).Turned.ShouldNotBeNull().Count.ShouldBe(1);
        }
    }

    [Fact]
    public async Task A_picture_that_ends_too_early_is_pointed_at()
    {
        const string Picture = "\u00FF\u00D8\u00FF\u00E0 half a picture";
        var page = RealPdfs.Written(
            "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 500] /Contents 4 0 R /Resources << /XObject << /P 5 0 R >> >> >>",
            "<< /Length 5 >>\nstream\n/P Do\nendstream",
            $"<< /Subtype /Image /Width 10 /Height 10 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode /Length {Picture.Length} >>\nstream\n{Picture}\nendstream");
        (await OfAsync(page)).CutOff.ShouldBe([1]);
    }

    [Fact]
    public async Task A_signed_file_is_known_as_signed() => (await OfAsync(StampedKindsTests.Signed)).NotStamped.ShouldBe(StampHindrance.Signed);

    [Theory]
    [InlineData("%PDF-1.7 no table")]
    [InlineData("%PDF-1.7 startxref\n0\n%%EOF")]
    public async Task A_file_that_cannot_be_read_is_taken_and_said_to_be_so(string content) =>
        (await OfAsync(Encoding.ASCII.GetBytes(content))).ShouldBe(new ScanChecks { NotStamped = StampHindrance.CannotBeRead });

    [Fact]
    public async Task A_tiff_is_known_not_to_become_a_pdf() =>
        (await OfAsync("II*\0 a picture"u8.ToArray(), "image/tiff")).NotStamped.ShouldBe(StampHindrance.NoPdf);

    [Fact]
    public async Task A_file_larger_than_the_program_reads_is_not_read()
    {
        using var large = new MemoryStream();
        large.SetLength(ScanTool.MostBytes + 1);
        (await new ScanInspection(pdfs.Tool).OfAsync(large, "application/pdf", CancellationToken.None)).NotStamped.ShouldBe(StampHindrance.TooLarge);
    }

    [Theory]
    [InlineData("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> ", "")]
    [InlineData("/OpenAction 6 0 R ", "<< /S /Launch /F (x.exe) >>")]
    [InlineData("/OpenAction << /S /GoTo /D [3 0 R /Fit] /Next << /S /#4AavaScript /JS 6 0 R >> >> ", "(app.alert\\(1\\))")]
    [InlineData("/Names << /EmbeddedFiles << /Names [(a) 6 0 R] >> >> ", "<< /Type /Filespec /F (a) /EF << /F 4 0 R >> >>")]
    [InlineData("/AcroForm << /XFA (x) >> ", "")]
    [InlineData("/X << /Subtype /RichMedia >> ", "")]
    public async Task A_file_that_does_something_when_it_is_opened_is_refused(string catalogue, string further) =>
        (await RefusedAsync(RealPdfs.OnePage(Box, catalogue, further.Length > 0 ? [further] : []))).ShouldBe("active-scan");

    [Theory]
    [InlineData("%PDF-1.7 no table /S /JavaScript /JS (x)")]
    [InlineData("%PDF-1.7 /S /Launch startxref\n0\n%%EOF")]
    public async Task A_file_that_cannot_be_read_and_speaks_of_running_something_is_refused(string content) =>
        (await RefusedAsync(Encoding.ASCII.GetBytes(content))).ShouldBe("active-scan");

    [Fact]
    public async Task Such_a_word_is_found_wherever_it_stands() =>
        (await RefusedAsync(Encoding.ASCII.GetBytes("%PDF-1.7 " + new string(' ', (64 * 1024) - 14) + "/JavaScript"))).ShouldBe("active-scan");

    [Theory]
    [InlineData("restricted")]
    [InlineData("encrypted")]
    public async Task An_encrypted_file_is_refused(string kind)
    {
        if (RealPdfs.CanMake)
        {
            (await RefusedAsync(pdfs.Of(kind))).ShouldBe("encrypted-scan");
        }
    }

    private async Task<string> RefusedAsync(byte[] file) => (await Should.ThrowAsync<BadInputException>(() => OfAsync(file))).Code;

    private Task<ScanChecks> OfAsync(byte[] file, string type = "application/pdf") =>
        new ScanInspection(pdfs.Tool).OfAsync(new MemoryStream(file), type, CancellationToken.None);
}
