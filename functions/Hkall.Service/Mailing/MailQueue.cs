using System.Globalization;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Mailing;

/// <summary>
/// Where mails wait: for the morning, or for the mail service's allowance. The rows are in the order in which they go: by
/// rank, then by time, then by patron, so that a patron's reminders of one morning lie side by side.
/// </summary>
public sealed class MailQueue(IRows rows, IRandom random)
{
    private const string Partition = "tray";

    /// <summary>Mails begun together: two writes for each, of the hundred that a transaction takes.</summary>
    public const int MostAtOnce = 45;

    /// <summary>Rows read at once: as many as can be begun, and as many again, so that a patron's reminders are seen together.</summary>
    public const int PageRows = 2 * MostAtOnce;

    private readonly Lock _lock = new();
    private DateTimeOffset? _next;

    /// <summary>When a round may find something, as far as this process knows: a hint.</summary>
    public DateTimeOffset? NextRun
    {
        get
        {
            lock (_lock)
            {
                return _next;
            }
        }
    }

    /// <summary>Puts it in, once: one that was there before, or has gone out from there, is left as it is.</summary>
    public async Task PutAsync(QueuedMail item, MailPriority rank, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = new Row(Partition, KeyOf(item, rank), StoredJson.Write(item), item.Key);
        var mark = new Row(Partition, MarkOf(item.Key), StoredJson.Write(new QueueMark(now)), item.Key);
        await rows.CommitAsync(RowTable.Post, Partition, [new RowWrite.Insert(mark), new RowWrite.Insert(row)], cancellation);
        Expect(item.From);
    }

    /// <summary>Whether it was ever put in.</summary>
    public async Task<bool> HasTakenAsync(string key, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Post, Partition, MarkOf(key), cancellation) is not null;

