using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>While the patron has it: recalled, overdue, lost and found.</summary>
public sealed class OnLoanTests : IAsyncLifetime
{
    private ABench _bench = null!;
    private APatron _patron = null!;
    private LendingStaff _staff = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_patron, _staff) = (_bench.Patron("okafor"), _bench.LendingStaff());
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_recall_gives_a_new_due_date_in_the_account_and_by_mail()
    {
        await _bench.ScriptAsync("HKU", "recall");
        var id = await CheckedOutOnFridayAsync();
        (await _patron.SeesAsync(id)).At("loan.dueOn").ShouldBe("2027-01-26");

        // Five working days after we received it.
        await _bench.MoveToAsync("2026-12-03T10:00:00+08:00");

        var recalled = await _patron.SeesAsync(id);
        recalled.At("status").ShouldBe("recalled");
        recalled.At("statusText").ShouldBe("Recalled by the lending library. Please return it by 10 December 2026.");
        recalled.At("loan.dueOn").ShouldBe("2026-12-10");
        recalled.At("loan.recalled").ShouldBe("True");
        recalled.At("loan.renewable").ShouldBe("False");
        var letter = (await _patron.LettersAsync(id)).Last();
        letter.At("template").ShouldBe("recalled");
        letter.At("text")!.ShouldContain("10 December 2026");
        (await _staff.WorklistAsync("overdue")).ShouldBe([id]);

        await _staff.DoesAsync("check-in", id);
        (await _patron.StatusAsync(id)).ShouldBe("returning");
    }

    [Fact]
    public async Task A_recall_before_the_pickup_takes_the_item_off_the_shelf()
    {
        var id = await ReceivedAsync();

        await _bench.Library("HKU").SaysAsync("recalled", id);

        (await _patron.StatusAsync(id)).ShouldBe("returning");
        (await _patron.MailAsync(id)).Last().ShouldBe("recalled");
    }

    [Fact]
    public async Task An_item_that_is_not_returned_is_overdue_then_lost_and_the_patron_was_told_four_times()
    {
        await _bench.ScriptAsync("HKU", "overdue");
        var id = await CheckedOutOnFridayAsync();
        (await _patron.SeesAsync(id)).At("loan.dueOn").ShouldBe("2026-12-02", "Two working days before the lender's date.");

        await _bench.MoveToAsync("2026-12-02T23:59:59+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("on-loan", "The due date itself is still in time.");
        await _bench.AdvanceAsync("PT1S");
        var overdue = await _patron.SeesAsync(id);
        overdue.At("status").ShouldBe("overdue");
        overdue.At("statusText").ShouldBe("This was due on 2 December 2026. Please return it now.");
        (await _patron.QuotaAsync()).Used.ShouldBe(1);

        await _bench.MoveToAsync("2027-01-15T23:59:59+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("overdue");
        (await _patron.LettersAsync(id)).Where(mail => mail.At("template") == "overdue").Select(mail => mail.At("sentAt")![..10])
            .ShouldBe(["2026-12-03", "2026-12-10", "2026-12-17", "2027-01-09"]);
        await _bench.AdvanceAsync("PT1S");

        (await _patron.StatusAsync(id)).ShouldBe("lost");
        await _bench.AdvanceAsync("PT8H");
        (await _patron.MailAsync(id)).Last().ShouldBe("lost");
        (await _bench.Library("HKU").ReceivedAsync(id)).ShouldBe(["request", "received", "lost"]);
        (await _patron.QuotaAsync()).Used.ShouldBe(0);

        // It turns up in the end.
        await _staff.DoesAsync("check-in", id);
        var found = await _patron.SeesAsync(id);
        found.At("status").ShouldBe("returning");
        found.At("closedAt").ShouldBeNull();
        (await _patron.MailAsync(id)).Last().ShouldBe("returned");
    }

    [Fact]
    public async Task An_overdue_item_that_comes_back_takes_the_usual_way()
    {
        await _bench.ScriptAsync("HKU", "overdue");
        var id = await CheckedOutOnFridayAsync();
        await _bench.MoveToAsync("2026-12-04T10:00:00+08:00");

        await _staff.DoesAsync("check-in", id);
        await _staff.DoesAsync("send-back", id);
        await _bench.AdvanceAsync("P7D");

        (await _patron.StatusAsync(id)).ShouldBe("completed");
        (await _patron.MailAsync(id)).TakeLast(2).ShouldBe(["overdue", "returned"]);
    }

    [Fact]
    public async Task Staff_note_damage_and_declare_a_loss()
    {
        var id = await CheckedOutOnFridayAsync();

        await _staff.DoesAsync("damaged", id, new { note = "Coffee on page 12." });
        (await _patron.StatusAsync(id)).ShouldBe("on-loan");
        await _staff.DoesAsync("lost", id, new { note = "Left on the ferry." });

        (await _patron.StatusAsync(id)).ShouldBe("lost");
        var journal = (await _staff.SeesAsync(id)).GetProperty("journal").ToString();
        journal.ShouldContain("Coffee on page 12.");
        journal.ShouldContain("Left on the ferry.");
        (await _patron.SeesAsync(id)).ToString().ShouldNotContain("ferry", Case.Insensitive, "Notes are for staff.");
    }

    private async Task<string> CheckedOutOnFridayAsync()
    {
        var id = await ReceivedAsync();
        await _bench.MoveToAsync("2026-11-27T16:00:00+08:00");
        await _staff.DoesAsync("check-out", id);
        return id;
    }

    private async Task<string> ReceivedAsync()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await _staff.DoesAsync("receive", id);
        return id;
    }
}
