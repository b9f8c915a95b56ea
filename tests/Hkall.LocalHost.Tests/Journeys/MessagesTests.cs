using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Libraries whose messages come otherwise than they should: twice, in the wrong order, late, forged, broken, or not at all.</summary>
public sealed class MessagesTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        _patron = _bench.Patron("okafor");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Messages_that_come_twice_are_heard_once()
    {
        await _bench.ScriptAsync("HKU", "duplicate-messages");
        var (id, staff) = (await _patron.HasPlacedAsync(Orders.Kuhn), _bench.LendingStaff());
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("check-out", id);
        await staff.DoesAsync("check-in", id);
        await staff.DoesAsync("send-back", id);
        await _bench.AdvanceAsync("P7D");

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("completed");
        request.Timeline().ShouldBe(
        [
            "request-placed", "supplier-asked", "supplier-promised", "item-shipped", "item-received", "item-checked-out",
            "item-checked-in", "item-sent-back", "loan-completed",
        ]);
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected", "ready-for-pickup", "checked-out", "returned"]);
        (await staff.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_scan_that_comes_twice_is_one_scan()
    {
        await _bench.ScriptAsync("HKU", "duplicate-messages");
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-24T12:00:00+08:00");

        (await _patron.SeesAsync(id)).At("download.remaining").ShouldBe("5");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected", "ready-to-download"]);
        (await _patron.DownloadsAsync(id)).ShouldBe(200);
    }

    [Fact]
    public async Task A_promise_that_comes_after_the_parcel_changes_nothing()
    {
        await _bench.ScriptAsync("HKU", "out-of-order");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");

        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _patron.SeesAsync(id)).Timeline().ShouldBe(["request-placed", "supplier-asked", "item-shipped"]);
        (await _bench.LendingStaff().SeesAsync(id)).GetProperty("journal")
            .ToString().ShouldContain("HKU has already supplied it.", Case.Insensitive, "Staff can read why.");
    }

    [Fact]
    public async Task A_scan_that_overtakes_its_announcement_can_be_downloaded()
    {
        await _bench.ScriptAsync("HKU", "out-of-order");
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-27T10:00:00+08:00");

        (await _patron.StatusAsync(id)).ShouldBe("ready-to-download");
        (await _patron.DownloadsAsync(id)).ShouldBe(200);
    }

    [Fact]
    public async Task A_library_that_is_too_slow_loses_the_request_to_the_next()
    {
        await _bench.ScriptAsync("HKUST", "slow");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("HKUST");

        await _bench.MoveToAsync("2026-11-30T12:00:00+08:00");

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("in-transit");
        request.At("supplier.symbol").ShouldBe("POLYU");
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
    }

    [Theory]
    [InlineData("bad-signature")]
    [InlineData("malformed")]
    public async Task What_is_forged_or_broken_moves_nothing_and_counts_as_silence(string scenario)
    {
        await _bench.ScriptAsync("HKUST", scenario);
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        await _bench.MoveToAsync("2026-11-25T12:00:00+08:00");

        (await _patron.SeesAsync(id)).Timeline().ShouldBe(["request-placed", "supplier-asked"]);
        (await _bench.LendingStaff().ParkedAsync()).ShouldBeEmpty("Nothing of it was taken in.");
        await _bench.MoveToAsync("2026-11-26T00:00:00+08:00");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("POLYU");
    }

    [Fact]
    public async Task A_library_whose_system_is_down_is_tried_again_and_then_passed_over()
    {
        await _bench.ScriptAsync("HKUST", "http-500");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        await _bench.AdvanceAsync("PT12H");

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("HKUST");
        int.Parse((await _bench.Library("HKUST").MessagesAsync(id))[0].At("deliveries")!, System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(3);
        await _bench.MoveToAsync("2026-11-26T00:00:00+08:00");

        (await _patron.SeesAsync(id)).At("status").ShouldBe("expected");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("POLYU");
        await _bench.AdvanceAsync("PT8H");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected"]);
    }
}
