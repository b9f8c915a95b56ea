using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What goes otherwise than planned while a library borrows from us: it keeps the book, changes its mind or asks twice.</summary>
public abstract class LendingTroubles
{
    protected abstract Task<ABench> BenchAsync();

    [Fact]
    public async Task A_loan_that_does_not_come_back_is_claimed_and_charged_as_lost()
    {
        await using var bench = await BenchAsync();
        var nus = new ABorrower(bench, "NUS");
        var id = await nus.AsksForABookAsync("late-1");
        await nus.DoesAsync("ship", id);

        await bench.MoveToAsync("2027-01-24T12:00:00+08:00");
        (await nus.WorklistAsync("overdue")).ShouldBe([id]);
        await bench.MoveToAsync("2027-03-24T12:00:00+08:00");

        (await nus.WordsAsync("late-1")).ShouldBe(["will-supply", "loaned", "overdue", "overdue", "overdue", "overdue", "lost"]);
        var lost = await nus.SeesAsync(id);
        lost.At("status").ShouldBe("lost");
        lost.At("charges.0.cost.amount").ShouldBe("1000");
        var invoices = (await bench.LendingStaff().GetAsync("/api/staff/lending/invoices?from=2027-01-01&to=2027-12-31")).ShouldBe(200).Json;
        invoices.At("lines.0.for").ShouldBe("lost");
        invoices.At("totals.0.amount").ShouldBe("1000");
    }

    [Fact]
    public async Task A_cancellation_before_shipping_is_granted_and_after_it_declined()
    {
        await using var bench = await BenchAsync();
        var hku = new ABorrower(bench, "HKU");
        var early = await hku.AsksForABookAsync("early-1");
        await hku.SaysAsync("cancel", "early-1");
        (await hku.WorklistAsync("cancels")).ShouldBe([early]);
        await hku.DoesAsync("cancel-approve", early);
        (await hku.WordsAsync("early-1")).ShouldBe(["will-supply", "cancel-approved"]);

        var late = await hku.AsksForABookAsync("late-2");
        await hku.DoesAsync("ship", late);
        await hku.SaysAsync("cancel", "late-2");
        (await hku.StatusAsync(late)).ShouldBe("shipped");
        (await hku.WordsAsync("late-2")).ShouldBe(["will-supply", "loaned", "cancel-declined"]);
    }

    [Fact]
    public async Task Conditions_are_accepted_or_lapse_and_what_we_do_not_have_is_declined()
    {
        await using var bench = await BenchAsync();
        var hkbu = new ABorrower(bench, "HKBU");
        var accepted = await hkbu.AsksForABookAsync("cond-1");
        await hkbu.DoesAsync("conditional", accepted, new { conditions = new[] { "LibraryUseOnly" } });
        await hkbu.SaysAsync("notification", "cond-1", new { accepts = true });
        (await hkbu.StatusAsync(accepted)).ShouldBe("to-pull");

        var lapsed = await hkbu.AsksForABookAsync("cond-2");
        await hkbu.DoesAsync("conditional", lapsed, new { conditions = new[] { "SignatureRequired" } });
        await bench.AdvanceAsync("P15D");
        (await hkbu.StatusAsync(lapsed)).ShouldBe("unfilled");

        (await hkbu.SaysAsync(
            "request", "no-1",
            new { service = "loan", item = new { title = "Syntactic Structures", author = "Noam Chomsky", isbn = "9783110172799" } })).ShouldBe(202);
        (await hkbu.ToldAsync("no-1")).ShouldHaveSingleItem().At("unfilled").ShouldBe("NotHeld");
    }

    [Fact]
    public async Task The_same_request_sent_twice_is_one_request()
    {
        await using var bench = await BenchAsync();
        var hku = new ABorrower(bench, "HKU");
        var id = await hku.AsksForABookAsync("twice-1", new { messageId = "m-same" });
        (await hku.AsksForABookAsync("twice-1", new { messageId = "m-same" })).ShouldBe(id);
        (await hku.AsksForABookAsync("twice-1")).ShouldBe(id);

        // Sent under another message id it is answered with how it stands.
        (await hku.WordsAsync("twice-1")).ShouldBe(["will-supply", "status"]);
    }
}
