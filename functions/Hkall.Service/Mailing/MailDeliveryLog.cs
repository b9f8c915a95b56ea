using Hkall.Domain;
using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Mailing;

/// <summary>Writes to the requests' journals when a queued mail did not go as expected: staff look there.</summary>
public sealed partial class MailDeliveryLog(RequestStore<PatronRequest, RequestEvent> store, ILogger<MailDeliveryLog> log)
{
    /// <summary>Tries at the journal entry while others write to it; each failure means that another write succeeded.</summary>
    private const int MaxTries = 12;

    /// <summary>Records that these mails will never go.</summary>
    public async Task GiveUpAsync(IReadOnlyList<VersionedMail> items, string why, CancellationToken cancellation)
    {
        foreach (var (item, _, _) in items)
        {
            GivenUp(log, item.Key, item.Tries, why);
            await AmendAsync(item, effect => effect with { State = Delivery.GivenUp, Tries = item.Tries, Note = why }, cancellation);
        }
    }

    /// <summary>Records that these mails were not sent, because the patron has already done what they ask for.</summary>
    public async Task NotNeededAsync(IReadOnlyList<VersionedMail> items, CancellationToken cancellation)
    {
        foreach (var (item, _, _) in items)
        {
            await AmendAsync(item, effect => effect with { State = Delivery.NotNeeded, Note = "What it asks for has been done." }, cancellation);
        }
    }

    /// <summary>Records that these mails are sent again, although an earlier try may have sent them.</summary>
    public async Task DoubtAsync(IReadOnlyList<VersionedMail> items, CancellationToken cancellation)
    {
        foreach (var (item, _, _) in items)
        {
            await AmendAsync(item, effect => effect with { OutcomeUnknown = true }, cancellation);
        }
    }

    private async Task AmendAsync(QueuedMail item, Func<OutboxItem, OutboxItem> change, CancellationToken cancellation)
    {
        var journal = await store.JournalAsync(item.PatronId, item.RequestId, cancellation);
        if (journal.FirstOrDefault(entry => entry.Outbox.Any(effect => effect.Key == item.Key)) is not { Number: var number })
        {
            return;
        }

        for (var tries = 0; tries < MaxTries; tries++)
        {
            if (await store.ReadEntryAsync(item.PatronId, item.RequestId, number, cancellation) is not var (entry, etag))
            {
                return;
            }

            var amended = entry with { Outbox = [.. entry.Outbox.Select(effect => effect.Key == item.Key ? change(effect) : effect)] };
            if (await store.AmendEntryAsync(item.PatronId, item.RequestId, amended, etag, cancellation) is not null)
            {
                return;
            }
        }
    }

    [LoggerMessage(3302, LogLevel.Error, "The mail {Key} was given up after {Tries} tries: {Why}")]
    private static partial void GivenUp(ILogger log, string key, int tries, string why);
}
