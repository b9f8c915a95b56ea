using Hkall.Requests;
using Hkall.Service.Notices;
using Hkall.Service.Telemetry;
using Hkall.Service.Turns;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Posting;

/// <summary>The job that sends what waits in the tray, as the bench's clock and the timer call it.</summary>
public interface IPostRound
{
    /// <summary>When a round may find something, as far as this process knows: a hint.</summary>
    DateTimeOffset? NextRound { get; }

    /// <returns>When the next round may find something; null where nothing waits.</returns>
    Task<DateTimeOffset?> RunAsync(CancellationToken cancellation);
}

/// <summary>
/// Empties the tray in order, as far as quiet hours and the allowance let it: what is first before news, reminders and
/// receipts; within a rank what has waited longest. A try is on record before it begins. A crash leaves it "under way", and a
/// later round asks the mail service before it tries again under the same key.
/// </summary>
public sealed partial class PostRound(
    PostTray tray,
    Allowance allowance,
    PostRules rules,
    People people,
    Cabinet cabinet,
    LetterWriter writer,
    IMailer mailer,
    TrayRecord record,
    TimeProvider clock,
    ILogger<PostRound> log) : IPostRound
{
    /// <summary>Mails sent in one round; the next goes on. By the usual allowance it is days' worth, without one a term's.</summary>
    public const int MostInARound = 10_000;

    /// <summary>How long a process has for what it has begun before another takes over.</summary>
    public static readonly TimeSpan SendingTime = TimeSpan.FromMinutes(10);

    /// <summary>Waits between tries at one mail: about three days in all. Then it is given up, and staff see it with its request.</summary>
    private static readonly IReadOnlyList<TimeSpan> Waits =
    [
        TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3),
        TimeSpan.FromHours(6), TimeSpan.FromHours(12), TimeSpan.FromHours(24), TimeSpan.FromHours(24),
    ];

    public DateTimeOffset? NextRound => tray.NextRound;

    public async Task<DateTimeOffset?> RunAsync(CancellationToken cancellation)
    {
        // What is put in from here on is expected again, whatever this round finds.
        tray.ExpectNothing();
        if (await tray.IsEmptyAsync(cancellation))
        {
            await allowance.WaitingAsync(false, cancellation);
            DeskMeter.PostWaiting(0);
            return null;
        }

        var (full, nextAt) = await SendAllAsync(cancellation);
        var now = clock.GetUtcNow();
        if (full is null)
        {
            await allowance.WaitingAsync(false, cancellation);
        }

        DeskMeter.PostWaiting(full is null ? 0 : await tray.CountDueAsync(now, cancellation));
        var next = await NextAsync(full, nextAt, now, cancellation);
        if (next is { } at)
        {
            tray.Expect(at);
        }

        return next;
    }

    /// <returns>The rank for which there was no allowance left, and when there is; null where everything that may go has gone.</returns>
    private async Task<(PostRank? Full, DateTimeOffset NextAt)> SendAllAsync(CancellationToken cancellation)
    {
        var sent = 0;
        foreach (var rank in Enum.GetValues<PostRank>())
        {
            while (sent < MostInARound)
            {
                var now = clock.GetUtcNow();
                if (rank != PostRank.First && rules.EndOfQuiet(now) is not null)
                {
                    break;
                }

                var (done, nextAt) = await SomeAsync(rank, now, cancellation);
                if (nextAt is { } at)
                {
                    return (rank, at);
                }

                if (done == 0)
                {
                    break;
                }

                sent += done;
            }
        }

        return (null, default);
    }

    /// <summary>When the first of what waits may go: by its time, after the quiet hours, and when there is allowance again.</summary>
    private async Task<DateTimeOffset?> NextAsync(PostRank? full, DateTimeOffset nextAt, DateTimeOffset now, CancellationToken cancellation)
    {
        var quiet = rules.EndOfQuiet(now);
        DateTimeOffset? next = null;
        foreach (var rank in Enum.GetValues<PostRank>())
        {
            if (await tray.EarliestAsync(rank, cancellation) is { } at)
            {
                at = rank != PostRank.First && quiet > at ? quiet.Value : at;
                at = rank >= full && nextAt > at ? nextAt : at;
                next = next < at ? next : at;
            }
        }

        return next;
    }

    /// <summary>Sends some of the rank.</summary>
    /// <returns>How many rows were seen to, and where the allowance is used up, when it is not.</returns>
    private async Task<(int Done, DateTimeOffset? NextAt)> SomeAsync(PostRank rank, DateTimeOffset now, CancellationToken cancellation)
    {
        var due = (await tray.DueAsync(rank, now, 2 * PostTray.MostAtOnce, cancellation)).Where(held => !(held.Item.NextAt > now)).ToList();
        var batches = Batches(due, rank).ToList();
        if (batches.Count == 0)
        {
            return (0, null);
        }

        var grant = await allowance.TakeAsync(batches.Count, rank == PostRank.First, forTray: true, now, cancellation);
        if (grant.Count == 0)
        {
            return (0, grant.NextAt);
        }

        var taken = batches.Take(grant.Count).ToList();
        var begun = await tray.BeginAsync([.. taken.SelectMany(batch => batch.Items.Select(held => Begin(held, batch, now)))], cancellation);
        if (begun is null)
        {
            // Another process is at it; what it leaves is found by the next round.
            return (0, null);
        }

        var results = new List<(HeldItem Held, Fate Fate)>();
        foreach (var batch in begun.GroupBy(held => held.Item.Batch!))
        {
            var known = taken.SelectMany(each => each.Items).Where(before => batch.Any(held => held.RowKey == before.RowKey)).Any(before => before.Item.OutcomeUnknown);
            results.AddRange(await SendAsync(batch.Key, [.. batch], known, now, cancellation));
        }

        await tray.EndAsync(
            [.. results.Where(result => result.Fate is Fate.Gone).Select(result => result.Held)],
            [.. results.Where(result => result.Fate is Fate.Kept).Select(result => result.Held with { Item = ((Fate.Kept)result.Fate).Item })],
            now,
            cancellation);
        return (results.Count, null);
    }

    private async Task<IReadOnlyList<(HeldItem, Fate)>> SendAsync(string key, IReadOnlyList<HeldItem> batch, bool again, DateTimeOffset now, CancellationToken cancellation)
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

        if (await people.FindAsync(batch[0].Item.PatronId, cancellation) is not { } addressee || await WriteAsync(key, batch, addressee.Reader, cancellation) is not { } mail)
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

    /// <summary>The mail of what is still true of the batch; null where nothing is.</summary>
    private async Task<Mail?> WriteAsync(string key, IReadOnlyList<HeldItem> batch, Person reader, CancellationToken cancellation)
    {
        var still = new List<(Request Request, TrayItem Item)>();
        foreach (var (item, _, _) in batch)
        {
            if (await cabinet.ReadAsync(item.PatronId, item.RequestId, cancellation) is { } card && StillTrue.Of(card.Request, item.Notice, item.Facts))
            {
                still.Add((card.Request, item));
            }
        }

        return still switch
        {
            [] => null,
            [var (request, item)] => writer.Write(request, reader, item.Notice, item.Facts, key, item.Ordinal),
            _ => writer.WriteTogether([.. still.Select(each => (each.Request, each.Item.Notice, each.Item.Facts))], reader, key),
        };
    }

    private async Task<IReadOnlyList<(HeldItem, Fate)>> KeptAsync(
        IReadOnlyList<HeldItem> batch, string why, TimeSpan? after, bool unknown, DateTimeOffset now, CancellationToken cancellation)
    {
        // Where the mail service is merely full, a mail is tried for as long as it takes.
        var tries = batch.Max(held => held.Item.Tries) - (after is null ? 0 : 1);
        if (tries > Waits.Count)
        {
            await record.GiveUpAsync(batch, why, cancellation);
            return All(batch, new Fate.Gone());
        }

        var next = now + (after ?? Waits[Math.Max(0, tries - 1)]);
        return [.. batch.Select(held => (held, (Fate)new Fate.Kept(held.Item with { Tries = tries, NextAt = next, OutcomeUnknown = unknown })))];
    }

    private static IReadOnlyList<(HeldItem, Fate)> All(IReadOnlyList<HeldItem> batch, Fate fate) => [.. batch.Select(held => (held, fate))];

    private static HeldItem Begin(HeldItem held, Batch batch, DateTimeOffset now) => held with
    {
        Item = held.Item with { Tries = held.Item.Tries + 1, NextAt = now + SendingTime, OutcomeUnknown = true, Batch = batch.Key },
    };

    /// <summary>What goes in one mail: what was tried in one before, and otherwise a patron's reminders of one morning.</summary>
    private static IEnumerable<Batch> Batches(IReadOnlyList<HeldItem> due, PostRank rank)
    {
        var some = due.Take(PostTray.MostAtOnce).ToList();
        if (due.Count > some.Count && rank == PostRank.Reminder)
        {
            // A patron's reminders are not cut in two where the transaction is full, unless they alone fill it.
            var last = some[^1].Item.PatronId;
            some = some.Exists(held => held.Item.PatronId != last) ? [.. some.Where(held => held.Item.PatronId != last)] : some;
        }

        return some
            .GroupBy(held => held.Item.Batch ?? (rank == PostRank.Reminder ? $"new:{held.Item.PatronId}" : held.Item.Key))
            .Select(together => Batch.Of([.. together]));
    }

    [LoggerMessage(3301, LogLevel.Warning, "A try at the mail {Key} ended without an answer")]
    private static partial void TryFailed(ILogger log, string key, Exception failure);

    private abstract record Fate
    {
        /// <summary>It need not wait any longer: sent, no longer true, or given up.</summary>
        public sealed record Gone : Fate;

        public sealed record Kept(TrayItem Item) : Fate;
    }
}
