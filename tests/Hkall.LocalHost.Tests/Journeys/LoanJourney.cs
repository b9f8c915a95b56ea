using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A loan from placing to close, as everybody in it sees it from outside.</summary>
public abstract class LoanJourney
{
    protected abstract Task<ABench> BenchAsync();

    [Fact]
    public async Task A_loan_from_placing_to_close()
    {
        await using var bench = await BenchAsync();
        var (patron, staff, library) = (bench.Patron("okafor"), bench.LendingStaff(), bench.Library("HKU"));

        // Monday: placed, and the library answers at once.
        var placed = (await patron.PlaceAsync(Orders.Kuhn)).ShouldBe(201).Json;
        var id = placed.At("id")!;
        placed.At("status").ShouldBe("sourcing");
        placed.Instant("placedAt").ShouldBe(DateTimeOffset.Parse(ABench.Begins));
        placed.At("supplier.symbol").ShouldBe("HKU");
        placed.Actions().ShouldBe(["cancel", "office-delivery"]);
        await bench.SettleAsync();
        var expected = await patron.SeesAsync(id);
        expected.At("status").ShouldBe("expected");
        expected.At("statusText").ShouldBe("The University of Hong Kong will supply it, usually between 26 November 2026 and 30 November 2026.");
        expected.At("estimate.earliest").ShouldBe("2026-11-26");
        expected.At("estimate.latest").ShouldBe("2026-11-30");
        (await patron.QuotaAsync()).ShouldBe((1, 99));

        // Tuesday, ten o'clock: shipped. Thursday: received.
        await bench.MoveToAsync("2026-11-24T09:59:59+08:00");
        (await patron.StatusAsync(id)).ShouldBe("expected");
        await bench.MoveToAsync("2026-11-24T10:00:00+08:00");
        (await patron.StatusAsync(id)).ShouldBe("in-transit");
        (await staff.WorklistAsync("to-receive")).ShouldBe([id]);
        await bench.MoveToAsync("2026-11-26T10:00:00+08:00");
        await staff.DoesAsync("receive", id);
        var onTheShelf = await patron.SeesAsync(id);
        onTheShelf.At("status").ShouldBe("ready-for-pickup");
        onTheShelf.At("pickup.place").ShouldBe("serviceCounter");
        onTheShelf.At("pickup.expiresOn").ShouldBe("2026-12-03");
        onTheShelf.Actions().ShouldBe(["unwanted", "office-delivery"]);
        (await staff.WorklistAsync("on-hold-shelf")).ShouldBe([id]);

        // Friday: checked out for sixty days.
        await bench.MoveToAsync("2026-11-27T16:00:00+08:00");
        await staff.DoesAsync("check-out", id);
        var onLoan = await patron.SeesAsync(id);
        onLoan.At("status").ShouldBe("on-loan");
        onLoan.At("loan.dueOn").ShouldBe("2027-01-26");
        onLoan.At("loan.renewBy").ShouldBe("2027-01-21");
        onLoan.At("loan.libraryUseOnly").ShouldBe("False");
        onLoan.At("pickup.expiresOn").ShouldBeNull();

        // The reminder goes out five working days before; it comes back in time.
        await bench.MoveToAsync("2027-01-25T12:00:00+08:00");
        (await patron.StatusAsync(id)).ShouldBe("on-loan");
        await staff.DoesAsync("check-in", id);
        (await patron.StatusAsync(id)).ShouldBe("returning");
        (await staff.WorklistAsync("to-send-back")).ShouldBe([id]);
        await staff.DoesAsync("send-back", id);
        (await patron.QuotaAsync()).ShouldBe((0, 100), "The place is free once the patron has returned the item.");

        // Three working days later its lender has it.
        await bench.MoveToAsync("2027-01-28T10:00:00+08:00");
        var closed = await patron.SeesAsync(id);
        closed.At("status").ShouldBe("completed");
        closed.Instant("closedAt").ShouldBe(DateTimeOffset.Parse("2027-01-28T10:00:00+08:00"));
        closed.Timeline().ShouldBe(
        [
            "request-placed", "supplier-asked", "supplier-promised", "item-shipped", "item-received", "item-checked-out",
            "due-reminded", "item-checked-in", "item-sent-back", "loan-completed",
        ]);
        closed.Actions().ShouldBeEmpty();
        (await patron.QuotaAsync()).ShouldBe((0, 100));
        (await patron.MyRequestsAsync("?state=open")).ShouldBeEmpty();
        (await patron.MyRequestsAsync("?state=closed")).ShouldHaveSingleItem().At("id").ShouldBe(id);

        // What everybody was told, each once.
        (await library.ReceivedAsync(id)).ShouldBe(["request", "received", "returned"]);
        (await library.MessagesAsync(id)).ShouldAllBe(message => message.At("deliveries") == "1");
        var letters = await patron.LettersAsync(id);
        letters.Select(mail => (mail.At("template"), mail.At("subject"), mail.At("sentAt")![..16])).ShouldBe(
        [
            ("request-placed", $"We have your request [{id[^6..]}]", "2026-11-23T09:00"),
            ("item-expected", $"A library is supplying your request [{id[^6..]}]", "2026-11-23T09:00"),
            ("ready-for-pickup", $"Ready for pickup at the Service Counter [{id[^6..]}]", "2026-11-26T10:00"),
            ("checked-out", $"Checked out: due on Tuesday 26 January 2027 [{id[^6..]}]", "2026-11-27T16:00"),
            ("due-soon", $"Due on Tuesday 26 January 2027 [{id[^6..]}]", "2027-01-19T08:00"),
            ("returned", $"Returned: thank you [{id[^6..]}]", "2027-01-25T12:00"),
        ]);
        letters.ShouldAllBe(mail => mail.At("to") == patron.Email);
        (await bench.MailAsync()).Count.ShouldBe(letters.Count, "Nobody else was written to.");
    }

    [Fact]
    public async Task Nobody_else_sees_a_loan_and_nothing_in_our_messages_tells_whose_it_is()
    {
        await using var bench = await BenchAsync();
        var id = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);

        (await bench.Patron("petrov").GetAsync($"/api/requests/{id}")).ShouldBeProblem(404, "not-found");
        var message = (await bench.Library("HKU").MessagesAsync(id)).ShouldHaveSingleItem();
        message.ToString().ShouldNotContain("okafor", Case.Insensitive);
        message.At("item.isbn").ShouldBe("9780226458120");
    }
}
