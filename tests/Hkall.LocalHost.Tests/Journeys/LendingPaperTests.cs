using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Xunit.Abstractions;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>
/// Pull slips and address labels: one page each, whatever stands on them. Printed by Chromium where it is installed; the output says where it is not.
/// </summary>
public sealed partial class LendingPaperTests(ITestOutputHelper output) : IAsyncLifetime
{
    private ABench _bench = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _staff = _bench.LendingStaff();
    }

    public Task DisposeAsync() => _bench.DisposeAsync().AsTask();

    // More than two seconds where Chromium is installed: it starts anew for each printing.
    [Fact]
    public Task A_pull_slip_prints_on_one_page_with_the_longest_title_and_in_chinese() => ShouldPrintOnOnePageAsync("slip");

    [Fact]
    [Trait("Run", "Full")]
    public Task An_address_label_prints_on_one_page_with_the_longest_title_and_in_chinese() => ShouldPrintOnOnePageAsync("label");

    [Fact]
    [Trait("Run", "Full")]
    public Task Several_pull_slips_print_on_a_page_each() => ShouldPrintOnAPageEachAsync("slips");

    [Fact]
    public Task Several_address_labels_print_on_a_page_each() => ShouldPrintOnAPageEachAsync("labels");

    [Fact]
    public async Task What_others_wrote_is_never_taken_for_markup()
    {
        var id = await KeyedInAsync("<img src=x>", "<script>alert(1)</script>");

        var page = (await _staff.GetAsync($"/api/staff/lending/{id}/slip")).ShouldBe(200).Text;

        page.ShouldNotContain("<script>alert");
        page.ShouldNotContain("<img src=x>");
        page.ShouldContain("&lt;script&gt;");
    }

    [Fact]
    public async Task No_more_is_printed_at_once_than_a_mornings_work()
    {
        (await _staff.GetAsync("/api/staff/lending/slips?ids=")).ShouldBlame(400, "bad-query", "ids");
        (await _staff.GetAsync("/api/staff/lending/slips?ids=not-an-id")).ShouldBlame(400, "bad-query", "ids");
        (await _staff.GetAsync($"/api/staff/lending/slips?ids=L{new string('0', 25)}")).ShouldBeProblem(404, "not-found");
    }

    private async Task ShouldPrintOnOnePageAsync(string paper)
    {
        var id = await KeyedInAsync("館際互借-1", new string('紅', 900) + " — a very long title");

        var page = (await _staff.GetAsync($"/api/staff/lending/{id}/{paper}")).ShouldBe(200);

        page.ContentType.ShouldBe("text/html; charset=utf-8");
        page.Text.ShouldContain("衞生署");
        page.Text.ShouldContain("<svg");
        page.Text.ShouldContain(id);
        await ShouldPrintOnAsync(1, page.Text);
    }

    private async Task ShouldPrintOnAPageEachAsync(string papers)
    {
        string[] ids = [await KeyedInAsync("a", "Orientalism"), await KeyedInAsync("b", "紅樓夢"), await KeyedInAsync("c", "Nineteen Eighty-Four")];

        var page = (await _staff.GetAsync($"/api/staff/lending/{papers}?ids={string.Join(',', ids)}")).ShouldBe(200);

        ids.ShouldAllBe(id => page.Text.Contains(id, StringComparison.Ordinal));
        await ShouldPrintOnAsync(3, page.Text);
    }

    private async Task<string> KeyedInAsync(string requestId, string title) => (await _staff.PostAsync("/api/staff/lending", new
    {
        borrower = new
        {
            name = "衞生署 Department of Health",
            kind = "government",
            email = "library@dh.example",
            address = new[] { "Wu Chung House, 21/F",
            "皇后大道東213號胡忠大廈二十一樓", "Wan Chai", "Hong Kong" }
        },
        requestId,
        service = "loan",
        item = new { title, author = "Edward W. Said", isbn = "9780394740676" },
    })).ShouldBe(201).Json.At("id")!;

    private async Task ShouldPrintOnAsync(int pages, string html)
    {
        if (Chromium.Path is not { } browser)
        {
            output.WriteLine($"Not printed: there is no Chromium on this machine ({Chromium.HowToInstall}).");
            return;
        }

        var folder = Directory.CreateTempSubdirectory("hkall-paper-");
        try
        {
            var (page, pdf) = (Path.Combine(folder.FullName, "page.html"), Path.Combine(folder.FullName, "page.pdf"));
            await File.WriteAllTextAsync(page, html);
            await PrintAsync(browser, folder.FullName, page, pdf);
            Pages().Count(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(pdf))).ShouldBe(pages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task PrintAsync(string browser, string profile, string page, string pdf)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in (string[])["--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={Path.Combine(profile, "profile")}",
            "--no-pdf-header-footer", $"--print-to-pdf={pdf}", new Uri(page).AbsoluteUri])
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{browser} did not start.");
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        using var patience = new CancellationTokenSource(Times.Patience);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{browser} did not print in time.");
        }

        File.Exists(pdf).ShouldBeTrue(await said);
    }

    /// <summary>The page objects of the file; Chromium writes them plainly.</summary>
    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Pages();
}
