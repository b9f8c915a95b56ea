using System.Text;
using Hkall.Domain.Lending;
using Hkall.Service.Invoicing;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Tests.Notices;

/// <summary>The mails with which invoices, credit notes and reminders go, to be read on one page in each language.</summary>
public sealed class InvoiceLetterTests
{
    private static readonly OwnLibrary Own = new()
    {
        AgencyId = "JULAC:LNU",
        Name = "Lingnan University Library",
        NameZhHant = "嶺南大學圖書館",
        Email = "ill@library.example",
        Address = ["8 Castle Peak Road", "Tuen Mun"],
    };

    [Fact]
    public void The_English_mails_about_invoices_read_as_approved() => Snapshot.ShouldMatch("invoice-letters-en.md", Letters(NoticeLanguage.English));

    [Fact]
    public void The_Chinese_mails_about_invoices_read_as_approved() =>
        Snapshot.ShouldMatch("invoice-letters-zh-Hant.md", Letters(NoticeLanguage.TraditionalChinese));

    [Fact]
    public void The_mail_says_how_to_pay_in_the_Librarys_words_and_in_Chinese_where_there_are_some()
    {
        var policy = new InvoicePolicy { HowToPay = "By cheque to Lingnan University.", HowToPayZhHant = "請以支票付款予嶺南大學。" };
        Lay(AnInvoice(NoticeLanguage.English, 150), InvoiceAction.Send, policy).ShouldContain("By cheque to Lingnan University.");
        Lay(AnInvoice(NoticeLanguage.TraditionalChinese, 150), InvoiceAction.Send, policy).ShouldContain("請以支票付款予嶺南大學。");
        Lay(AnInvoice(NoticeLanguage.TraditionalChinese, 150), InvoiceAction.Send, policy with { HowToPayZhHant = null }).ShouldContain("By cheque");
    }

    private static string Letters(NoticeLanguage language)
    {
        var page = new StringBuilder($"# Every mail about an invoice in {language.Tag()}\n");
        (string Name, Invoice Invoice, InvoiceAction What)[] mails =
        [
            ("invoice", AnInvoice(language, 1150), InvoiceAction.Send), ("reminder", AnInvoice(language, 1150), InvoiceAction.Remind),
            ("credit note", AnInvoice(language, -1000), InvoiceAction.Send),
        ];
        foreach (var (name, invoice, what) in mails)
        {
            var letter = LetterOf(invoice, what, new InvoicePolicy());
            page.Append($"\n## {name}\n\n**{letter.Subject}**\n\n```text\n{LetterText.Lay(letter, language)}```\n");
        }

        return page.ToString();
    }

    private static string Lay(Invoice invoice, InvoiceAction what, InvoicePolicy policy) => LetterText.Lay(LetterOf(invoice, what, policy), invoice.Language);

    private static Letter LetterOf(Invoice invoice, InvoiceAction what, InvoicePolicy policy) =>
        InvoiceLetter.Of(invoice, what, Own, policy, new Uri("https://ill.library.example/invoices/token"));

    private static Invoice AnInvoice(NoticeLanguage language, decimal amount) => new()
    {
        Number = "2026-0001",
        Symbol = "DEPT",
        Borrower = "The Department of Health",
        Email = "library@department.example",
        Language = language,
        IssuedOn = new DateOnly(2026, 11, 23),
        PayBy = new DateOnly(2026, 12, 23),
        Currency = "HKD",
        Charges = [new InvoicedCharge("L1", 1, new DateOnly(2026, 11, 20), ChargeFor.Loan, amount, "LNU-1", "DH/1", "Orientalism")],
    };
}
