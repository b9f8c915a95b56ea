using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A library names conditions beside a charge and the use here: staff decide, whatever its protocol.</summary>
public sealed class ConditionsTests : IAsyncLifetime
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

    [Theory]
    [InlineData("callbacks")]
    [InlineData("1.2")]
    [InlineData("2021")]
    public async Task Staff_see_the_conditions_accept_them_and_the_library_hears_it(string protocol)
    {
        var (id, symbol) = await ConditionedAsync(protocol);

        (await _staff.WorklistAsync("conditions")).ShouldBe([id]);
        var seen = await _staff.SeesAsync(id);
        seen.At("state.deadline.for").ShouldBe("conditions");
        seen.At("state.conditions.conditions.0").ShouldBe("no-reproduction");
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
        await _staff.DoesAsync("condition-accept", id);

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _staff.WorklistAsync("conditions")).ShouldBeEmpty();
        (await HeardAsync(symbol, id)).ShouldBe("accept-condition");
        (await _staff.TriesToAsync("condition-accept", id)).ShouldBeProblem(409, "nothing-to-decide");
    }

    [Theory]
    [InlineData("callbacks")]
    [InlineData("2021")]
    public async Task Where_staff_decline_them_the_next_library_is_asked(string protocol)
    {
        var (id, symbol) = await ConditionedAsync(protocol);

        await _staff.DoesAsync("condition-decline", id);

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldNotBe(symbol);
        (await HeardAsync(symbol, id)).ShouldBe("cancel");
        (await _patron.SeesAsync(id)).Timeline().ShouldContain("conditions-declined");
    }

    [Fact]
    public async Task Where_staff_do_not_decide_in_two_working_days_the_next_library_is_asked()
    {
        var (id, symbol) = await ConditionedAsync("callbacks");
        await _bench.MoveToAsync("2026-11-25T23:59:00+08:00");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldBe(symbol);

        await _bench.MoveToAsync("2026-11-26T00:01:00+08:00");

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldNotBe(symbol);
        (await HeardAsync(symbol, id)).ShouldBe("cancel");
    }

    [Fact]
    public async Task A_charge_beside_them_is_the_patrons_to_accept_afterwards()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await _patron.SeesAsync(id)).At("supplier.symbol")!;
        await _bench.Library(symbol)
            .SaysAsync("conditional", id, more: new { conditions = new[] { "signature-required" }, cost = new { currency = "HKD", amount = 450m } });
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");

        await _staff.DoesAsync("condition-accept", id);

        (await _patron.StatusAsync(id)).ShouldBe("awaiting-cost-decision");
        (await _staff.TriesToAsync("condition-accept", id)).ShouldBeProblem(409, "nothing-to-decide");
        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = new { currency = "HKD", amount = 450 } })).ShouldBe(200);
        (await _patron.StatusAsync(id)).ShouldBe("expected");
    }

    /// <summary>Placed with a library that speaks so and would supply if nothing is copied.</summary>
    private async Task<(string Id, string Symbol)> ConditionedAsync(string protocol)
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await _patron.SeesAsync(id)).At("supplier.symbol")!;
        if (protocol == "callbacks")
        {
            await _bench.Library(symbol).SaysAsync("conditional", id, more: new { reason = "no-reproduction" });
            return (id, symbol);
        }

        var library = new AnIsoLibrary(_bench, symbol, protocol == "1.2" ? IsoVersion.V12 : IsoVersion.V2021);
        await library.SpeaksAsync();
        var message = library.About(id, ReasonForMessage.RequestResponse, SupplyStatus.WillSupply);
        (await library.SaysAsync(
            message with
            {
                Delivery = new DeliveryInfo
                {
                    Sent = message.Header.Timestamp,
                    LoanConditions = [new Code("NoReproduction")]
                }
            })).Header.Status.ShouldBe(MessageStatus.OK);
        return (id, symbol);
    }

    /// <summary>The last word that the library has heard.</summary>
    private async Task<string> HeardAsync(string symbol, string id) => (await _bench.Library(symbol).ReceivedAsync(id))[^1] switch
    {
        // In the standard one word accepts whatever was named.
        "accept-cost" => "accept-condition",
        var word => word,
    };
}
