using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What becomes of the dates that a lender changes its mind about, over HTTP.</summary>
public sealed class LendersDatesTests : IAsyncLifetime
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
    public async Task A_second_recall_with_an_earlier_date_shortens_the_loan_and_is_told_by_mail()
    {
        var (id, lender) = await LentAsync();
        await lender.SaysAsync("recalled", id, more: new { dueOn = "2027-12-31" });
        var first = (await _patron.SeesAsync(id)).At("loan.dueOn");

        await lender.SaysAsync("recalled", id, more: new { dueOn = "2026-12-14" });

        first.ShouldNotBe("2026-12-14");
        (await _patron.SeesAsync(id)).At("loan.dueOn").ShouldBe("2026-12-14");
        (await _patron.LettersAsync(id)).Last().At("text")!.ShouldContain("14 December 2026");
    }

    [Fact]
    public async Task A_yes_to_a_renewal_after_the_lenders_overdue_renews_the_loan()
    {
        var (id, lender) = await LentAsync();
        (await _patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200);
        await lender.SaysAsync("overdue", id);
        (await _patron.SeesAsync(id)).At("loan.lenderOverdue").ShouldBe("True");

        await lender.SaysAsync("renewed", id, more: new { dueOn = "2027-05-28" });

        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
        (await _patron.MailAsync(id)).Last().ShouldBe("renewed");
    }

    [Fact]
    public async Task A_later_date_that_the_lender_names_unasked_extends_the_loan()
    {
        var (id, lender) = await LentAsync();
        var before = (await _patron.SeesAsync(id)).At("loan.dueOn")!;

        await lender.SaysAsync("renewed", id, more: new { dueOn = "2027-12-31" });

        string.CompareOrdinal((await _patron.SeesAsync(id)).At("loan.dueOn"), before).ShouldBeGreaterThan(0);
        (await _patron.MailAsync(id)).Last().ShouldBe("renewed");
    }

    [Fact]
    public async Task A_recall_of_an_overdue_item_leaves_its_due_date_and_its_fine()
    {
        var (id, lender) = await LentAsync();
        var dueOn = (await _patron.SeesAsync(id)).At("loan.dueOn")!;
        await _bench.MoveToAsync($"{DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture).AddDays(10):yyyy-MM-dd}T10:00:00+08:00");

        await lender.SaysAsync("recalled", id);

        var overdue = await _patron.SeesAsync(id);
        (overdue.At("status"), overdue.At("loan.dueOn")).ShouldBe(("overdue", dueOn));
        (await _patron.LettersAsync(id)).Last().At("text")!.ReplaceLineEndings(" ").ShouldContain("The due date has not changed");
    }

    [Fact]
    public async Task A_yes_to_a_renewal_after_a_recall_is_put_to_staff()
    {
        var (id, lender) = await LentAsync();
        await lender.SaysAsync("recalled", id);

        await lender.SaysAsync("renewed", id, more: new { dueOn = "2027-05-28" });

        (await _patron.StatusAsync(id)).ShouldBe("recalled");
        (await _staff.WorklistAsync("needs-attention")).ShouldBe([id]);
        (await _staff.SeesAsync(id)).At("state.alert").ShouldBe("renewed-after-recall");
    }

    [Fact]
    public async Task An_item_that_has_to_go_back_at_once_is_kept_for_a_day_and_put_to_staff()
    {
        var id = await ShippedAsync();

        await _staff.DoesAsync("receive", id, new { dueOn = "2026-11-24" });

        (await _patron.SeesAsync(id)).At("pickup.expiresOn").ShouldBe("2026-11-24");
        (await _staff.WorklistAsync("needs-attention")).ShouldBe([id]);
        (await _staff.SeesAsync(id)).At("state.alert").ShouldBe("lender-due-soon");
        await _staff.DoesAsync("check-out", id);
        (await _staff.WorklistAsync("needs-attention")).ShouldBeEmpty();
    }

    private async Task<(string Id, ALibrary Lender)> LentAsync()
    {
        var id = await ShippedAsync();
        await _staff.DoesAsync("receive", id);
        await _staff.DoesAsync("check-out", id);
        return (id, _bench.Library((await _patron.SeesAsync(id)).At("supplier.symbol")!));
    }

    private async Task<string> ShippedAsync()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.Library((await _patron.SeesAsync(id)).At("supplier.symbol")!).SaysAsync("shipped", id);
        return id;
    }
}
