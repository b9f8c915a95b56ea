using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Invoicing;

/// <summary>Sends invoices and reminders by mail. Staff press the button, so it goes at once, whatever the hour.</summary>
public sealed class InvoiceMail(IMailer mailer, OwnLibrary own, PolicyInForce policy, PublicAddress address, InvoiceTokens tokens)
{
    /// <returns>Why the mail did not go; null if it went.</returns>
    public async Task<string?> SendAsync(Invoice invoice, InvoiceAction what, CancellationToken cancellation)
    {
        // The next step has the next number: a try that ended without an answer is repeated under the same key, and another step is another mail.
        var key = FormattableString.Invariant($"invoice-{invoice.Number}-{invoice.Steps.Count}-{Names.Of(what)}");
        if (await mailer.WasSentAsync(key, cancellation) is true)
        {
            return null;
        }

        var letter = InvoiceLetter.Of(invoice, what, own, policy.Document.Invoices, address.Page($"/invoices/{tokens.For(invoice.Number)}"));
        return await mailer.SendAsync(
            new Mail
            {
                OperationId = key,
                To = invoice.Email!,
                ReplyTo = own.Email,
                Subject = letter.Subject,
                Text = LetterText.Lay(letter, invoice.Language),
                Html = LetterHtml.Lay(letter, invoice.Language),
                Template = $"invoice-{Names.Of(what)}",
                RequestId = invoice.Charges[0].RequestId,
            },
            cancellation) switch
        {
            MailResult.Sent => null,
            MailResult.Later => "The mail service takes no mail at the moment.",
            MailResult.Rejected rejected => rejected.Why,
            MailResult.Unknown => "The mail service did not answer.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
