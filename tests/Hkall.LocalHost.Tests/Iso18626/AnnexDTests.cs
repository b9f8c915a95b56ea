using Hkall.LocalHost.Tests.Journeys;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Iso18626;

/// <summary>The nine conversations of the standard's Annex D, over HTTP, in both versions.</summary>
public abstract class AnnexDTests(IsoVersion version) : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private AnIsoLibrary _hku = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await BenchAsync();
        _patron = _bench.Patron("okafor");
        _staff = _bench.LendingStaff();
        _hku = new AnIsoLibrary(_bench, "HKU", version);
        await _hku.SpeaksAsync();
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    protected virtual Task<ABench> BenchAsync() => ABench.InMemoryAsync();

    [Fact]
    public async Task D1_a_cancellation_is_refused_because_the_item_has_been_sent()
    {
        await _bench.ScriptAsync("HKU", "cancel-refused");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.StatusAsync(id)).ShouldBe("expected");

        await _patron.PostAsync($"/api/requests/{id}/cancel");
        await _bench.SettleAsync();

        // "No, it is on its way": the answer is the news that it was sent.
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        (await _patron.MailAsync(id)).ShouldContain("cancel-refused");
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "cancel"]);
    }

    [Fact]
    public async Task D2_not_on_shelf_and_the_next_library_is_asked()
    {
        await _bench.ScriptAsync("HKU", "unfilled");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        (await _staff.SeesAsync(id)).At("state.rota.0.why").ShouldBe("not-on-shelf");
        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldNotBe("HKU");
        (await _hku.ReceivedAsync(id)).ShouldBe(["request"]);
    }

    [Fact]
    public async Task D3_and_D4_it_costs_more_than_we_said_and_is_asked_for_again_at_that_price()
    {
        await _bench.ScriptAsync("HKU", "retry-cost");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        var asked = await _patron.SeesAsync(id);
        asked.At("status").ShouldBe("awaiting-cost-decision");
        asked.At("cost.amount.amount").ShouldBe("450.00");

        (await _patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount = new { currency = "HKD", amount = 450 } })).ShouldBe(200);
        await _bench.SettleAsync();

        (await _patron.StatusAsync(id)).ShouldBe("expected");
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "retry"]);
        (await _patron.SeesAsync(id)).Timeline()
            .ShouldBe(["request-placed", "supplier-asked", "cost-quoted", "cost-accepted", "retry-asked", "supplier-promised"]);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
    }

    [Fact]
    public async Task D5_a_loan_from_the_request_to_the_lenders_shelf()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        (await _patron.StatusAsync(id)).ShouldBe("expected");
        await OnLoanAsync(id);

        (await _staff.SeesAsync(id)).At("state.loan.lenderDueOn")
            .ShouldBe("2027-02-22", "The lender's last day is a day, and moves into no other in Hong Kong.");
        await ReturnedAsync(id);
        await _bench.AdvanceAsync("P7D");

        (await _patron.StatusAsync(id)).ShouldBe("completed");
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "received", "returned"]);
        (await _staff.ParkedAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task D6_the_lender_calls_the_item_overdue()
    {
        await _bench.ScriptAsync("HKU", "overdue");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await OnLoanAsync(id);

        (await _hku.SaysAsync(_hku.About(id, ReasonForMessage.StatusChange, SupplyStatus.Overdue))).Header.Status.ShouldBe(MessageStatus.OK);

        (await _patron.SeesAsync(id)).At("loan.lenderOverdue").ShouldBe("True");
        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
        await ReturnedAsync(id);
        await _bench.AdvanceAsync("P30D");
        (await _patron.StatusAsync(id)).ShouldBe("completed");
    }

    [Theory]
    [InlineData("renew-approved", "approved")]
    [InlineData("renew-declined", "declined")]
    public async Task D7_the_patron_would_keep_it_longer(string scenario, string answer)
    {
        await _bench.ScriptAsync("HKU", scenario);
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await OnLoanAsync(id);
        var due = (await _patron.SeesAsync(id)).At("loan.dueOn")!;

        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200);
        await _bench.SettleAsync();

        var after = await _patron.SeesAsync(id);
        (string.CompareOrdinal(after.At("loan.dueOn"), due) > 0).ShouldBe(answer == "approved");
        (await _patron.MailAsync(id)).ShouldContain(answer == "approved" ? "renewed" : "renewal-declined");
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "received", "renew"]);
    }

    [Fact]
    public async Task D8_the_lender_wants_the_item_back()
    {
        await _bench.ScriptAsync("HKU", "recall");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await OnLoanAsync(id);

        await _bench.AdvanceAsync("P9D");

        var recalled = await _patron.SeesAsync(id);
        recalled.At("status").ShouldBe("recalled");
        recalled.At("loan.recalled").ShouldBe("True");
        await ReturnedAsync(id);
        await _bench.AdvanceAsync("P9D");
        (await _patron.StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task D9_staff_ask_where_it_is_and_the_library_says_that_it_was_lost()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        await _staff.DoesAsync("ask-status", id);
        (await _hku.ReceivedAsync(id)).ShouldBe(["request", "ask-status"]);

        (await _hku.SaysAsync(_hku.About(id, ReasonForMessage.StatusRequestResponse, SupplyStatus.Loaned))).Header.Status.ShouldBe(MessageStatus.OK);
        (await _patron.StatusAsync(id)).ShouldBe("in-transit", "That we knew.");
        await _hku.SaysAsync(_hku.About(id, ReasonForMessage.StatusChange, SupplyStatus.CompletedWithoutReturn));

        (await _patron.SeesAsync(id)).At("supplier.symbol").ShouldNotBe("HKU", "The next library is asked.");
    }

    private async Task OnLoanAsync(string id)
    {
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("in-transit");
        await _staff.DoesAsync("receive", id);
        await _staff.DoesAsync("check-out", id);
        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
    }

    private async Task ReturnedAsync(string id)
    {
        await _staff.DoesAsync("check-in", id);
        await _staff.DoesAsync("send-back", id);
    }
}

public sealed class AnnexDIn12Tests() : AnnexDTests(IsoVersion.V12);

public sealed class AnnexDIn2021Tests() : AnnexDTests(IsoVersion.V2021);

/// <summary>The messages are the same whatever store they are kept in, so one version is enough there.</summary>
[Collection(JourneysOnAzurite.Name)]
[Trait("Run", "Full")]
public sealed class AnnexDOnAzuriteTests(AzuriteForJourneys azurite) : AnnexDTests(IsoVersion.V2021)
{
    protected override Task<ABench> BenchAsync() => azurite.BenchAsync();
}
