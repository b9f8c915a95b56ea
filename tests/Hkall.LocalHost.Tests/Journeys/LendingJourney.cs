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
}
