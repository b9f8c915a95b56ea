using System.Text.Json;
using Hkall.TestKit.Drivers;

namespace Hkall.LocalHost.Tests.Journeys;

/// <summary>What is charged to borrowers is invoiced once, with a number, and followed until it is paid.</summary>
public sealed class InvoicesTests : IAsyncLifetime
{
    private const string Mail = "library@dh.example";

    private ABench _bench = null!;
    private LendingStaff _desk = null!;
    private ABorrower _lending = null!;

    public async Task InitializeAsync()
    {
        _bench = await ABench.InMemoryAsync();
        (_desk, _lending) = (_bench.LendingStaff(), new ABorrower(_bench, "CUHK"));
    }

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task A_months_charges_of_one_borrower_stand_on_one_numbered_invoice_that_goes_by_mail_and_is_paid()
    {
        string[] ids = [await LentAsync("DH/1"), await LentAsync("DH/2")];
        var due = (await _desk.GetAsync("/api/staff/invoices/to-issue")).ShouldBe(200).Json.Items().ShouldHaveSingleItem();
        due.At("borrower").ShouldBe("Department of Health");
        due.At("total.amount").ShouldBe("300");

        var issued = (await IssueAsync(new { symbol = due.At("symbol"), until = "2026-11-30" })).ShouldBe(201);
        var invoice = issued.Json.Items().ShouldHaveSingleItem();
        invoice.At("number").ShouldBe("2026-0001");
        issued.Header("Location").ShouldBe("/api/staff/invoices/2026-0001");
        invoice.At("total.amount").ShouldBe("300");
        invoice.GetProperty("charges").Items().Select(charge => charge.At("requestId")).ShouldBe(ids, ignoreOrder: true);
        (await _desk.GetAsync("/api/staff/invoices/to-issue")).ShouldBe(200).Json.Items().ShouldBeEmpty();
        (await IssueAsync(new { symbol = due.At("symbol") })).ShouldBeProblem(409, "nothing-to-invoice");

        (await ActAsync("remind")).ShouldBeProblem(409, "invoice-not-sent");
        (await ActAsync("send")).ShouldBe(200).Json.At("status").ShouldBe("sent");
        (await ActAsync("send")).ShouldBe(200);
        var letter = (await _bench.MailAsync(Mail)).Single(mail => mail.At("template") == "invoice-send");
        letter.At("subject").ShouldBe("[2026-0001] Invoice for interlibrary loans");
        letter.At("text")!.ShouldContain("HKD 300.00");
        var page = (await _bench.GetAsync(LinkIn(letter))).ShouldBe(200);
        page.Text.ShouldContain("2026-0001");
        page.Text.ShouldContain("DH/1");
        page.Text.ShouldContain("HKD 150.00");
        page.Text.ShouldContain("Lingnan University Library");

        await _bench.AdvanceAsync("P40D");
        (await ListAsync("late")).ShouldBe(["2026-0001"]);
        (await ActAsync("remind")).ShouldBe(200).Json.At("reminders").ShouldBe("1");
        (await _bench.MailAsync(Mail)).Count(mail => mail.At("template") == "invoice-remind").ShouldBe(1);

        (await ActAsync("paid", new { on = "2026-12-20", note = "Cheque 123." })).ShouldBe(200).Json.At("status").ShouldBe("paid");
        (await ActAsync("paid")).ShouldBe(200);
        (await ActAsync("remind")).ShouldBeProblem(409, "invoice-closed");
        (await ActAsync("cancel", new { note = "A slip." })).ShouldBeProblem(409, "invoice-paid");
        (await ListAsync("open")).ShouldBeEmpty();
        (await ActAsync("unpaid")).ShouldBlame(400, "missing-member", "note");
        (await ActAsync("unpaid", new { note = "The cheque bounced." })).ShouldBe(200).Json.At("status").ShouldBe("sent");
    }

    [Fact]
    public async Task A_wrong_invoice_is_cancelled_and_its_charges_are_invoiced_anew_under_the_next_number()
    {
        var id = await LentAsync("DH/1");
        (await IssueAsync(new { requestId = id })).ShouldBe(201);
        (await ActAsync("cancel")).ShouldBlame(400, "missing-member", "note");
        (await ActAsync("cancel", new { note = "The wrong address." })).ShouldBe(200).Json.At("status").ShouldBe("cancelled");
        (await _desk.GetAsync("/api/staff/invoices/2026-0001/print")).ShouldBe(200).Text.ShouldContain("Cancelled");
        (await ActAsync("send")).ShouldBeProblem(409, "invoice-closed");

        (await IssueAsync(new { requestId = id })).ShouldBe(201).Json.Items().Single().At("number").ShouldBe("2026-0002");
        (await IssueAsync(new { requestId = id })).ShouldBeProblem(409, "nothing-to-invoice");
        (await IssueAsync(new { requestId = "L0000000000000000000000000" })).ShouldBe(404);
        (await IssueAsync(new { })).ShouldBlame(400, "missing-member", "symbol");
    }

