using Hkall.Pages.Tests.Kit;
using Hkall.TestKit.Drivers;

namespace Hkall.Pages.Tests.Staff;

/// <summary>Staff invoice what was charged, send it, and record the payment.</summary>
public class InvoicePagesTests(Browser? browser = null) : JourneyTests(browser)
{
    private const string Mail = "library@dh.example";

    [Journey, MemberData(nameof(Readers.Both), MemberType = typeof(Readers))]
    public async Task A_charge_is_invoiced_sent_paid_taken_back_and_cancelled(string language)
    {
        await using var bench = await ABench.InMemoryAsync();
        var lending = new ABorrower(bench, "CUHK");
        var id = (await bench.LendingStaff().PostAsync("/api/staff/lending", new
        {
            borrower = new { name = "衞生署 Department of Health", kind = "government", email = Mail },
            requestId = "DH/1",
            service = "loan",
            item = ABorrower.Orientalism,
            maxCost = new { currency = "HKD", amount = 500 },
        })).ShouldBe(201).Json.At("id")!;
        await lending.DoesAsync("ship", id);
        await using var window = await OpenAsync(bench, language, width: 390, height: 800, script: false);
        await window.StaffSignsInAsync("/staff/lending");
        await window.FollowAsync("Invoices", "發票");
        await window.ShouldSayAsync("1 charges, HKD 150.00", "1項收費，共港幣150.00元");
        await window.ShouldBeAccessibleAsync("to be invoiced");
        await window.PressAsync("Issue an invoice", "開立發票");
        await window.ShouldSayAsync("The invoice has its number.", "發票已編號");
        await window.ShouldSayAsync("2026-0001");

        await window.OpenAsync("Send", "寄出");
        await window.PressAsync("Send", "寄出");
        await window.ShouldSayAsync("Done.", "已完成。");
        await window.ShouldSayAsync("Sent", "已寄出");
        (await bench.MailAsync(Mail)).Count(mail => mail.At("template") == "invoice-send").ShouldBe(1);
        await window.OpenAsync("Record the payment", "記錄付款");
        await window.ShouldBeAccessibleAsync("an invoice");
        await window.PressAsync("Record the payment", "記錄付款");
        await window.ShouldSayAsync("Payment recorded", "已記錄付款");
        await window.OpenAsync("Take the payment back", "撤回付款記錄");
        await window.FillAsync("#unpaid-note", "The cheque bounced.");
        await window.PressAsync("Take the payment back", "撤回付款記錄");
        await window.ShouldSayAsync("The cheque bounced.");
        await window.OpenAsync("Cancel the invoice", "取消發票");
        await window.FillAsync("#cancel-note", "The wrong sum.");
        await window.PressAsync("Cancel the invoice", "取消發票");
        await window.GoAsync("/staff/invoices/2026-0001/print");
        (await window.SourceAsync()).ShouldContain("2026-0001");
        await window.GoAsync("/staff/invoices");
        await window.ShouldSayAsync("Paid and cancelled", "已付及已取消");
        await window.ShouldBeAccessibleAsync("invoices");
    }

    [Fact]
    public async Task An_old_page_of_an_invoice_does_nothing_and_says_so()
    {
        await using var bench = await ABench.InMemoryAsync();
        var (id, _) = await Answers.BorrowerAnswerPageTests.OfferedAsync(bench);
        await new ABorrower(bench, "CUHK").DoesAsync("heard", id, new { kind = "notification", accepts = true });
        await new ABorrower(bench, "CUHK").DoesAsync("ship", id);
        var page = new AForm(bench);
        page.GoOnWith(bench.SessionOf(LendingStaff.Person));
        await page.GetAsync($"/staff/lending/{id}");
        (await page.PostAsync("/staff/invoices", ("requestId", id))).ShouldBe(303).Header("Location").ShouldBe("/staff/invoices/2026-0001?told=issued");
        (await page.PostAsync("/staff/invoices", ("requestId", id))).ShouldBe(409).Text.ShouldContain("There is no charge that stands on no invoice yet.");

        (await page.PostAsync("/staff/invoices/2026-0001", ("action", "cancel"), ("seen", "2026-0001.0"), ("note", "A slip."))).ShouldBe(412).Text
            .ShouldContain("The invoice has changed since you opened the page.");
        (await page.PostAsync("/staff/invoices/2026-0001", ("action", "cancel"), ("seen", "2026-0001.1"))).ShouldBe(400);
        (await page.PostAsync("/staff/invoices/2026-0001", ("action", "dance"))).ShouldBe(404);
        (await page.PostAsync("/staff/invoices/2026-0002", ("action", "send"))).ShouldBe(404);
    }
}

/// <summary>The same in a browser. A test takes more than two seconds: the browser draws and judges every page on the way.</summary>
[Trait("Run", "Full")]
public sealed class InvoicePagesInBrowserTests(Browser browser) : InvoicePagesTests(browser), IClassFixture<Browser>;
