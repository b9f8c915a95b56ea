using Hkall.Service.Policies;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Money that was accepted is collected: shown, entered in the Library's system, paid, and counted; over HTTP.</summary>
public sealed class SupplyChargesTests
{
    private static object Hkd(decimal amount) => new { currency = "HKD", amount };

    [Fact]
    public async Task An_accepted_charge_is_owed_when_the_item_is_received_and_is_paid_like_any_fee()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var (id, symbol) = await AcceptedAsync(bench, patron, Hkd(450));
        (await patron.SeesAsync(id)).At("supplyCharge.amount.amount").ShouldBe("450");
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("0");

        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);

        var fees = await patron.FeesAsync();
        fees.At("balance.amount").ShouldBe("450");
        var fee = fees.GetProperty("entries").EnumerateArray().ShouldHaveSingleItem();
        (fee.At("kind"), fee.At("reason"), fee.At("text")).ShouldBe(("supply-charge", "charge-accepted", "Charge of the supplying library"));
        (await patron.EnteredAsync()).ShouldBe(["supply-charge 450"]);
        (await patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ").ShouldContain("is now owed: HKD 450.00. You can pay it at the Service Counter.");

        await staff.DoesAsync("check-out", id);
        await staff.DoesAsync("check-in", id);
        (await patron.LettersAsync(id)).Last().At("text")!.ShouldNotContain("fine");
        var patronId = (await patron.GetAsync("/api/me")).Json.At("patronId");
        (await staff.PutsFeeAsync($"/api/staff/patrons/{patronId}/fees/{id}-1/settle", new { reason = "Octopus." })).ShouldBe(200);
        (await staff.GetAsync("/api/staff/reports/charges")).ShouldBe(200).Json.GetProperty("rows")[0].At("collectedHkd").ShouldBe("450");
    }

    [Fact]
    public async Task A_foreign_charge_is_shown_and_charged_at_the_rate_that_staff_entered()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        (await PutRateAsync(bench, staff, new { currency = "XYZ", hkdPerUnit = 2 })).ShouldBlame(400, "unknown-currency", "currency");
        (await PutRateAsync(bench, staff, new { currency = "GBP", hkdPerUnit = 10.1234m })).ShouldBe(200).Json.GetProperty("rates")[0].At("currency").ShouldBe("GBP");

        var (id, symbol) = await QuotedAsync(bench, patron, new { currency = "GBP", amount = 45 });
        var cost = (await patron.SeesAsync(id)).GetProperty("cost");
        (cost.At("approximately.amount"), cost.At("approximately.currency"), cost.At("approximately.rateOn")).ShouldBe(("455.55", "HKD", "2026-11-23"));
        (await patron.LettersAsync(id)).Last().At("text")!.ShouldContain("about HKD 455.55");
        await AcceptAsync(patron, id, new { currency = "GBP", amount = 45 });

        // A later rate changes nothing for what was accepted.
        (await PutRateAsync(bench, staff, new { currency = "GBP", hkdPerUnit = 20 })).ShouldBe(200);
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("455.55");
    }

    [Fact]
    public async Task Without_a_rate_staff_enter_the_sum_at_a_worklist()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var (id, symbol) = await AcceptedAsync(bench, patron, new { currency = "GBP", amount = 45 });
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);

        (await staff.WorklistAsync("to-charge")).ShouldBe([id]);
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("0");
        await staff.DoesAsync("charge-supply", id, new { amount = Hkd(470) });
        (await staff.WorklistAsync("to-charge")).ShouldBeEmpty();
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("470");
        (await staff.TriesToAsync("charge-supply", id, new { amount = Hkd(470) })).ShouldBeProblem(409, "nothing-to-charge");
    }

    [Fact]
    public async Task Staff_charge_for_damage_and_the_patron_is_told()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var (id, symbol) = await AcceptedAsync(bench, patron, Hkd(450));
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);
        await staff.DoesAsync("check-out", id);
        await staff.DoesAsync("check-in", id);

        await staff.DoesAsync("charge-fee", id, new { fee = "damage", amount = Hkd(120), note = "Pages 3 to 8 are torn." });

        (await patron.MailAsync(id))[^1].ShouldBe("fee-charged");
        (await patron.LettersAsync(id)).Last().At("text")!.ShouldContain("Pages 3 to 8 are torn.");
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("570");
        (await patron.EnteredAsync()).ShouldBe(["supply-charge 450", "damage 120"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_library_bears_the_charge_of_a_library_in_hong_kong()
    {
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(PolicyFile.Default()));
        var (patron, staff) = (bench.Patron("okafor"), bench.LendingStaff());
        var (id, symbol) = await QuotedAsync(bench, patron, Hkd(200.01m));

        (await patron.StatusAsync(id)).ShouldBe("expected");
        await bench.Library(symbol).SaysAsync("shipped", id);
        await staff.DoesAsync("receive", id);
        (await patron.FeesAsync()).At("balance.amount").ShouldBe("0");
        (await staff.GetAsync("/api/staff/reports/charges")).ShouldBe(200).Json.GetProperty("rows")[0].At("borne").ShouldBe("200.01");
    }

    private static async Task<(string Id, string Symbol)> AcceptedAsync(ABench bench, APatron patron, object cost)
    {
        var quoted = await QuotedAsync(bench, patron, cost);
        await AcceptAsync(patron, quoted.Id, cost);
        return quoted;
    }

    private static async Task<(string Id, string Symbol)> QuotedAsync(ABench bench, APatron patron, object cost)
    {
        await bench.ScriptAsync("*", "silent");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        var symbol = (await patron.SeesAsync(id)).At("supplier.symbol")!;
        await bench.Library(symbol).SaysAsync("conditional", id, more: new { cost });
        return (id, symbol);
    }

    private static async Task AcceptAsync(APatron patron, string id, object amount) =>
        (await patron.PostAsync($"/api/requests/{id}/cost-decision", new { accept = true, amount })).ShouldBe(200);

    private static async Task<Answer> PutRateAsync(ABench bench, LendingStaff staff, object rate) =>
        await bench.SendAsync(HttpMethod.Put, "/api/staff/rates", await staff.TokenAsync(), ABench.JsonOf(rate));
}
