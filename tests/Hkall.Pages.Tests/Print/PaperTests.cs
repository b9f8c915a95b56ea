using System.Diagnostics;
using Hkall.Pages.Tests.Kit;
using Hkall.Pages.Tests.Staff;

namespace Hkall.Pages.Tests.Print;

/// <summary>
/// Slips as paper: printed to PDF, drawn at the resolutions of a label printer and of an office printer, and read as a scanner reads them, which
/// looks more than once: where a bar falls between two dots at one resolution, it does not at the other. Each takes some seconds: a browser prints,
/// and every page is searched for codes.
/// </summary>
public sealed class PaperTests(Browser browser) : IClassFixture<Browser>
{
    private static readonly string[] DotsPerInch = ["203", "300"];

    [PaperTheory]
    [InlineData("1", 3)]
    [InlineData("2", 2)]
    [InlineData("4", 1)]
    [InlineData("8", 1)]
    public async Task A_scanner_reads_both_codes_of_every_slip_on_the_sheet(string perSheet, int sheets)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await room.Bench.LendingStaff().DoesAsync("receive", room.OnItsWay);
        await room.Bench.LendingStaff().DoesAsync("receive", room.AlsoOnItsWay);
        string[] ids = [room.OnTheShelf, room.OnItsWay, room.AlsoOnItsWay];
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.StaffSignsInAsync($"/staff/slips/shelf?ids={string.Join(',', ids)}&per={perSheet}");

        using var paper = await PrintAsync(window);

        paper.Sheets.Count.ShouldBe(sheets);
        var read = paper.Looks.SelectMany(Scan).Distinct().ToList();
        read.Where(code => code.StartsWith("QR-Code:", StringComparison.Ordinal)).ShouldBe(ids.Select(id => $"QR-Code:{id}"), ignoreOrder: true);
        read.Where(code => code.StartsWith("CODE-128:", StringComparison.Ordinal)).ShouldBe(ids.Select(id => $"CODE-128:{id}"), ignoreOrder: true);
    }

    [PaperTheory]
    [InlineData("1")]
    [InlineData("4")]
    public async Task Nothing_of_the_site_is_on_the_paper(string perSheet)
    {
        await using var room = await AStaffRoom.OpenAsync();
        await using var window = await browser.OpenAsync(room.Bench.Url);
        await window.StaffSignsInAsync($"/staff/slips/shelf?ids={room.OnTheShelf}&per={perSheet}");

        using var paper = await PrintAsync(window);

        var words = Run("pdftotext", paper.Pdf, "-");
        words.ShouldContain("Structure");
        foreach (var ofTheSite in (string[])["HKALL and Partners", "Staff desk", "My Requests", "Sign out", "On a sheet", "Help", "Copyright Ordinance"])
        {
            words.ShouldNotContain(ofTheSite);
        }
    }

    private static async Task<Paper> PrintAsync(AWindow window)
    {
        var folder = Directory.CreateTempSubdirectory("paper");
        var pdf = Path.Combine(folder.FullName, "slips.pdf");
        await window.Page.PdfAsync(new() { Path = pdf, Format = "A4", Margin = new() { Top = "8mm", Bottom = "8mm", Left = "8mm", Right = "8mm" } });
        foreach (var dots in DotsPerInch)
        {
            Run("pdftoppm", "-r", dots, "-gray", "-png", pdf, Path.Combine(folder.FullName, $"sheet-{dots}"));
        }

        return new Paper(folder, pdf, Directory.GetFiles(folder.FullName, $"sheet-{DotsPerInch[0]}*.png"), Directory.GetFiles(folder.FullName, "sheet-*.png"));
    }

    private static IEnumerable<string> Scan(string sheet) => Run("zbarimg", "--quiet", sheet).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start).ShouldNotBeNull();
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, program);
        return said;
    }

    private sealed record Paper(DirectoryInfo Folder, string Pdf, IReadOnlyList<string> Sheets, IReadOnlyList<string> Looks) : IDisposable
    {
        public void Dispose() => Folder.Delete(recursive: true);
    }
}
