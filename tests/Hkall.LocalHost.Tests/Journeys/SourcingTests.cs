using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>One library after another is asked, until one supplies or none is left.</summary>
public sealed class SourcingTests : IAsyncLifetime
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
    public async Task When_the_first_library_cannot_supply_the_next_is_asked_and_the_patron_hears_only_good_news()
    {
        await _bench.ScriptAsync("HKUST", "unfilled");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.At("supplier.symbol").ShouldBe("POLYU");
        request.At("supplier.name").ShouldBe("The Hong Kong Polytechnic University");
        request.At("supplier.tier").ShouldBe("hkall");
        request.Timeline().ShouldBe(["request-placed", "supplier-asked", "supplier-passed-over", "supplier-asked", "supplier-promised"]);
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected"]);
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request"], "It said no itself and waits for nothing.");
        (await _bench.Library("POLYU").ReceivedAsync(id)).ShouldBe(["request"]);
    }

    [Fact]
    public async Task When_no_library_can_supply_and_staff_find_none_the_request_is_unfilled_and_counts_no_longer()
    {
        await _bench.ScriptAsync("*", "unfilled");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);

        (await _patron.StatusAsync(id)).ShouldBe("in-review");
        (await _bench.LendingStaff().WorklistAsync("no-library-left")).ShouldBe([id]);
        await _bench.LendingStaff().DoesAsync("unfilled", id);

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("unfilled");
        request.At("supplier").ShouldBeNull();
        request.Instant("closedAt").ShouldBe(DateTimeOffset.Parse(ABench.Begins));
        request.Timeline().TakeLast(2).ShouldBe(["sent-to-review", "rota-exhausted"]);
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "in-review", "unfilled"]);
        (await _patron.QuotaAsync()).ShouldBe((0, 100));
        (await _patron.PlaceAsync(Orders.Piketty)).ShouldBe(201);
    }

    [Fact]
    public async Task An_item_that_nobody_holds_goes_to_staff_at_once()
    {
        var placed = (await _patron.PlaceAsync(Orders.Knuth)).ShouldBe(201).Json;

        placed.At("status").ShouldBe("in-review");
        placed.At("next.from").ShouldBe("staff");
        (await _patron.MailAsync(placed.At("id")!)).ShouldBe(["in-review"]);
    }

    [Fact]
    public async Task A_library_that_stays_silent_for_two_working_days_is_told_and_the_next_is_asked()
    {
        await _bench.ScriptAsync("HKUST", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);

        await _bench.MoveToAsync("2026-11-25T23:59:59+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("HKUST");
        await _bench.AdvanceAsync("PT1S");

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.At("supplier.symbol").ShouldBe("POLYU");
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
    }

    [Fact]
    public async Task A_library_that_takes_back_its_promise_is_passed_over_and_the_patron_hears_that_it_will_take_longer()
    {
        await _bench.ScriptAsync("HKUST", "will-supply-then-unfilled");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        (await _patron.StatusAsync(id)).ShouldBe("expected");

        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("expected");
        request.At("supplier.symbol").ShouldBe("POLYU");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected", "delayed", "item-expected"], ignoreOrder: true);
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request"]);
    }

    [Fact]
    public async Task A_library_that_promises_and_does_not_ship_is_passed_over_after_three_working_days()
    {
        await _bench.ScriptAsync("HKUST", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        await _bench.Library("HKUST").SaysAsync("will-supply", id);
        (await _patron.StatusAsync(id)).ShouldBe("expected");

        await _bench.MoveToAsync("2026-11-27T00:00:00+08:00");

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("POLYU");
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
    }

    [Fact]
    public async Task Staff_ask_the_next_library_without_waiting()
    {
        await _bench.ScriptAsync("HKUST", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Piketty);
        var staff = _bench.LendingStaff();

        await staff.DoesAsync("next-supplier", id, new { note = "They said on the telephone that it is missing." });
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe("POLYU");
        (await _bench.Library("HKUST").ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
        (await staff.SeesAsync(id)).At("state.rota.0.why").ShouldBe("They said on the telephone that it is missing.");

        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await staff.TriesToAsync("next-supplier", id)).ShouldBeProblem(409, "too-late");
    }

    [Fact]
    public async Task Staff_ask_the_next_library_and_there_is_none()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Latour);

        await _bench.LendingStaff().DoesAsync("next-supplier", id);

        (await _patron.StatusAsync(id)).ShouldBe("in-review");
        (await _bench.LendingStaff().TriesToAsync("next-supplier", id)).ShouldBeProblem(409, "no-supplier-asked");
    }

    [Fact]
    public async Task A_patron_who_would_not_go_overseas_is_asked_and_not_sent_there()
    {
        await _bench.ScriptAsync("*", "unfilled");
        var id =
            await _patron.HasPlacedAsync(
                new { service = "loan", acceptTiers = new[] { "hkall" }, item = new { title = "The Structure of Scientific Revolutions", isbn = "9780226458120" } });

        (await _patron.StatusAsync(id)).ShouldBe("in-review");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "offer-decision"]);
        (await _bench.Library("EDUHK").ReceivedAsync(id)).ShouldBe(["request"]);
        (await _bench.Library("BL").ReceivedAsync(id)).ShouldBeEmpty();
    }
}
