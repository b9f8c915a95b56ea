using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>A library borrows from us, as it and our staff see it from outside.</summary>
public abstract class LendingJourney
{
    private static readonly byte[] Pdf = "%PDF-1.7 a scan"u8.ToArray();

    protected abstract Task<ABench> BenchAsync();

    [Fact]
    public async Task A_book_of_ours_is_lent_renewed_recalled_and_comes_back()
    {
        await using var bench = await BenchAsync();
        var cuhk = new ABorrower(bench, "CUHK");

        var id = await cuhk.AsksForABookAsync("loan-1");
        (await cuhk.StatusAsync(id)).ShouldBe("to-pull");
        (await cuhk.WorklistAsync("to-pull")).ShouldBe([id]);
        await cuhk.DoesAsync("pulled", id);
        (await cuhk.WorklistAsync("to-ship")).ShouldBe([id]);
        var shipped = await cuhk.DoesAsync("ship", id);
        shipped.At("dueOn").ShouldBe("2027-01-22");
        shipped.At("barcode").ShouldNotBeNullOrWhiteSpace();
        await cuhk.SaysAsync("received", "loan-1");
        (await cuhk.StatusAsync(id)).ShouldBe("on-loan");

        // The first renewal is granted at once, the second by staff.
        await cuhk.SaysAsync("renew", "loan-1");
        await cuhk.SaysAsync("renew", "loan-1");
        (await cuhk.WorklistAsync("renewals")).ShouldBe([id]);
        await cuhk.DoesAsync("renew-approve", id, new { dueOn = "2027-03-31" });
        await cuhk.DoesAsync("recall", id);
        (await cuhk.TriesToAsync("recall", id)).ShouldBeProblem(409, "already-recalled");
        await cuhk.SaysAsync("shipped-return", "loan-1");
        (await cuhk.WorklistAsync("returns")).ShouldBe([id]);
        await cuhk.DoesAsync("returned", id);

        (await cuhk.WordsAsync("loan-1")).ShouldBe(["will-supply", "loaned", "renewal-approved", "renewal-approved", "recalled", "loan-completed"]);
        var closed = await cuhk.SeesAsync(id);
        closed.At("status").ShouldBe("completed");
        closed.Timeline().ShouldContain("loan-back");
        closed.GetProperty("charges").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_chapter_is_scanned_and_taken_by_its_link()
    {
        await using var bench = await BenchAsync();
        var hku = new ABorrower(bench, "HKU");
        object item = new { title = "Orientalism", author = "Edward W. Said", isbn = "9780394740676", chapterTitle = "Knowing the Oriental", pages = "31-49" };
        (await hku.SaysAsync("request", "copy-1", new { service = "copy", item, compliance = "Other: section 50, private study" })).ShouldBe(202);
        var id = (await hku.FindAsync("copy-1")).At("id")!;
        await hku.DoesAsync("pulled", id);
        (await hku.WorklistAsync("to-scan")).ShouldBe([id]);

        (await hku.PutsScanAsync(id, Pdf)).ShouldBe(200);

        var ready = (await hku.ToldAsync("copy-1")).Single(word => word.At("word") == "copy-completed");
        var link = new Uri(ready.At("scanUrl")!);
        var taken = (await bench.GetAsync(link.PathAndQuery)).ShouldBe(200);
        taken.Body.ShouldBe(Pdf);
        taken.ContentType.ShouldBe("application/pdf");
        await hku.SaysAsync("received", "copy-1");
        (await hku.StatusAsync(id)).ShouldBe("completed");
        (await bench.GetAsync(link.PathAndQuery)).ShouldBeProblem(410, "window-closed");
    }

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
        var invoices = (await bench.Desk().GetAsync("/api/staff/lending/invoices?from=2027-01-01&to=2027-12-31")).ShouldBe(200).Json;
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

        (await hkbu.SaysAsync("request", "no-1", new { service = "loan", item = new { title = "Syntactic Structures", author = "Noam Chomsky", isbn = "9783110172799" } })).ShouldBe(202);
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