    /// <summary>The head of the tray: what is first, whether it may go yet or not.</summary>
    public async Task<IReadOnlyList<VersionedMail>> PageAsync(CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(RowTable.Post, Partition, "q:", "q;", PageRows, openOnly: false, cancellation)).Select(VersionedMail.From)];

    /// <summary>The first rank in which something may go, and of it what comes first.</summary>
    public async Task<List<VersionedMail>> DueAsync(Func<VersionedMail, bool> mayGo, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var rank in Enum.GetValues<MailPriority>())
        {
            var found = await rows.RangeAsync(RowTable.Post, Partition, $"q:{(int)rank}:", UpTo(rank, now), RowLimits.RowsPerPage, openOnly: false, cancellation);
            var due = found.Select(VersionedMail.From).Where(mayGo).Take(PageRows).ToList();
            if (due.Count > 0)
            {
                return due;
            }
        }

        return [];
    }

    /// <summary>When the first of each rank may go; null where nothing waits.</summary>
    public async Task<DateTimeOffset?> EarliestAsync(Func<VersionedMail, DateTimeOffset> goesAt, CancellationToken cancellation)
    {
        DateTimeOffset? earliest = null;
        foreach (var rank in Enum.GetValues<MailPriority>())
        {
            var first = await rows.RangeAsync(RowTable.Post, Partition, $"q:{(int)rank}:", $"q:{(int)rank};", 1, openOnly: false, cancellation);
            earliest = first.Select(row => (DateTimeOffset?)goesAt(VersionedMail.From(row))).Append(earliest).Min();
        }

        return earliest;
    }

    /// <summary>What waits for one patron.</summary>
    public async Task<IReadOnlyList<Row>> OfAsync(string patronId, CancellationToken cancellation)
    {
        var theirs = new List<Row>();
        for (var from = "q:"; ;)
        {
            var page = await rows.RangeAsync(RowTable.Post, Partition, from, "q;", RowLimits.RowsPerPage, openOnly: false, cancellation);
            theirs.AddRange(page.Where(row => row.Key.Contains($":{patronId}:", StringComparison.Ordinal)));
            if (page.Count < RowLimits.RowsPerPage)
            {
                return theirs;
            }

            from = page[^1].Key + "!";
        }
    }

    /// <summary>How many could go if they were let, as far as a page for each rank tells.</summary>
    public async Task<int> CountDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var rank in Enum.GetValues<MailPriority>())
        {
            count += (await rows.RangeAsync(RowTable.Post, Partition, $"q:{(int)rank}:", UpTo(rank, now), RowLimits.RowsPerPage, openOnly: false, cancellation)).Count;
        }

        return count;
    }

    /// <summary>Puts down that a try begins. Null where another process has begun on one of them.</summary>
    public async Task<IReadOnlyList<VersionedMail>?> BeginAsync(IReadOnlyList<VersionedMail> items, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(random.Bytes(10));
        var result = await rows.CommitAsync(RowTable.Post, Partition, [.. items.Select(held => new RowWrite.Replace(RowOf(held) with { Commit = commit }))], cancellation);
        return result.Committed ? [.. items.Zip(result.ETags, (held, etag) => held with { ETag = etag! })] : await OwnAfterAllAsync(items, commit, cancellation);
    }

    /// <summary>A conflict may be our own: the reply was lost, and the storage client tried again.</summary>
    private async Task<IReadOnlyList<VersionedMail>?> OwnAfterAllAsync(IReadOnlyList<VersionedMail> items, string commit, CancellationToken cancellation)
    {
        var own = new List<VersionedMail>();
        foreach (var held in items)
        {
            if (await rows.FindAsync(RowTable.Post, Partition, held.RowKey, cancellation) is not { } row || row.Commit != commit)
            {
                return null;
            }

            own.Add(held with { ETag = row.ETag! });
        }

        return own;
    }

    /// <summary>Puts down what became of a try: those that have gone leave the tray, the others stay as they are given.</summary>
    public async Task EndAsync(IReadOnlyList<VersionedMail> gone, IReadOnlyList<VersionedMail> kept, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<RowWrite>[] writes =
        [
            .. gone.Select(held => (IReadOnlyList<RowWrite>)
                [new RowWrite.Delete(held.RowKey), new RowWrite.Put(new Row(Partition, MarkOf(held.Item.Key), StoredJson.Write(new QueueMark(held.Item.From, now)), held.Item.Key))]),
            .. kept.Select(held => (IReadOnlyList<RowWrite>)[new RowWrite.Replace(RowOf(held))]),
        ];
        if ((await rows.CommitAsync(RowTable.Post, Partition, [.. writes.SelectMany(each => each)], cancellation)).Committed)
        {
            return;
        }

        // Another process took over one of them, or the answer to this very write was lost: each on its own.
        foreach (var write in writes)
        {
            await rows.CommitAsync(RowTable.Post, Partition, write, cancellation);
        }
    }

    /// <summary>Forgets what left the tray before the instant; nobody will come with it again.</summary>
    public async Task ForgetAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        for (var from = "o:"; ;)
        {
            var page = await rows.RangeAsync(RowTable.Post, Partition, from, "o;", RowLimits.RowsPerPage, openOnly: false, cancellation);
            var old = page.Where(row => StoredJson.Read<QueueMark>(row.Body).GoneAt < before).ToList();
            foreach (var some in old.Chunk(RowLimits.WritesPerTransaction))
            {
                await rows.CommitAsync(RowTable.Post, Partition, [.. some.Select(row => new RowWrite.Delete(row.Key))], cancellation);
            }

            if (page.Count < RowLimits.RowsPerPage)
            {
                return;
            }

            from = page[^1].Key + "!";
        }
    }

    internal void Expect(DateTimeOffset at)
    {
        lock (_lock)
        {
            _next = _next is { } known && known < at ? known : at;
        }
    }

    internal void ExpectNothing()
    {
        lock (_lock)
        {
            _next = null;
        }
    }

    private static Row RowOf(VersionedMail held) => new(Partition, held.RowKey, StoredJson.Write(held.Item), held.Item.Key) { ETag = held.ETag };

    private static string KeyOf(QueuedMail item, MailPriority rank) => $"q:{(int)rank}:{Ticks(item.From)}:{item.PatronId}:{item.Key}";

    private static string MarkOf(string key) => $"o:{key}";

    private static string UpTo(MailPriority rank, DateTimeOffset now) => $"q:{(int)rank}:{Ticks(now)};";

    private static string Ticks(DateTimeOffset at) => at.UtcTicks.ToString("D19", CultureInfo.InvariantCulture);
}
