using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Texts;

namespace Hkall.Service.Invoicing;

/// <summary>The mail with which an invoice, a credit note or a reminder goes.</summary>
internal static class InvoiceLetter
{
    /// <param name="page">Where the invoice can be opened and printed.</param>
    public static Letter Of(Invoice invoice, InvoiceAction what, OwnLibrary own, InvoicePolicy policy, Uri page)
    {
        var language = invoice.Language;
        var amount = NoticeAmounts.Format(new Money(invoice.Currency, Math.Abs(invoice.Total)), language);
        return new Letter(
            $"[{invoice.Number}] {Subject(invoice, what, language)}",
            [
                new Paragraph(UntrustedText.Apart(language.Say($"Dear colleagues at {UntrustedText.Mark(invoice.Borrower) ?? invoice.Borrower},"))),
                new Paragraph(Sentence(invoice, what, language)),
                new Facts(
                [
                    new Fact(invoice.IsCreditNote ? language.Say("Credit note") : language.Say("Invoice"), invoice.Number),
                    new Fact(language.Say("Date"), NoticeDates.Format(invoice.IssuedOn, language)),
                    new Fact(language.Say("Amount"), amount),
                    .. invoice.IsCreditNote ? [] : new[] { new Fact(language.Say("To be paid by"), NoticeDates.Format(invoice.PayBy, language)) },
                ]),
                new Link(invoice.IsCreditNote ? language.Say("Open and print the credit note") : language.Say("Open and print the invoice"), page.ToString()),
                .. invoice.IsCreditNote ? [] : new[] { new Paragraph(HowToPay(policy, language)) },
                new Paragraph(language.Say($"With kind regards, {own.NameIn(language)}")),
            ],
            [new Paragraph(own.Lines(language))]);
    }

    /// <summary>How to pay, in the Library's words; without any, whom to ask.</summary>
    private static string HowToPay(InvoicePolicy policy, NoticeLanguage language) => Given(policy, language)
        ?? language.Say("Please reply to this mail to ask how to pay, and name the number of the invoice when you pay.");

    /// <summary>The same on the printed invoice.</summary>
    internal static string OnPaper(InvoicePolicy policy, NoticeLanguage language) => Given(policy, language)
        ?? language.Say("Please ask us how to pay, and name the number of the invoice when you pay.");

    private static string? Given(InvoicePolicy policy, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => policy.HowToPay,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => policy.HowToPayZhHant ?? policy.HowToPay,
    };

    private static string Subject(Invoice invoice, InvoiceAction what, NoticeLanguage language) => what == InvoiceAction.Remind
        ? language.Say("A reminder of our invoice")
        : invoice.IsCreditNote ? language.Say("Credit note") : language.Say("Invoice for interlibrary loans");

    private static string Sentence(Invoice invoice, InvoiceAction what, NoticeLanguage language) => what == InvoiceAction.Remind
        ? language.Say("The invoice below is still open with us. If you have paid it in the meantime, please ignore this mail.")
        : invoice.IsCreditNote
            ? language.Say("An item that we had charged you for has come back to us, so we owe you the amount below.")
            : language.Say("Here is our invoice for what we have supplied to you.");
}
