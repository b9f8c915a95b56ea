using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>Writes to borrowers that have no system of their own.</summary>
public sealed class BorrowerMail(
    IMailer mailer, MailRules rules, PartnerDirectory directory, OwnLibrary own, PublicAddress address, DownloadTokens tokens, AnswerTokens answers,
    TimeProvider clock)
    : IBorrowerChannel
{
    public async Task<Attempt?> TryAsync(
        VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation)
    {
        var request = stored.Request;
        if (request.Borrower.Email is not { Length: > 0 } to)
        {
            return null;
        }

        // An office reads its mail in the morning; deadlines pass at midnight.
        var now = clock.GetUtcNow();
        if (rules.EndOfQuiet(now) is { } morning)
        {
            return new Attempt.Later(morning - now, "It waits for the morning.");
        }

        // A try that ended without an answer may have sent the mail: check before sending a second one.
        if (again && await mailer.WasSentAsync(item.Key, cancellation) is true)
        {
            return new Attempt.Delivered();
        }

        // A body that is not in the directory has no language of its own.
        var language = (await directory.FindAsync(request.Borrower.Symbol, cancellation))?.Contact.Reads() ?? NoticeLanguage.English;
        var links = new BorrowerLinks(
            request.Scan is null ? null : address.LentCopyPage(tokens.For(request.Id)),
            address.BorrowerAnswer(answers.ForBorrower(new AnswerLink(request.Id, request.Borrower.Symbol, item.Ordinal))));
        var letter = BorrowerLetter.Of(request, word, own, links, language);
        return await mailer.SendAsync(
            new Mail
            {
                OperationId = item.Key,
                To = to,
                ReplyTo = own.Email,
                Subject = letter.Subject,
                Text = LetterText.Lay(letter, language),
                Html = LetterHtml.Lay(letter, language),
                Template = $"lending-{Names.Of(word.Word)}",
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
    }
}
