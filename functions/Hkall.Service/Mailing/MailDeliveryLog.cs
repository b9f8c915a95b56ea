using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Mailing;

/// <summary>Writes into the journals of requests what became of their mails in the tray, where it is not what was expected: staff look there.</summary>
public sealed partial class MailDeliveryLog(RequestStore store, ILogger<MailDeliveryLog> log)
{
    /// <summary>Tries at the entry while others write to it; each failure means that one of them did.</summary>
    private const int MaxTries = 12;

    /// <summary>These mails will never go.</summary>
    public async Task GiveUpAsync(IReadOnlyList<VersionedMail> items, string why, CancellationToken cancellation)
    {
        foreach (var (item, _, _) in items)
        {
            GivenUp(log, item.Key, item.Tries, why);
            await AmendAsync(item, effect => effect with { State = Delivery.GivenUp, Tries = item.Tries, Note = why }, cancellation);
        }
    }

    /// <summary>They ask for what has been done meanwhile, and do not go.</summary>
    public async Task NotNeededAsync(IReadOnlyList<VersionedMail> items, CancellationToken cancellation)
    {
        foreach (var (item, _, _) in items)
        {
            await AmendAsync(item, effect => effect with { State = Delivery.NotNeeded, Note = "What it asks for has been done." }, cancellation);
        }
    }

    /// <summary>They are sent once more, and nobody can tell whether they had gone out before.</summary>
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
