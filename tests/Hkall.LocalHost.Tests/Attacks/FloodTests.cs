using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>Attacks by a library that was asked: floods of notes and other messages. The patron, staff and the other libraries go on.</summary>
public sealed class FloodTests(TightBench attacked) : IClassFixture<TightBench>
{
    private const int Notes = 400;

    private ABench Bench => attacked.Bench;

    [Fact]
    public async Task Under_four_hundred_notes_the_patron_still_cancels()
    {
        var (patron, id) = await attacked.AnotherLoanAsync();
        await FloodAsync(id, "note");

        (await patron.CancelsAsync(id)).ShouldBe(200);
    }

    [Fact]
    public async Task Under_four_hundred_notes_the_library_is_still_heard_when_it_ships_and_the_patron_renews()
    {
        var (patron, id) = await attacked.AnotherLoanAsync();
        await FloodAsync(id, "note");

        await attacked.Library.SaysAsync("will-supply", id);
        await attacked.Library.SaysAsync("shipped", id, more: new { dueOn = "2027-01-29" });
        await Bench.LendingStaff().DoesAsync("receive", id);
        await Bench.LendingStaff().DoesAsync("check-out", id);

        (await patron.PostAsync($"/api/requests/{id}/renew")).ShouldBe(200).Json.At("renewal").ShouldBe("asked");
    }

    [Theory]
    [InlineData("note")]
    [InlineData("acknowledged")]
    [InlineData("expect-to-supply")]
    [InlineData("shipped")]
    [InlineData("recalled")]
    [InlineData("overdue")]
    [InlineData("renewed")]
    public async Task No_message_however_often_repeated_under_new_ids_fills_a_history(string status)
    {
        var (_, id) = await attacked.AnotherCopyAsync();
        await FloodAsync(id, status);

        var seen = await Bench.LendingStaff().SeesAsync(id);
        seen.GetProperty("journal").GetArrayLength().ShouldBeLessThan(70);
        (await attacked.ParkedOfAsync(id)).ShouldAllBe(why => why == "too-many-messages");
    }

    [Fact]
    public async Task The_next_library_is_heard_after_the_flood_of_the_last()
    {
        var (patron, id) = await attacked.AnotherLoanAsync();
        await FloodAsync(id, "note");
        await attacked.Library.SaysAsync("unfilled", id);
        if ((await patron.SeesAsync(id)).At("supplier.symbol") is not { } next)
        {
            // All others were asked before; the refusal of the flooding library was heard all the same.
            (await patron.StatusAsync(id)).ShouldBe("in-review");
            return;
        }

        await Bench.Library(next).SaysAsync("will-supply", id);

        (await patron.StatusAsync(id)).ShouldBe("expected");
    }

    [Fact]
    public async Task A_message_repeated_under_its_own_id_is_never_one_too_many()
    {
        var (_, id) = await attacked.AnotherLoanAsync();
        await attacked.Library.SaysAsync("note", id, $"first-{id}", new { note = "Hello" });
        await FloodAsync(id, "note");
        var parked = (await attacked.ParkedOfAsync(id)).Count;

        await attacked.Library.SaysAsync("note", id, $"first-{id}", new { note = "Hello" });

        (await attacked.ParkedOfAsync(id)).Count.ShouldBe(parked);
    }

    [Fact]
    public async Task The_notes_of_a_borrower_end_and_it_is_still_heard_when_it_cancels()
    {
        var borrower = new ABorrower(Bench, "HKUST");
        var id = await borrower.AsksForABookAsync("FLOOD-1");
        for (var note = 0; note < 60; note++)
        {
            (await borrower.SaysAsync("notification", "FLOOD-1", new { note = $"{note}" })).ShouldBe(202);
        }

        (await borrower.SeesAsync(id)).GetProperty("journal").GetArrayLength().ShouldBeLessThan(50);
        (await borrower.SaysAsync("cancel", "FLOOD-1")).ShouldBe(202);
        (await borrower.StatusAsync(id)).ShouldBe("cancel-asked");
    }

    [Fact]
    public async Task Of_a_librarys_parked_messages_the_oldest_are_dropped_and_counted()
    {
        var library = Bench.Library("HKBU");
        for (var message = 0; message < TightBench.Parked + 5; message++)
        {
            await library.SaysAsync("shipped", "7YBQX1AGBZMSD7W1X4SXJB9YAJ");
        }

        (await Bench.LendingStaff().ParkedAsync()).Count(parked => parked.At("sender") == "HKBU").ShouldBe(TightBench.Parked);
        var dropped = (await Bench.LendingStaff().GetAsync("/api/staff/parked/dropped")).ShouldBe(200).Json.Items();
        dropped.Single(row => row.At("symbol") == "HKBU").At("count").ShouldBe("5");
    }

    private async Task FloodAsync(string id, string status)
    {
        for (var note = 0; note < Notes; note++)
        {
            (await attacked.Library.TriesToSayAsync(status, id, more: new { note = $"{note}" })).ShouldBe(202);
            if (note % 50 == 49)
            {
                await Bench.SettleAsync();
            }
        }

        await Bench.SettleAsync();
    }
}
