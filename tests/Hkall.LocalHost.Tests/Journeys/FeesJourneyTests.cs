using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What a late and a lost item cost: shown, entered once in the Library's system, paid, waived and given back.</summary>
public sealed class FeesJourneyTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("fernandes"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task An_item_that_comes_back_late_costs_its_fine_which_is_paid_at_the_counter()
    {
        var id = await OverdueAsync();
        await _bench.MoveToAsync("2026-12-10T12:00:00+08:00");
        var running = await _patron.FeesAsync();
        (running.At("balance.amount"), running.At("accruing.amount")).ShouldBe(("0", "12"), "Six open days; a loan of five days has no days of grace.");
        running.GetProperty("running")[0].At("days").ShouldBe("6");

        await _staff.DoesAsync("check-in", id);

        var fees = await _patron.FeesAsync();
        (fees.At("balance.amount"), fees.At("accruing.amount")).ShouldBe(("12", "0"));
        var fine = fees.GetProperty("entries").EnumerateArray().ShouldHaveSingleItem();
        (fine.At("id"), fine.At("requestId"), fine.At("kind"), fine.At("text"), fine.At("owed.amount"))
            .ShouldBe(($"{id}-1", id, "overdue-fine", "Overdue fine for 6 days", "12"));
        (await _patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ").ShouldContain("the overdue fine for 6 days is HKD 12.00");
        (await _patron.EnteredAsync()).ShouldBe(["overdue-fine 12"]);
        (await _patron.SeesAsync(id)).ToString().ShouldContain("Overdue fine for 6 days: HKD 12.00.");

        var patronId = (await _patron.GetAsync("/api/me")).Json.At("patronId");
        var settled = (await _staff.PutsFeeAsync($"/api/staff/patrons/{patronId}/fees/{id}-1/settle", new { reason = "Receipt 4711." })).ShouldBe(200).Json;
        settled.At("balance.amount").ShouldBe("0");
        settled.GetProperty("entries")[0].At("reason").ShouldBe("Receipt 4711.");
        (await _staff.PutsFeeAsync($"/api/staff/patrons/{patronId}/fees/{id}-1/settle", new { reason = "Again." })).ShouldBeProblem(409, "nothing-owed");
        (await _patron.EnteredAsync()).ShouldBe(["overdue-fine 12"], "It was paid there.");
        await _bench.SettleAsync();
        (await _patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ")
            .ShouldContain("your payment of HKD 12.00 for the overdue fine on the item below. Thank you. You owe nothing more for this item.");
    }

    [Fact]
    public async Task A_lost_item_blocks_its_patron_until_it_is_paid_for_and_is_paid_back_when_it_turns_up()
    {
        var id = await OverdueAsync();
        await _staff.DoesAsync("lost", id, new { note = "Left on the ferry.", replacementCost = new { currency = "HKD", amount = 320 } });

        (await _patron.StatusAsync(id)).ShouldBe("lost");
        (await _patron.MyRequestsAsync()).Count.ShouldBe(1);
        (await _patron.MyRequestsAsync("?state=open")).ShouldBeEmpty("What is owed on a closed request does not open it.");
        (await _patron.MyRequestsAsync("?state=closed")).ShouldHaveSingleItem();
        (await _patron.FeesAsync()).At("balance.amount").ShouldBe("422");
        (await _patron.EnteredAsync()).ShouldBe(["overdue-fine 2", "processing 100", "replacement 320"], ignoreOrder: true);
        (await _patron.PlaceAsync(Orders.Piketty)).ShouldBeProblem(409, "blocked").Json.At("detail")!.ShouldStartWith("You owe HKD 422.00");
        (await _patron.QuotaAsync()).Used.ShouldBe(0);

        var patronId = (await _patron.GetAsync("/api/me")).Json.At("patronId");
        string Fee(int number) => $"/api/staff/patrons/{patronId}/fees/{id}-{number}";
        (await _staff.PutsFeeAsync(Fee(2) + "/settle", new { reason = "Paid.", amount = new { currency = "HKD", amount = 400 } })).ShouldBeProblem(
            422, "wrong-amount");
        (await _staff.PutsFeeAsync(Fee(2) + "/settle", new { reason = "Paid." })).ShouldBe(200);
        (await _staff.PutsFeeAsync(Fee(3) + "/waive", new { reason = "The ferry company apologised." })).ShouldBe(200);
        await _bench.SettleAsync();
        (await _patron.EnteredAsync()).Last().ShouldBe("waiver 100");
        (await _patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ")
            .ShouldContain("waived the charge for our work with the item below: HKD 100.00 is no longer owed");
        (await _patron.PlaceAsync(Orders.Piketty)).ShouldBe(201);

        // It turns up: what was paid for another copy goes back.
        await _staff.DoesAsync("check-in", id);
        var fees = await _patron.FeesAsync();
        fees.GetProperty("entries")[0].At("kind").ShouldBe("paid-back");
        fees.GetProperty("entries")[0].At("amount.amount").ShouldBe("320");
        fees.At("balance.amount").ShouldBe("2");
        (await _patron.EnteredAsync()).Last().ShouldBe("paid-back 320");
        (await _patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ").ShouldContain("You paid HKD 320.00 for it, which is paid back to you");
    }

    [Fact]
    public async Task Nobody_sees_or_settles_the_fees_of_another_but_staff()
    {
        var id = await OverdueAsync();
        await _staff.DoesAsync("lost", id);
        var patronId = (await _patron.GetAsync("/api/me")).Json.At("patronId");

        (await _bench.Patron("okafor").FeesAsync()).GetProperty("entries").GetArrayLength().ShouldBe(0);
        (await _patron.GetAsync($"/api/staff/patrons/{patronId}/fees")).ShouldBeProblem(403, "not-allowed");
        (await _staff.GetAsync($"/api/staff/patrons/{patronId}/fees")).ShouldBe(200).Json.At("balance.amount").ShouldBe("602");

        var another = (await _bench.Patron("okafor").GetAsync("/api/me")).Json.At("patronId");
        foreach (var path in new[] { $"{another}/fees/{id}-1", $"{patronId}/fees/{id}-9", $"{patronId}/fees/{id}", $"{patronId}/fees/nonsense-1",
            $"nobody/fees/{id}-1" })
        {
            (await _staff.PostAsync($"/api/staff/patrons/{path}/waive", new { reason = "Mistaken." })).Status.ShouldBe(404, path);
        }

        (await _staff.PostAsync($"/api/staff/patrons/{patronId}/fees/{id}-1/waive", new { reason = " " })).ShouldBeProblem(400, "missing-member");
        (await _staff.PostAsync($"/api/staff/patrons/{patronId}/fees/{id}-1/waive", new { })).ShouldBeProblem(400, "missing-member");
    }

    [Fact]
    public async Task A_fee_is_entered_once_the_Librarys_system_is_there_again()
    {
        var id = await OverdueAsync();
        await _patron.HasOfTheLibraryAsync(new { silent = true });
        await _staff.DoesAsync("check-in", id);
        (await _patron.EnteredAsync()).ShouldBeEmpty();

        await _patron.HasOfTheLibraryAsync(new { });
        await _bench.AdvanceAsync("PT10M");

        (await _patron.EnteredAsync()).ShouldBe(["overdue-fine 2"]);
    }

    /// <summary>Overdue since yesterday: due on Wednesday 2 December.</summary>
    private async Task<string> OverdueAsync()
    {
        await _bench.ScriptAsync("HKU", "overdue");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await _staff.DoesAsync("receive", id);
        await _bench.MoveToAsync("2026-11-27T16:00:00+08:00");
        await _staff.DoesAsync("check-out", id);
        await _bench.MoveToAsync("2026-12-03T10:00:00+08:00");
        return id;
    }
}
