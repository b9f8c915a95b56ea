using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;

namespace Hkall.Service.Notices;

/// <summary>
/// Passes a notice to the mailer, or to the mail queue if it may not go yet: in quiet hours, or when the mail service is over its
/// limit. For its request, a queued mail counts as delivered; the queue keeps it until it has gone.
/// </summary>
public sealed class MailDelivery(
    People people, LetterWriter writer, IMailer mailer, MailRules rules, MailQueue queue, Allowance allowance, TimeProvider clock) : IEffectHandler<SendNotice>
{
    public async Task<Attempt> TryAsync(VersionedRequest<PatronRequest> stored, SendNotice effect, OutboxItem item, bool again, CancellationToken cancellation)
    {
        // A try that ended without an answer may have sent or queued the mail: ask before sending a second one.
        if (again && (await mailer.WasSentAsync(item.Key, cancellation) is true || await queue.HasTakenAsync(item.Key, cancellation)))
        {
            return new Attempt.Delivered();
        }

        if (await people.FindAsync(stored.Request.PatronId, cancellation) is not { } addressee)
        {
            return new Attempt.Refused("The patron's name and address have been erased.");
        }

        if (addressee.Person.Email.Length == 0)
        {
            return new Attempt.Refused("The sign-in named no address that is known to be the patron's.");
        }

        var notice = effect.Notice;
        if (rules.IsOptional(notice) && addressee.Preferences.TurnedOff.Contains(notice))
        {
            return new Attempt.NotNeeded("The patron has turned this reminder off.");
        }

        var now = clock.GetUtcNow();
        var (from, first) = (rules.MayGoFrom(notice, now, effect.Facts), rules.RankOf(notice) == MailPriority.First);
        var grant = from > now
            ? null
            : await allowance.TakeAsync(1, first, forTray: false, now, cancellation, person: first ? null : stored.Request.PatronId);
        if (grant is null or { Count: 0 })
        {
            await WaitAsync(stored, effect, item, grant?.TurnAt ?? from, now, cancellation);
            return new Attempt.Delivered();
        }

        var mail = await writer.WriteAsync(stored.Request, addressee.Reader, notice, effect.Facts, item.Key, item.Ordinal, cancellation);
        return await mailer.SendAsync(mail, cancellation) switch
        {
            MailResult.Sent => new Attempt.Delivered(),
            MailResult.Later later => await LaterAsync(later, now, cancellation),
            MailResult.Rejected rejected => new Attempt.Refused(rejected.Why),
            MailResult.Unknown unknown => new Attempt.Unknown(unknown.Why),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task WaitAsync(
        VersionedRequest<PatronRequest> stored, SendNotice effect, OutboxItem item, DateTimeOffset from, DateTimeOffset now, CancellationToken cancellation)
    {
        var waiting = new QueuedMail
        {
            Key = item.Key,
            PatronId = stored.Request.PatronId,
            RequestId = stored.Request.Id,
            Ordinal = item.Ordinal,
            Notice = effect.Notice,
            Facts = effect.Facts,
            From = from,
        };
        await queue.PutAsync(waiting, rules.RankOf(effect.Notice), now, cancellation);
        if (from <= now)
        {
            await allowance.WaitingAsync(true, cancellation);
        }
    }

    /// <summary>If the mail service says how long to wait, no process asks it for anything before that.</summary>
    private async Task<Attempt> LaterAsync(MailResult.Later later, DateTimeOffset now, CancellationToken cancellation)
    {
        if (later.After is { } after)
        {
            await allowance.CloseAsync(now + after, cancellation);
        }

        return new Attempt.Later(later.After, later.Why);
    }
}
