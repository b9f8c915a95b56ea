using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A copy from placing to close: the scan comes, and is downloaded by the account and by the link in the mail.</summary>
public abstract class CopyJourney
{
    protected abstract Task<ABench> BenchAsync();

    [Fact]
    public async Task A_copy_from_placing_to_its_last_download()
    {
        await using var bench = await BenchAsync();
        var (patron, library) = (bench.Patron("fernandes"), bench.Library("HKU"));

        // Monday: placed and promised. Tuesday, ten o'clock: the scan is here.
        var id = await patron.HasPlacedAsync(Orders.Shannon);
        var expected = await patron.SeesAsync(id);
        expected.At("status").ShouldBe("expected");
        expected.At("estimate.earliest").ShouldBe("2026-11-24");
        expected.At("estimate.latest").ShouldBe("2026-11-26");
        expected.At("pickup").ShouldBeNull();
        (await patron.DownloadsAsync(id)).ShouldBeProblem(409, "no-file");
        await bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        var ready = await patron.SeesAsync(id);
        ready.At("status").ShouldBe("ready-to-download");
        ready.At("statusText").ShouldBe("Available until 8 December 2026 (5 downloads left).");
        ready.At("download.remaining").ShouldBe("5");
        ready.Instant("download.closesAt").ShouldBe(DateTimeOffset.Parse("2026-12-09T00:00:00+08:00"));
        ready.Actions().ShouldBe(["download", "report-scan"]);
        (await patron.QuotaAsync()).ShouldBe((0, 100), "The place is free once the copy is delivered.");

        // Three times by the account, twice by the link: one counter.
        var link = await patron.LinkAsync(id);
        var first = (await bench.GetAsync(ready.At("download.url")!, await patron.TokenAsync())).ShouldBe(200);
        first.ContentType.ShouldBe("application/pdf");
        first.ContentHeaders.ContentDisposition!.FileName.ShouldBe($"{id}.pdf");
        first.Text.ShouldStartWith("%PDF-");
        var second = (await bench.PostAsync($"/api/downloads/{link}")).ShouldBe(200);
        second.Text.ShouldStartWith("%PDF-");
        (await patron.SeesAsync(id)).At("download.remaining").ShouldBe("3");
        (await patron.DownloadsAsync(id)).ShouldBe(200);
        (await patron.DownloadsAsync(id)).ShouldBe(200);
        (await patron.SeesAsync(id)).At("statusText").ShouldBe("Available until 8 December 2026 (1 download left).");
        (await bench.PostAsync($"/api/downloads/{link}")).ShouldBe(200);

        // The sixth is refused, by both ways.
        (await patron.DownloadsAsync(id)).ShouldBeProblem(410, "no-downloads-left");
        (await bench.PostAsync($"/api/downloads/{link}")).ShouldBeProblem(410, "no-downloads-left");
        var closed = await patron.SeesAsync(id);
        closed.At("status").ShouldBe("completed");
        closed.At("statusText").ShouldBe("All downloads have been used.");
        closed.At("download").ShouldBeNull();
        closed.Timeline().ShouldBe(
        [
            "request-placed", "supplier-asked", "supplier-promised", "scan-supplied", "file-downloaded", "file-downloaded",
            "file-downloaded", "file-downloaded", "file-downloaded", "downloads-used-up",
        ]);
        (await patron.QuotaAsync()).ShouldBe((0, 100));

        // An hour later the file is gone, and the answer is the same.
        await bench.AdvanceAsync("PT2H");
        (await patron.DownloadsAsync(id)).ShouldBeProblem(410, "no-downloads-left");
        (await library.ReceivedAsync(id)).ShouldBe(["request", "received"]);
        (await patron.LettersAsync(id)).Select(mail => (mail.At("template"), mail.At("subject"))).ShouldBe(
        [
            ("request-placed", $"We have your request [{id[^6..]}]"),
            ("item-expected", $"A library is supplying your request [{id[^6..]}]"),
            ("ready-to-download", $"Your copy is ready to download [{id[^6..]}]"),
        ]);
    }

    [Fact]
    public async Task A_copy_can_be_downloaded_until_the_last_second_of_the_fourteenth_day()
    {
        await using var bench = await BenchAsync();
        var patron = bench.Patron("lee-hoi-lam");
        var id = await patron.HasPlacedAsync(Orders.Shannon);
        await bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        var link = await patron.LinkAsync(id);

        // Who has not downloaded it is reminded four days before.
        await bench.MoveToAsync("2026-12-08T23:59:59+08:00");
        (await patron.MailAsync(id)).Last().ShouldBe("download-reminder");
        (await patron.DownloadsAsync(id)).ShouldBe(200);
        (await bench.PostAsync($"/api/downloads/{link}")).ShouldBe(200);
        (await patron.StatusAsync(id)).ShouldBe("ready-to-download");

        await bench.AdvanceAsync("PT1S");
        (await patron.DownloadsAsync(id)).ShouldBeProblem(410, "window-closed");
        (await bench.PostAsync($"/api/downloads/{link}")).ShouldBeProblem(410, "window-closed");
        var closed = await patron.SeesAsync(id);
        closed.At("status").ShouldBe("completed");
        closed.At("statusText").ShouldBe("The download period has ended.");
        closed.Timeline().TakeLast(4).ShouldBe(["download-reminded", "file-downloaded", "file-downloaded", "download-window-closed"]);
        await bench.AdvanceAsync("PT2H");
        (await patron.DownloadsAsync(id)).ShouldBeProblem(410, "window-closed");
    }
}
