using Hkall.Requests;
using Hkall.Service.Downloads;
using Hkall.Service.Outbox;
using Hkall.Service.Turns;

namespace Hkall.Service.Notices;

/// <summary>Renders a notice and hands it to the mailer.</summary>
public sealed class MailDelivery(People people, NoticeRenderer renderer, IMailer mailer, PublicAddress address, DownloadTokens tokens) : IEffectDelivery<TellPatron>
{
    public async Task<Attempt> TryAsync(HeldCard card, TellPatron effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        // A try that ended without an answer may have sent it: ask before sending a second one.
        if (again && await mailer.WasSentAsync(item.Key, cancellation) is true)
        {
            return new Attempt.Delivered();
        }

        var request = card.Request;
        if (await people.FindAsync(request.PatronId, cancellation) is not { } person)
        {
            return new Attempt.Refused("The patron's name and address have been erased.");
        }

        var rendered = renderer.Render(new NoticeData(
            effect.Notice,
            effect.Facts,
            request.Id,
            request.Service,
            request.Item,
            person,
            address.Request(request.Id),
            request.Download is null ? null : address.Download(tokens.For(request.Id)))
        {
            Revision = item.Ordinal,
            PlacedAt = request.PlacedAt,
        });
        return await mailer.SendAsync(
            new Mail
            {
                OperationId = item.Key,
                To = person.Email,
                Subject = rendered.Subject,
                Text = rendered.Text,
                Html = rendered.Html,
                Template = Names.Of(effect.Notice),
                RequestId = request.Id,
                Attachment = rendered.Attachment,
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
