using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Notices;

/// <summary>The job that sends queued mails. The bench's clock and the timer call it.</summary>
public interface IQueuedMailSender
{
    /// <summary>When a run may find something to send, as far as this process knows: a hint.</summary>
    DateTimeOffset? NextRun { get; }

    /// <returns>When the next run may find something; null if nothing waits.</returns>
    Task<DateTimeOffset?> RunAsync(CancellationToken cancellation);
}

/// <summary>
/// Sends the queued mails in order, within quiet hours and allowance: by priority, and within a priority the longest waiting
/// first. A try is stored before it begins. A crash leaves it "under way", and a later run asks the mail service before it tries
/// again under the same key.
/// </summary>
public sealed partial class QueuedMailSender(
    MailQueue queue,
    Allowance allowance,
    MailRules rules,
    People people,
    RequestStore<PatronRequest, RequestEvent> store,
    RequestCache<PatronRequest> cache,
    LetterWriter writer,
    IMailer mailer,
    MailDeliveryLog record,
    TimeProvider clock,
    ILogger<QueuedMailSender> log) : IQueuedMailSender
{
    /// <summary>The most mails sent in one run; the next continues. That is days' worth with the usual allowance, and a term's without one.</summary>
    public const int MaxPerRun = 10_000;

    /// <summary>How long a process may take over the mails it has begun before another takes over.</summary>
    public static readonly TimeSpan SendingTime = TimeSpan.FromMinutes(10);

    /// <summary>Waits between tries at one mail: about three days in all. Then we give it up, and staff see it with its request.</summary>
    private static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    public DateTimeOffset? NextRun => queue.NextRun;

    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellation)
    {
        // Mails added from here on set the next run again, whatever this run finds.
        queue.ExpectNothing();
        var (next, waiting) = await EmptyAsync(cancellation);
        if (waiting == 0)
        {
            await allowance.WaitingAsync(false, cancellation);
        }

        HkallMetrics.PostWaiting(waiting);
        if (next is { } at)
        {
            queue.Expect(at);
        }

        return next;
    }

    /// <returns>When the first remaining mail may go, and how many wait because there is no allowance.</returns>
    private async Task<(DateTimeOffset? Next, int Waiting)> EmptyAsync(CancellationToken cancellation)
    {
        for (var sent = 0; sent < MaxPerRun;)
        {
            var now = clock.GetUtcNow();
            var page = await queue.PageAsync(cancellation);
            var whole = page.Count < MailQueue.PageRows;
            var due = page.Where(held => MayGo(held, now)).ToList();
            if (due.Count == 0 && !whole)
            {
                // The head of the queue waits; find the mails after it by their priority.
                due = await queue.DueAsync(held => MayGo(held, now), now, cancellation);
            }

            if (due.Count == 0)
            {
                return (whole ? Earliest(page, now) : await queue.EarliestAsync(held => GoesAt(held, now), cancellation), 0);
            }

            var (done, fullUntil) = await SomeAsync(due, now, cancellation);
            if (fullUntil is { } free)
            {
                return (free, await queue.CountDueAsync(now, cancellation));
            }

            if (done is null)
            {
                // Another process is sending; we look at the rest when its time is over.
                return (now + SendingTime, 0);
            }

            sent += done.Count;
            if (whole)
            {
                var left = page.Where(held => !done.ContainsKey(held.RowKey)).Concat(done.Values.OfType<VersionedMail>()).ToList();
                if (!left.Exists(held => MayGo(held, now)))
                {
                    return (Earliest(left, now), 0);
                }
            }
        }

        return (clock.GetUtcNow(), 0);
    }

    private bool MayGo(VersionedMail held, DateTimeOffset now) => GoesAt(held, now) <= now;

    /// <summary>The latest of its own time, the time of its next try, and the end of the quiet hours.</summary>
    private DateTimeOffset GoesAt(VersionedMail held, DateTimeOffset now)
    {
        var at = held.Item.NextAt > held.Item.From ? held.Item.NextAt.Value : held.Item.From;
        return rules.RankOf(held.Item.Notice) != MailPriority.First && rules.EndOfQuiet(now) is { } morning && morning > at ? morning : at;
    }

    private DateTimeOffset? Earliest(IEnumerable<VersionedMail> left, DateTimeOffset now) =>
        left.Select(held => (DateTimeOffset?)GoesAt(held, now)).Min();

    /// <summary>Sends some of the mails, from the highest priority among them.</summary>
    /// <returns>The mails handled, each with its remaining row if it stays; null if another process was faster. If there is no allowance, until when.</returns>
    private async Task<(IReadOnlyDictionary<string, VersionedMail?>? Done, DateTimeOffset? FullUntil)> SomeAsync(
        IReadOnlyList<VersionedMail> due, DateTimeOffset now, CancellationToken cancellation)
    {
        var rank = rules.RankOf(due[0].Item.Notice);
        var batches = Batches([.. due.TakeWhile(held => rules.RankOf(held.Item.Notice) == rank)], rank, rules).ToList();
        var grant = await allowance.TakeAsync(batches.Count, rank == MailPriority.First, forTray: true, now, cancellation);
        if (grant.Count == 0)
        {
            return (null, grant.NextAt);
        }

        var taken = batches.Take(grant.Count).ToList();
        var begun = await queue.BeginAsync([.. taken.SelectMany(batch => batch.Items.Select(held => Begin(held, batch, now)))], cancellation);
        if (begun is null)
        {
            return (null, null);
        }

        var unknown = taken.SelectMany(batch => batch.Items).Where(held => held.Item.OutcomeUnknown).Select(held => held.RowKey).ToHashSet();
        var results = new List<(VersionedMail Held, Fate Fate)>();
        foreach (var batch in begun.GroupBy(held => held.Item.Batch!))
        {
            results.AddRange(await SendAsync(batch.Key, [.. batch], again: batch.Any(held => unknown.Contains(held.RowKey)), now, cancellation));
        }

        var gone = results.Where(result => result.Fate is Fate.Gone).Select(result => result.Held).ToList();
        var kept = results.Where(result => result.Fate is Fate.Kept).Select(result => result.Held with { Item = ((Fate.Kept)result.Fate).Item }).ToList();
        await queue.EndAsync(gone, kept, now, cancellation);
        return (gone.Select(held => (held.RowKey, (VersionedMail?)null)).Concat(kept.Select(held => (held.RowKey, (VersionedMail?)held))).ToDictionary(), null);
    }

    private async Task<IReadOnlyList<(VersionedMail, Fate)>> SendAsync(
        string key, IReadOnlyList<VersionedMail> batch, bool again, DateTimeOffset now, CancellationToken cancellation)
    {
        if (again)
        {
            switch (await mailer.WasSentAsync(key, cancellation))
            {
                case true:
                    return All(batch, new Fate.Gone());
                case null:
                    await record.DoubtAsync(batch, cancellation);
                    break;
            }
        }

        if (await people.FindAsync(batch[0].Item.PatronId, cancellation) is not { } addressee
            || await WriteAsync(key, batch, addressee.Reader, cancellation) is not { } mail)
        {
            return All(batch, new Fate.Gone());
        }

        MailResult result;
        try
        {
            result = await mailer.SendAsync(mail, cancellation);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            TryFailed(log, key, failure);
            result = new MailResult.Unknown(failure.GetType().Name);
        }

        switch (result)
        {
            case MailResult.Sent:
                return All(batch, new Fate.Gone());
            case MailResult.Later later:
                if (later.After is { } after)
                {
                    await allowance.CloseAsync(now + after, cancellation);
                }

                return await KeptAsync(batch, later.Why, later.After, unknown: false, now, cancellation);
            case MailResult.Unknown unknown:
                return await KeptAsync(batch, unknown.Why, null, unknown: true, now, cancellation);
            case MailResult.Rejected rejected:
                await record.GiveUpAsync(batch, rejected.Why, cancellation);
                return All(batch, new Fate.Gone());
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    /// <summary>The mail for the reminders of the batch that are still relevant; null if none are.</summary>
    private async Task<Mail?> WriteAsync(string key, IReadOnlyList<VersionedMail> batch, Person reader, CancellationToken cancellation)
    {
        var still = new List<(PatronRequest Request, QueuedMail Item)>();
        var passed = new List<VersionedMail>();
        foreach (var held in batch)
        {
            var item = held.Item;

            // The cached request is good enough: at worst a reminder goes out for something done in another process a moment ago.
            var stored = cache.Find(item.RequestId) ?? await store.ReadAsync(item.PatronId, item.RequestId, cancellation);
            if (stored is not null && NoticeRelevance.Of(stored.Request, item.Notice, item.Facts))
            {
                still.Add((stored.Request, item));
            }
            else
            {
                passed.Add(held);
            }
        }

        await record.NotNeededAsync(passed, cancellation);

        return still switch
        {
            [] => null,
            [var (request, item)] => await writer.WriteAsync(request, reader, item.Notice, item.Facts, key, item.Ordinal, cancellation),
            _ => await writer.WriteTogetherAsync([.. still.Select(each => (each.Request, each.Item.Notice, each.Item.Facts))], reader, key, cancellation),
        };
    }

    private async Task<IReadOnlyList<(VersionedMail, Fate)>> KeptAsync(
        IReadOnlyList<VersionedMail> batch, string why, TimeSpan? after, bool unknown, DateTimeOffset now, CancellationToken cancellation)
    {
        // While the mail service is merely over its limit, we keep trying and do not count the try.
        var tries = batch.Max(held => held.Item.Tries) - (after is null ? 0 : 1);
        if (tries > Waits.Count)
        {
            await record.GiveUpAsync(batch, why, cancellation);
            return All(batch, new Fate.Gone());
        }

        var next = now + (after ?? Waits[Math.Max(0, tries - 1)]);
        return [.. batch.Select(held => (held, (Fate)new Fate.Kept(held.Item with { Tries = tries, NextAt = next, OutcomeUnknown = unknown })))];
    }

    private static IReadOnlyList<(VersionedMail, Fate)> All(IReadOnlyList<VersionedMail> batch, Fate fate) => [.. batch.Select(held => (held, fate))];

    private static VersionedMail Begin(VersionedMail held, Batch batch, DateTimeOffset now) => held with
    {
        Item = held.Item with { Tries = held.Item.Tries + 1, NextAt = now + SendingTime, OutcomeUnknown = true, Batch = batch.Key },
    };

    /// <summary>
    /// Groups the mails: a batch that was tried before stays together; otherwise a patron's reminders of one morning are folded into one mail
    /// where they may be.
    /// </summary>
    private static IEnumerable<Batch> Batches(IReadOnlyList<VersionedMail> due, MailPriority rank, MailRules rules)
    {
        var some = due.Take(MailQueue.MostAtOnce).ToList();
        if (due.Count > some.Count && rank == MailPriority.Reminder)
        {
            // If the transaction is full, we do not split a patron's reminders, unless they alone fill it.
            var last = some[^1].Item.PatronId;
            some = some.Exists(held => held.Item.PatronId != last) ? [.. some.Where(held => held.Item.PatronId != last)] : some;
        }

        return some
            .GroupBy(held => held.Item.Batch ?? (rules.IsFolded(held.Item.Notice) ? $"new:{held.Item.PatronId}" : held.Item.Key))
            .Select(together => Batch.Of([.. together]));
    }

    [LoggerMessage(3301, LogLevel.Warning, "A try at the mail {Key} ended without an answer")]
    private static partial void TryFailed(ILogger log, string key, Exception failure);

    private abstract record Fate
    {
        /// <summary>The mail leaves the queue: sent, no longer relevant, or given up.</summary>
        public sealed record Gone : Fate;

        public sealed record Kept(QueuedMail Item) : Fate;
    }
}
