using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>Writes to libraries that have no system of their own: a person there reads the letter, and answers it by mail or by its link.</summary>
public sealed class SupplierMail(
    IMailer mailer, MailRules rules, OwnLibrary own, PublicAddress address, AnswerTokens tokens, UndeliveredMessages undelivered, TimeProvider clock)
{
    public async Task<Attempt> TryAsync(
        PatronRequest request, Partner partner, string to, MessageSupplier told, OutboxItem item, bool again, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();

        // A desk reads its mail in the morning; deadlines pass at midnight.
        if (rules.EndOfQuiet(now) is { } morning)
        {
            return new Attempt.Later(morning - now, "It waits for the morning.");
        }

        // A try that ended without an answer may have sent the mail: check before sending a second one.
        if (again && await mailer.WasSentAsync(item.Key, cancellation) is true)
        {
            return new Attempt.Delivered();
        }

        var language = partner.Contact.Reads();
        var letter = SupplierLetter.Of(
            request, told, partner, own, address.Answer(tokens.For(new AnswerLink(request.Id, partner.Symbol, item.Ordinal))), language);
        Attempt tried = await mailer.SendAsync(
            new Mail
            {
                OperationId = item.Key,
                To = to,
                ReplyTo = own.Email,
                Subject = letter.Subject,
                Text = LetterText.Lay(letter, language),
                Html = LetterHtml.Lay(letter, language),
                Template = $"borrowing-{Names.Of(told.Word)}",
                RequestId = request.Id,
            },
            cancellation) switch
        {
            MailResult.Sent => new Attempt.Delivered(),
            MailResult.Later later => new Attempt.Later(later.After, later.Why),
            MailResult.Rejected rejected => new Attempt.Refused(rejected.Why),
            MailResult.Unknown unknown => new Attempt.Unknown(unknown.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return await undelivered.AfterAsync(request, told, item, tried, cancellation);
    }
}
