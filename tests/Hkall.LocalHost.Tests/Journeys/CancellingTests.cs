using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A patron no longer needs it: the library asked has a say, and once it has shipped it is too late.</summary>
public sealed class CancellingTests : IAsyncLifetime
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
    public async Task A_request_that_a_library_has_promised_is_cancelled_once_the_library_agrees()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        var cancelling = (await _patron.CancelsAsync(id)).ShouldBe(200).Json;
        cancelling.At("status").ShouldBe("cancelling");
        cancelling.Timeline().Last().ShouldBe("cancel-asked");
        await _bench.SettleAsync();

        var cancelled = await _patron.SeesAsync(id);
        cancelled.At("status").ShouldBe("cancelled");
        cancelled.At("closedAt").ShouldNotBeNull();
        cancelled.Timeline().TakeLast(2).ShouldBe(["cancel-asked", "request-cancelled"]);
        (await _bench.Library("HKU").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected", "cancelled"]);
        (await _patron.QuotaAsync()).ShouldBe((0, 100));
    }

    [Fact]
    public async Task A_request_that_no_library_has_answered_is_cancelled_too()
    {
        // Local libraries answer on the next day.
        var id = await _patron.HasPlacedAsync(Orders.Hobsbawm);
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");

        (await _patron.CancelsAsync(id)).ShouldBe(200).Json.At("status").ShouldBe("cancelling");
        await _bench.SettleAsync();

        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
        await _bench.AdvanceAsync("P10D");
        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_library_that_does_not_answer_the_cancellation_is_taken_to_agree_after_three_working_days()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.CancelsAsync(id)).ShouldBe(200);

        await _bench.MoveToAsync("2026-11-26T23:59:59+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("cancelling");
        await _bench.AdvanceAsync("PT1S");
        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_library_may_refuse_to_cancel_and_then_the_item_comes()
    {
        await _bench.ScriptAsync("HKU", "cancel-refused");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        (await _patron.CancelsAsync(id)).ShouldBe(200).Json.At("status").ShouldBe("cancelling");
        await _bench.SettleAsync();

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.Timeline().Last().ShouldBe("cancel-refused");
        (await _patron.MailAsync(id)).Last().ShouldBe("cancel-refused");
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
    }

    [Fact]
    public async Task A_parcel_that_crosses_the_cancellation_is_still_the_patrons()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.CancelsAsync(id)).ShouldBe(200);

        await _bench.Library("HKU").SaysAsync("shipped", id);

        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _patron.MailAsync(id)).Last().ShouldBe("cancel-refused");
        await _bench.LendingStaff().DoesAsync("receive", id);
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
    }

    [Fact]
    public async Task What_is_shipped_is_too_late_to_cancel_and_the_answer_says_what_to_do_instead()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");

        var refused = (await _patron.CancelsAsync(id)).ShouldBeProblem(409, "too-late");
        refused.Json.At("detail")!.ShouldContain("Say that it is no longer wanted");
        (await _patron.SeesAsync(id)).Actions().ShouldNotContain("cancel");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
    }

    [Fact]
    public async Task A_copy_that_is_here_is_too_late_to_cancel()
    {
        var id = await _patron.HasPlacedAsync(Orders.Shannon);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");

        (await _patron.CancelsAsync(id)).ShouldBeProblem(409, "too-late");
        (await _patron.StatusAsync(id)).ShouldBe("ready-to-download");
    }

    [Fact]
    public async Task Cancelling_twice_is_the_same_as_cancelling_once()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        (await _patron.CancelsAsync(id)).ShouldBe(200);
        (await _patron.CancelsAsync(id)).ShouldBe(200);
        await _bench.SettleAsync();
        (await _patron.CancelsAsync(id)).ShouldBe(200).Json.At("status").ShouldBe("cancelled");

        (await _bench.Library("HKU").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
        (await _patron.MailAsync(id)).Count(template => template == "cancelled").ShouldBe(1);
    }

    [Fact]
    public async Task Staff_cancel_for_the_patron()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        await _bench.LendingStaff().DoesAsync("cancel", id);

        (await _patron.StatusAsync(id)).ShouldBe("cancelled");
        (await _patron.MailAsync(id)).Last().ShouldBe("cancelled");
    }
}