    [Fact]
    public async Task An_item_that_comes_back_after_its_loss_was_paid_for_gets_a_credit_note_on_which_nothing_is_to_pay()
    {
        var id = await LentAsync("DH/1");
        await _lending.DoesAsync("lost", id);
        (await IssueAsync(new { requestId = id })).ShouldBe(201).Json.Items().Single().At("total.amount").ShouldBe("1150");
        (await ActAsync("send")).ShouldBe(200);
        (await ActAsync("paid")).ShouldBe(200);

        await _lending.DoesAsync("returned", id);

        var note = (await IssueAsync(new { requestId = id })).ShouldBe(201).Json.Items().Single();
        note.At("isCreditNote").ShouldBe("True");
        note.At("total.amount").ShouldBe("-1000");
        (await ActAsync("send", number: "2026-0002")).ShouldBe(200);
        var letter = (await _bench.MailAsync(Mail)).Last(mail => mail.At("template") == "invoice-send");
        letter.At("text")!.ShouldContain("we owe you");
        letter.At("text")!.ShouldNotContain("how to pay");
        (await ActAsync("remind", number: "2026-0002")).ShouldBeProblem(409, "nothing-to-pay");
    }

    [Fact]
    public async Task Where_no_mail_reaches_a_borrower_its_invoice_is_printed_and_posted()
    {
        var id = await LentAsync("KS/1", new { name = "Kowloon Society", kind = "registered", address = new[] { "1 Nathan Road" } });
        (await IssueAsync(new { requestId = id })).ShouldBe(201);
        (await ActAsync("send", new { how = "mail" })).ShouldBlame(400, "not-an-address", "how");
        (await ActAsync("send")).ShouldBe(200).Text.ShouldContain("\"post\"");
        (await _desk.GetAsync("/api/staff/invoices/2026-0001/print")).ShouldBe(200).Text.ShouldContain("1 Nathan Road");
    }

    [Fact]
    public async Task An_order_about_an_invoice_that_has_changed_since_is_not_carried_out()
    {
        (await IssueAsync(new { requestId = await LentAsync("DH/1") })).ShouldBe(201);
        var seen = (await _desk.GetAsync("/api/staff/invoices/2026-0001")).ShouldBe(200).Header("ETag")!;
        (await ActAsync("send")).ShouldBe(200);

        (await _desk.PostAsync("/api/staff/invoices/2026-0001/cancel", new { note = "A slip." }, ("If-Match", seen))).ShouldBeProblem(412, "changed-since");

        (await _desk.GetAsync("/api/staff/invoices/2026-0001")).Json.At("status").ShouldBe("sent");
    }

    [Fact]
    public async Task Nobody_opens_an_invoice_by_a_link_that_was_not_made_here()
    {
        (await IssueAsync(new { requestId = await LentAsync("DH/1") })).ShouldBe(201);
        (await ActAsync("send")).ShouldBe(200);
        var link = LinkIn((await _bench.MailAsync(Mail)).Single(mail => mail.At("template") == "invoice-send"));

        foreach (var forged in new[] { "/invoices/2026-0001", link[..^1], link + "A", "/invoices/2026-0001.", link.Replace("0001", "0002", StringComparison.Ordinal) })
        {
            (await _bench.GetAsync(forged)).ShouldBe(404).Text.ShouldNotContain("Department of Health");
        }
    }

    [Fact]
    public async Task Invoices_that_are_issued_at_the_same_time_have_different_numbers_and_no_charge_twice()
    {
        var ids = new List<string>();
        for (var n = 1; n <= 6; n++)
        {
            ids.Add(await LentAsync($"DH/{n}"));
        }

        var answers = await Task.WhenAll(ids.Concat(ids).Select(id => IssueAsync(new { requestId = id })));

        var issued = answers.Where(answer => answer.Status == 201).SelectMany(answer => answer.Json.Items()).ToList();
        issued.Select(invoice => invoice.At("number")).Order().ShouldBe(Enumerable.Range(1, 6).Select(n => $"2026-000{n}"));
        issued.SelectMany(invoice => invoice.GetProperty("charges").Items()).Select(charge => charge.At("requestId")).ShouldBe(ids, ignoreOrder: true);
    }

    private async Task<string> LentAsync(string requestId, object? borrower = null)
    {
        borrower ??= new { name = "Department of Health", kind = "government", email = Mail, address = new[] { "Wu Chung House" } };
        var id = (await _desk.PostAsync(
            "/api/staff/lending",
            new { borrower, requestId, service = "loan", item = ABorrower.Orientalism, maxCost = new { currency = "HKD", amount = 500 } })).ShouldBe(201).Json.At("id")!;
        await _lending.DoesAsync("ship", id);
        return id;
    }

    private Task<Answer> IssueAsync(object form) => _desk.PostAsync("/api/staff/invoices", form);

    private Task<Answer> ActAsync(string action, object? body = null, string number = "2026-0001") =>
        _desk.PostAsync($"/api/staff/invoices/{number}/{action}", body);

    private async Task<IEnumerable<string?>> ListAsync(string state) =>
        (await _desk.GetAsync($"/api/staff/invoices?state={state}")).ShouldBe(200).Json.Items().Select(invoice => invoice.At("number"));

    private static string LinkIn(JsonElement letter) =>
        new Uri(letter.At("text")!.Split('\n', ' ').Single(word => word.Contains("/invoices/", StringComparison.Ordinal)).Trim()).PathAndQuery;
}
