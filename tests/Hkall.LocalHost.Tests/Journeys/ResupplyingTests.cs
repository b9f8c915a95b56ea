using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A scan that is wrong or cannot be read is supplied again and burns no download.</summary>
public sealed class ResupplyingTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private string _id = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("fernandes");
        _id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.AdvanceAsync("P2D");
        (await _patron.StatusAsync(_id)).ShouldBe("ready-to-download");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_patron_reports_an_unreadable_scan_and_the_next_one_has_all_its_downloads()
    {
        (await _patron.DownloadsAsync(_id)).ShouldBe(200);
        (await _patron.DownloadsAsync(_id)).ShouldBe(200);

        var reported = (await _patron.PostAsync($"/api/requests/{_id}/report-scan", new { fault = "unreadable" })).ShouldBe(200).Json;
        reported.At("status").ShouldBe("expected");
        (await _patron.DownloadsAsync(_id)).ShouldBeProblem(409, "no-file");
        (await _patron.PostAsync($"/api/requests/{_id}/report-scan", new { fault = "unreadable" })).ShouldBeProblem(409, "no-file");
        await _bench.AdvanceAsync("P3D");

        var ready = await _patron.SeesAsync(_id);
        ready.At("status").ShouldBe("ready-to-download");
        ready.At("download.remaining").ShouldBe("5");
        (await _bench.Library(reported.At("supplier.symbol")!).ReceivedAsync(_id)).ShouldBe(["request", "received", "resupply", "received"]);
        (await _patron.MailAsync(_id)).ShouldBe(["request-placed", "item-expected", "ready-to-download", "scan-faulted", "ready-to-download"]);
        (await _patron.DownloadsAsync(_id)).ShouldBe(200);
    }

    [Fact]
    public async Task Staff_report_a_wrong_scan_for_the_patron()
    {
        await _bench.LendingStaff().DoesAsync("resupply", _id, new { fault = "wrong" });

        (await _patron.StatusAsync(_id)).ShouldBe("expected");
        (await _patron.PostAsync($"/api/requests/{_id}/report-scan", new { fault = "torn" })).ShouldBeProblem(400, "unknown-value");
        (await _bench.Patron("smith").PostAsync($"/api/requests/{_id}/report-scan", new { fault = "wrong" })).ShouldBe(404);
    }
}
