using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.Staff;

/// <summary>A scan that staff send with a form, and whose sending is broken off.</summary>
public sealed class AbortedUploadTests
{
    private const long Large = 8 * 1024 * 1024;

    [Fact]
    public async Task Of_a_scan_sent_with_a_form_nothing_stays_on_the_disk()
    {
        var upload = new AnUpload();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton<IStartupFilter>(upload));
        var borrower = new ABorrower(bench, "HKU");
        var chapter = new { title = "Orientalism", isbn = "9780394740676", pages = "1-20" };
        (await borrower.SaysAsync("request", "THEIRS-1", new { service = "copy", item = chapter })).ShouldBe(202);
        var id = (await borrower.FindAsync("THEIRS-1")).At("id")!;
        var form = new AForm(bench);
        await form.SignInAsync(LendingStaff.Person);
        await form.GetAsync($"/staff/lending/{id}");
        var there = LargeFiles();
        IReadOnlyList<string> ours = [];

        await upload.AbortAsync(
            bench,
            "POST",
            $"/staff/lending/{id}/file",
            [("Cookie", form.Cookies), ("Content-Type", "multipart/form-data; boundary=part")],
            $"--part\r\nContent-Disposition: form-data; name=\"form-token\"\r\n\r\n{form.Token}\r\n"
            + "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"scan.pdf\"\r\n\r\n",
            midway: () => ours = [.. LargeFiles().Except(there)]);

        ours.ShouldNotBeEmpty();
        ours.ShouldAllBe(file => !File.Exists(file));
    }

    /// <summary>Where the framework keeps the files of a form until it is read; those of other tests are small.</summary>
    private static IReadOnlyList<string> LargeFiles() =>
        [.. new DirectoryInfo(AspNetCoreTempDirectory).EnumerateFiles("ASPNETCORE_*").Where(file => file.Length >= Large).Select(file => file.FullName)];

    private static string AspNetCoreTempDirectory => Environment.GetEnvironmentVariable("ASPNETCORE_TEMP") ?? Path.GetTempPath();
}
