using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A library charges more than was accepted and says so only with the item: staff decide, over HTTP.</summary>
public sealed class LateChargesTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
        await _bench.ScriptAsync("*", "silent");
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_price_at_shipping_above_the_accepted_one_stands_in_the_worklist_until_staff_bear_it()
    {
        var (id, symbol) = await ShippedAsync(at: 800m);

        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _staff.WorklistAsync("needs-attention")).ShouldBe([id]);
        var seen = await _staff.SeesAsync(id);
        (seen.At("state.charge.cost.amount"), seen.At("state.charge.accepted.amount"), seen.At("state.charge.standing"), seen.At("state.charge.symbol"))
            .ShouldBe(("800", "300", "to-decide", symbol));
        var rows = (await _staff.GetAsync("/api/staff/worklists/needs-attention")).ShouldBe(200).Json.ToString();
        rows.ShouldContain("800");
        rows.ShouldContain("300");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "cost-decision", "item-expected"]);

        await _staff.DoesAsync("charge-bear", id);

        (await _staff.WorklistAsync("needs-attention")).ShouldBeEmpty();
        (await _staff.SeesAsync(id)).At("state.charge.standing").ShouldBe("borne");
        (await _staff.TriesToAsync("charge-bear", id)).ShouldBeProblem(409, "nothing-to-decide");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "cost-decision", "item-expected"]);
    }

    [Fact]
    public async Task A_disputed_price_is_answered_to_the_library_with_what_was_agreed()
    {
        var (id, symbol) = await ShippedAsync(at: 800m);
        (await _staff.TriesToAsync("charge-dispute", id)).ShouldBlame(400, "missing-member", "note");

        await _staff.DoesAsync("charge-dispute", id, new { note = "Please send the invoice for that." });

        (await _bench.Library(symbol).ReceivedAsync(id))[^1].ShouldBe("dispute-charge");
        (await _staff.WorklistAsync("needs-attention")).ShouldBeEmpty();
        (await _staff.SeesAsync(id)).ToString().ShouldContain("Only HKD 300.00 was agreed, and not HKD 800.00. Please send the invoice for that.");
    }

    [Fact]
    public async Task The_accepted_price_at_shipping_is_kept_and_nobody_is_asked()
    {
        var (id, _) = await ShippedAsync(at: 300m);

        (await _staff.WorklistAsync("needs-attention")).ShouldBeEmpty();
        (await _staff.SeesAsync(id)).At("state.charge.standing").ShouldBe("within-accepted");
        (await _staff.TriesToAsync("charge-bear", id)).ShouldBeProblem(409, "nothing-to-decide");
    }

    /// <summary>Accepted for HKD 300, and shipped at another price.</summary>
    private async Task<(string Id, string Symbol)> ShippedAsync(decimal at)
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await _patron.SeesAsync(id)).At("supplier.symbol")!;
        await _bench.Library(symbol).SaysAsync("conditional", id, more: new { cost = new { currency = "HKD", amount = 300m } });
        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = new { currency = "HKD", amount = 300m } })).ShouldBe(200);
        await _bench.Library(symbol).SaysAsync("shipped", id, more: new { cost = new { currency = "HKD", amount = at } });
        return (id, symbol);
    }
}
