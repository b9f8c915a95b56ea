using System.Text;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>Bodies without a system of their own: staff key their requests in, and they are written to.</summary>
public class KeyedInLendingTests
{
    private const string Mail = "library@dh.example";

    private static object Order(
        string requestId, object? borrower = null, string service = "loan", object? item = null, object? maxCost = null, string? compliance = null) => new
        {
            borrower = borrower
                ?? new { name = "衞生署 Department of Health", kind = "government", email = Mail, address = new[] { "Wu Chung House", "皇后大道東213號" } },
            requestId,
            service,
            item = item ?? ABorrower.Orientalism,
            maxCost,
            compliance,
        };

    [Fact]
    public async Task A_department_accepts_the_charge_gets_the_book_and_is_invoiced()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (lending, staff) = (bench.LendingStaff(), new ABorrower(bench, "CUHK"));

        var keyed = (await lending.PostAsync("/api/staff/lending", Order("DH/1"))).ShouldBe(201);
        var id = keyed.Json.At("id")!;
        keyed.Header("Location").ShouldBe($"/api/staff/lending/{id}");
        keyed.Json.At("status").ShouldBe("conditional");
        keyed.Json.At("fee.amount").ShouldBe("150");
        await staff.DoesAsync("heard", id, new { kind = "notification", accepts = true, note = "By telephone." });
        await staff.DoesAsync("ship", id);
        await staff.DoesAsync("heard", id, new { kind = "shipped-return" });
        await staff.DoesAsync("returned", id);

        (await bench.MailAsync(Mail)).Select(mail => mail.At("template")).ShouldBe(
            ["lending-conditional", "lending-will-supply", "lending-loaned", "lending-loan-completed"], ignoreOrder: true);
        var token = await lending.TokenAsync();
        var csv =
            (await bench.SendAsync(HttpMethod.Get, "/api/staff/lending/invoices?from=2026-11-01&to=2026-11-30", token, null, ("Accept", "text/csv"))).ShouldBe(
                200);
        csv.ContentType.ShouldBe("text/csv; charset=utf-8");
        csv.Text.ShouldContain("衞生署 Department of Health,government");
        csv.Text.ShouldContain("loan,HKD,150.00");
    }

    [Fact]
    public async Task Keying_the_same_request_in_twice_makes_one()
    {
        await using var bench = await ABench.InMemoryAsync();
        var lending = bench.LendingStaff();

        var first = (await lending.PostAsync("/api/staff/lending", Order("DH/2"))).ShouldBe(201).Json.At("id");
        (await lending.PostAsync("/api/staff/lending", Order("DH/2"))).ShouldBe(200).Json.At("id").ShouldBe(first);
    }

    [Fact]
    public async Task A_copy_needs_the_requesters_word_on_copyright_and_its_scan_is_taken_by_the_link_in_the_mail()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (lending, staff) = (bench.LendingStaff(), new ABorrower(bench, "CUHK"));
        object chapter = new { title = "Orientalism", isbn = "9780394740676", chapterTitle = "Crisis", pages = "92-110" };
        var id =
            (await lending.PostAsync(
                "/api/staff/lending", Order("DH/3", service: "copy", item: chapter, maxCost: new { currency = "HKD", amount = 100 }))).ShouldBe(201).Json.At(
                    "id")!;
        (await staff.WorklistAsync("to-answer")).ShouldBe([id]);
        (await staff.TriesToAsync("will-supply", id)).ShouldBeProblem(422, "compliance-required");
        await staff.DoesAsync("will-supply", id, new { compliance = "Declared in writing: s. 50, private study" });
        (await staff.PutsScanAsync(id, "%PDF-1.7 scan"u8.ToArray())).ShouldBe(200);

        var mail = (await bench.MailAsync(Mail)).Single(one => one.At("template") == "lending-copy-completed");
        var link = mail.At("text")!.Split('\n').Select(line => line.Trim()).Single(line => line.Contains("/lending/files/", StringComparison.Ordinal));
        var page = (await bench.GetAsync(new Uri(link).PathAndQuery)).ShouldBe(200);
        page.Text.ShouldContain("<form");
        page.Text.ShouldContain(link[link.IndexOf("/lending/files/", StringComparison.Ordinal)..]);
        var token = link[(link.LastIndexOf('/') + 1)..];
        Encoding.UTF8.GetString((await bench.GetAsync($"/api/lending/files/{token}")).ShouldBe(200).Body).ShouldBe("%PDF-1.7 scan");
    }

    [Fact]
    public async Task Nobody_lends_to_a_body_that_could_not_be_told()
    {
        await using var bench = await ABench.InMemoryAsync();
        var lending = bench.LendingStaff();

        (await lending.PostAsync("/api/staff/lending", Order("DH/4", borrower: new { name = "A society", kind = "registered" }))).ShouldBlame(
            400, "missing-member", "borrower.email");
        (await lending.PostAsync("/api/staff/lending", new { symbol = "NOBODY", requestId = "1", service = "loan", item = ABorrower.Orientalism })).ShouldBlame(
            400, "unknown-library", "symbol");
        (await lending.PostAsync("/api/staff/lending/L0000000000000000000000000/ship")).ShouldBe(404);
        (await bench.Patron("okafor").GetAsync("/api/staff/lending")).ShouldBe(403);
    }

    [Fact]
    public async Task A_strangers_word_about_a_request_to_lend_is_parked_with_its_reason()
    {
        await using var bench = await ABench.InMemoryAsync();
        await new ABorrower(bench, "HKU").SaysAsync("renew", "nobody-knows-it");

        (await bench.LendingStaff().ParkedAsync()).ShouldHaveSingleItem().At("why").ShouldBe("unknown-request");
    }

    [Fact]
    public async Task A_name_that_a_spreadsheet_would_take_for_a_formula_is_escaped()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (lending, staff) = (bench.LendingStaff(), new ABorrower(bench, "CUHK"));
        var id = (await lending.PostAsync("/api/staff/lending", Order(
            "=HYPERLINK(1)", borrower: new { name = "@SUM(1+1)", kind = "registered", email = Mail },
            maxCost: new { currency = "HKD", amount = 500 }))).ShouldBe(201).Json.At("id")!;
        await staff.DoesAsync("ship", id);

        var csv = (await bench.SendAsync(
            HttpMethod.Get, "/api/staff/lending/invoices?from=2026-11-01&to=2026-11-30", await lending.TokenAsync(), null, ("Accept", "text/csv"))).ShouldBe(
                200).Text;

        csv.ShouldNotContain(",@SUM");
        csv.ShouldNotContain(",=HYPERLINK");
        csv.ShouldContain("'@SUM(1+1)");
    }
}
