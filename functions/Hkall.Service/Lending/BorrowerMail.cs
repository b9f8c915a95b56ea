using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Texts;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>Writes to borrowers that have no system of their own.</summary>
public sealed class BorrowerMail(IMailer mailer, PublicAddress address, DownloadTokens tokens) : IBorrowerChannel
{
    public async Task<Attempt?> TryAsync(
        VersionedRequest<LendingRequest> stored, MessageBorrower word, OutboxItem item, bool again, CancellationToken cancellation)
    {
        var request = stored.Request;
        if (request.Borrower.Email is not { Length: > 0 } to)
        {
            return null;
        }

        // A try that ended without an answer may have sent the mail: check before sending a second one.
        if (again && await mailer.WasSentAsync(item.Key, cancellation) is true)
        {
            return new Attempt.Delivered();
        }

        var letter = BorrowerLetter.Of(request, word, request.Scan is null ? null : address.LentCopyPage(tokens.For(request.Id)));
        return await mailer.SendAsync(
            new Mail
            {
                OperationId = item.Key,
                To = to,
                Subject = letter.Subject,
                Text = LetterText.Lay(letter, NoticeLanguage.English),
                Html = LetterHtml.Lay(letter, NoticeLanguage.English),
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
