using System.Globalization;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Mailing;

/// <summary>
/// Mails that wait for the morning or for the mail service's allowance. The rows are in sending order: by priority, then by
/// time, then by patron, so that a patron's reminders of one morning are adjacent.
/// </summary>
public sealed class MailQueue(IRows rows, IRandom random)
{
    private const string Partition = "tray";

    /// <summary>Mails begun together: two writes for each, of the hundred that a transaction allows.</summary>
    public const int MostAtOnce = 45;

    /// <summary>Rows read at once: twice as many as can be begun, so that a patron's reminders are read together.</summary>
    public const int PageRows = 2 * MostAtOnce;

    private readonly Lock _lock = new();
    private DateTimeOffset? _next;

    /// <summary>When a run may find something to send, as far as this process knows: a hint.</summary>
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

    /// <summary>Adds the mail once: if it is or was in the queue already, nothing changes.</summary>
    public async Task PutAsync(QueuedMail item, MailPriority rank, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = new Row(Partition, KeyOf(item, rank), StoredJson.Write(item), item.Key);
        var mark = new Row(Partition, MarkOf(item.Key), StoredJson.Write(new QueueMark(now)), item.Key);
        await rows.CommitAsync(RowTable.Post, Partition, [new RowWrite.Insert(mark), new RowWrite.Insert(row)], cancellation);
        Expect(item.From);
    }

    /// <summary>Whether the mail was ever added.</summary>
    public async Task<bool> HasTakenAsync(string key, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Post, Partition, MarkOf(key), cancellation) is not null;

    /// <summary>The first page of the queue, including mails that may not go yet.</summary>
    public async Task<IReadOnlyList<VersionedMail>> PageAsync(CancellationToken cancellation) =>
        [.. (await rows.RangeAsync(RowTable.Post, Partition, "q:", "q;", PageRows, openOnly: false, cancellation)).Select(VersionedMail.From)];

    /// <summary>The first mails that may go, of the highest priority that has any.</summary>
    public async Task<List<VersionedMail>> DueAsync(Func<VersionedMail, bool> mayGo, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var rank in Enum.GetValues<MailPriority>())
        {
            var found =
                await rows.RangeAsync(RowTable.Post, Partition, $"q:{(int)rank}:", UpTo(rank, now), RowLimits.RowsPerPage, openOnly: false, cancellation);
            var due = found.Select(VersionedMail.From).Where(mayGo).Take(PageRows).ToList();
            if (due.Count > 0)
            {
                return due;
            }
        }

        return [];
    }

    /// <summary>When the first mail of any priority may go; null if none waits.</summary>
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

    /// <summary>The mails waiting for one patron.</summary>
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

    /// <summary>How many mails only wait for allowance, counting one page for each priority.</summary>
    public async Task<int> CountDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var rank in Enum.GetValues<MailPriority>())
        {
            count += (await rows.RangeAsync(
                RowTable.Post, Partition, $"q:{(int)rank}:", UpTo(rank, now), RowLimits.RowsPerPage, openOnly: false, cancellation)).Count;
        }

        return count;
    }

    /// <summary>Records that a try begins. Null if another process has begun on one of the mails.</summary>
    public async Task<IReadOnlyList<VersionedMail>?> BeginAsync(IReadOnlyList<VersionedMail> items, CancellationToken cancellation)
    {
        var commit = RequestIds.Base32(random.Bytes(10));
        var result =
            await rows.CommitAsync(
                RowTable.Post, Partition, [.. items.Select(held => new RowWrite.Replace(RowOf(held) with { Commit = commit }))], cancellation);
        return result.Committed
            ? [.. items.Zip(result.ETags, (held, etag) => held with { ETag = etag! })] : await OwnAfterAllAsync(items, commit, cancellation);
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

    /// <summary>Records the result of a try: sent or dropped mails leave the queue, the others stay as given.</summary>
    public async Task EndAsync(IReadOnlyList<VersionedMail> gone, IReadOnlyList<VersionedMail> kept, DateTimeOffset now, CancellationToken cancellation)
    {
        IReadOnlyList<RowWrite>[] writes =
        [
            .. gone.Select(held => (IReadOnlyList<RowWrite>)
                [new RowWrite.Delete(held.RowKey),
                    new RowWrite.Put(new Row(Partition, MarkOf(held.Item.Key), StoredJson.Write(new QueueMark(held.Item.From, now)), held.Item.Key))]),
            .. kept.Select(held => (IReadOnlyList<RowWrite>)[new RowWrite.Replace(RowOf(held))]),
        ];
        if ((await rows.CommitAsync(RowTable.Post, Partition, [.. writes.SelectMany(each => each)], cancellation)).Committed)
        {
            return;
        }

        // Another process took over one of them, or the answer to this write was lost: write each on its own.
        foreach (var write in writes)
        {
            await rows.CommitAsync(RowTable.Post, Partition, write, cancellation);
        }
    }

    /// <summary>Deletes the marks of mails that left the queue before the instant; no process adds those mails again.</summary>
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
