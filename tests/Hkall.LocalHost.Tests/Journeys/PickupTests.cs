using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>At the counter: the hold shelf, and items that may not be taken out.</summary>
public sealed class PickupTests : IAsyncLifetime
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
    public async Task What_is_not_picked_up_in_a_week_goes_back_and_the_patron_was_reminded_first()
    {
        var id = await ReceivedOnThursdayAsync();

        await _bench.MoveToAsync("2026-12-03T23:59:59+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        await _bench.AdvanceAsync("PT1S");

        var expired = await _patron.SeesAsync(id);
        expired.At("status").ShouldBe("returning");
        expired.At("pickup.expiresOn").ShouldBeNull();
        expired.Timeline().TakeLast(2).ShouldBe(["pickup-reminded", "pickup-expired"]);
        (await _patron.MailAsync(id)).TakeLast(2).ShouldBe(["ready-for-pickup", "pickup-reminder"], "It is midnight.");
        await _bench.AdvanceAsync("PT8H");
        (await _patron.MailAsync(id)).TakeLast(3).ShouldBe(["ready-for-pickup", "pickup-reminder", "pickup-expired"]);
        (await _patron.LettersAsync(id)).Single(mail => mail.At("template") == "pickup-reminder").At("sentAt")!.ShouldStartWith("2026-12-01T08:00");
        (await _staff.TriesToAsync("check-out", id)).ShouldBeProblem(409, "not-on-shelf");
        (await _patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201);

        await _staff.DoesAsync("send-back", id);
        await _bench.MoveToAsync("2026-12-09T10:00:00+08:00");
        (await _patron.StatusAsync(id)).ShouldBe("completed");
    }

    [Fact]
    public async Task An_item_for_use_in_the_Library_is_not_checked_out()
    {
        await _bench.ScriptAsync("HKU", "library-use-only");
        var id = await ReceivedOnThursdayAsync();

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("library-use");
        request.At("statusText").ShouldBe("You can use it in the Library until 10 December 2026. It cannot be borrowed.");
        request.At("loan.libraryUseOnly").ShouldBe("True");
        (await _staff.TriesToAsync("check-out", id)).ShouldBeProblem(409, "library-use-only");

        await _staff.DoesAsync("check-in", id);
        await _staff.DoesAsync("send-back", id);
        (await _patron.StatusAsync(id)).ShouldBe("returning");
        (await _patron.MailAsync(id)).ShouldBe(["request-placed", "item-expected", "ready-for-pickup"]);
    }

    [Fact]
    public async Task What_the_slip_says_counts_more_than_the_message()
    {
        var id = await ShippedAsync();

        await _staff.DoesAsync("receive", id, new { libraryUseOnly = true, dueOn = "2026-12-07" });

        var request = await _patron.SeesAsync(id);
        request.At("status").ShouldBe("library-use");
        request.At("pickup.expiresOn").ShouldBe("2026-12-03", "Two working days before the lender's date.");
    }

    [Fact]
    public async Task Staff_are_told_no_when_things_do_not_stand_so()
    {
        await _bench.ScriptAsync("*", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        (await _staff.TriesToAsync("check-out", id)).ShouldBeProblem(409, "not-on-shelf");
        (await _staff.TriesToAsync("check-in", id)).ShouldBeProblem(409, "not-with-patron");
        (await _staff.TriesToAsync("send-back", id)).ShouldBeProblem(409, "nothing-to-send-back");
        (await _staff.TriesToAsync("lost", id)).ShouldBeProblem(409, "nothing-to-lose");
        (await _staff.TriesToAsync("damaged", id)).ShouldBeProblem(409, "nothing-to-lose");
        (await _patron.StatusAsync(id)).ShouldBe("sourcing");
    }

    [Fact]
    public async Task A_parcel_may_be_faster_than_the_message_that_announces_it()
    {
        await _bench.ScriptAsync("HKU", "silent");
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);

        await _staff.DoesAsync("receive", id);
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        await _bench.Library("HKU").SaysAsync("shipped", id);
        (await _patron.StatusAsync(id)).ShouldBe("ready-for-pickup");
        (await _staff.TriesToAsync("receive", id)).ShouldBeProblem(409, "not-expected");
    }

    private async Task<string> ReceivedOnThursdayAsync()
    {
        var id = await ShippedAsync();
        await _bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await _staff.DoesAsync("receive", id);
        return id;
    }

    private async Task<string> ShippedAsync()
    {
        var id = await _patron.HasPlacedAsync(Orders.Kuhn);
        await _bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        return id;
    }
}
