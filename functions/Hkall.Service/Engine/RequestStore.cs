using Hkall.Domain;
using Hkall.Service.Storage;
using Hkall.Service.Telemetry;

namespace Hkall.Service.Engine;

/// <summary>Stores requests: reads one, and commits one together with its journal entry and its index entries.</summary>
/// <param name="statistics">Counts requests that close; null for lending, where reports read the closed requests themselves.</param>
public sealed class RequestStore<TRequest, TEvent>(
    IRows rows, RequestIndex index, RequestCache<TRequest> cache, IRandom random, IClosedRequestStatistics<TRequest>? statistics = null)
    where TRequest : class, IRequestState
    where TEvent : class
{
    /// <summary>The most entries in a journal. A long loan has about thirty, so more means that some system keeps writing by mistake.</summary>
    public const int MaxEntries = 600;

    /// <summary>
    /// Each share of a journal is closed to the authors before it: libraries first, then the patron, then staff. The last entries are for
    /// deadlines, so that a request can always end. What a library writes keeps nobody from cancelling or renewing.
    /// </summary>
    private const int ReservedEntries = 100;

    /// <summary>How long the committing process may take to deliver before another takes over.</summary>
    public static readonly TimeSpan DeliveryLease = TimeSpan.FromMinutes(2);

    /// <summary>
    /// A request does not rely on a due entry nearer than this: another process, whose clock differs from ours, may be acting on it
    /// already, and a commit may take until then to reach the store.
    /// </summary>
    public static readonly TimeSpan SafetyMargin = TimeSpan.FromMinutes(10);

    public string NewCommitId() => RequestIds.Base32(random.Bytes(10));

    /// <summary>The request, fresh from the store; null if there is none.</summary>
    public async Task<VersionedRequest<TRequest>?> ReadAsync(string requestId, CancellationToken cancellation) =>
        await index.PartitionOfAsync(requestId, cancellation) is { } partition
            ? await ReadAsync(partition, requestId, cancellation)
            : null;

    public async Task<VersionedRequest<TRequest>?> ReadAsync(string partition, string requestId, CancellationToken cancellation)
    {
        if (await rows.FindAsync(RowTable.Requests, partition, Keys.Request(requestId), cancellation) is not { } row)
        {
            return null;
        }

        index.Remember(requestId, partition);
        return cache.Keep(VersionedRequest<TRequest>.From(row));
    }

    public async Task<VersionedEntry<TEvent>?> ReadEntryAsync(string partition, string requestId, int number, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Requests, partition, Keys.Journal(requestId, number), cancellation) is { } row
            ? new VersionedEntry<TEvent>(StoredJson.Read<JournalEntry<TEvent>>(row.Body), row.ETag!)
            : null;

    /// <summary>The whole journal, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEntry<TEvent>>> JournalAsync(string partition, string requestId, CancellationToken cancellation)
    {
        var entries = await rows.RangeAsync(
            RowTable.Requests, partition, Keys.JournalFrom(requestId), Keys.JournalTo(requestId), MaxEntries, openOnly: false, cancellation);
        return [.. entries.Select(row => StoredJson.Read<JournalEntry<TEvent>>(row.Body))];
    }

    /// <summary>Writes the index entries first, the request second.</summary>
    /// <returns>The new stored request and its journal entry, or null if another commit came first.</returns>
    public async Task<Committed<TRequest, TEvent>?> CommitAsync(Commit<TRequest, TEvent> commit, CancellationToken cancellation)
    {
        var (before, request) = (commit.Before, commit.Change.Request);
        using var step = RequestTracing.Step("commit", request.Id);
        var number = (before?.Stored.Journal ?? 0) + 1;
        if (number > LongestJournalOf(commit.By))
        {
            throw new HistoryFullException(request.Id);
        }

        var entry = EntryOf(commit, number);
        var lease = entry.Outbox.Count > 0 && !commit.DueEntryHeld
            ? Keys.DeliveryLease(entry.Outbox.Min(item => item.NextAt), request.Id, number)
            : null;
        var wake = DueEntryFor(commit, number, mayRefresh: lease is not null || before is null);
        string[] keys = [.. new[] { lease, wake == before?.Stored.Wake ? null : wake?.KeyOf(request.Id) }.OfType<string>(), .. commit.ListedUnder];
        if (keys.Length > 0 || before is null)
        {
            await index.AddAsync(request.Id, keys, withId: before is null, commit.Partition, commit.Id, cancellation);
        }

        // Written first, like an index entry. If the commit then fails, the row is about a request that is still open, and
        // reports use the open request.
        if (statistics is not null)
        {
            await statistics.CountAsync(before?.Request, request, commit.Id, cancellation);
        }

        var card = new StoredRequest<TRequest>
        {
            Request = request,
            Journal = number,
            Owed = [.. before?.Stored.Owed ?? [], .. entry.Outbox.Count > 0 ? [number] : Array.Empty<int>()],
            Wake = wake,
            OwedFrom = before?.Stored.OwedFrom,
            Orders = GivenOrder.After(before?.Stored.Orders, commit.Order),
        };
        if (await WriteAsync(commit, card, entry, lease, cancellation) is not { } committed)
        {
            cache.Forget(request.Id);
            return null;
        }

        step?.SetTag("hkall.events", string.Join(' ', commit.Change.Events.Select(happened => happened.GetType().Name)));
        step?.SetTag("hkall.status", request.StatusName);
        HkallMetrics.Committed();
        cache.Keep(committed.Stored);
        index.Remember(request.Id, commit.Partition);

        // An entry that has come due may be the only one that leads to an earlier commit with unfinished delivery. Only a run of
        // the processor, which handles everything, removes such an entry.
        if (before?.Stored.Wake is { } old && old != wake && old.At > commit.At)
        {
            index.MarkObsolete([old.KeyOf(request.Id)]);
        }

        return committed;
    }

    /// <summary>Stores the delivery state of the effects.</summary>
    /// <returns>The entry's new version, or null if another process wrote to it meanwhile.</returns>
    public async Task<string?> AmendEntryAsync(string partition, string requestId, JournalEntry<TEvent> entry, string etag, CancellationToken cancellation)
    {
        var row = EntryRow(partition, requestId, entry, NewCommitId()) with { ETag = etag };
        var result = await rows.CommitAsync(RowTable.Requests, partition, [new RowWrite.Replace(row)], cancellation);
        if (result.Committed)
        {
            return result.ETags[0];
        }

        var stored = await rows.FindAsync(RowTable.Requests, partition, row.Key, cancellation);
        return stored?.Commit == row.Commit ? stored.ETag : null;
    }

    private static int LongestJournalOf(Actor by) => MaxEntries - by.Kind switch
    {
        ActorKind.Deadline => 0,
        ActorKind.Staff => ReservedEntries,
        ActorKind.Patron or ActorKind.Link => 2 * ReservedEntries,
        ActorKind.Library => 3 * ReservedEntries,
    };

    private static Row EntryRow(string partition, string requestId, JournalEntry<TEvent> entry, string commit) =>
        new(partition, Keys.Journal(requestId, entry.Number), StoredJson.Write(entry), commit);

    private static JournalEntry<TEvent> EntryOf(Commit<TRequest, TEvent> commit, int number)
    {
        var first = commit.Change.Request.Events - commit.Change.Events.Count + 1;
        return new JournalEntry<TEvent>
        {
            Number = number,
            At = commit.At,
            By = commit.By,
            FirstEvent = first,
            Events = commit.Change.Events,
            Outbox = [.. commit.Change.Effects.Select(effect => Begin(effect, $"{commit.Change.Request.Id}:{first}:{effect.Kind}", commit.At))],
        };
    }

    private static OutboxItem Begin(Effect effect, string key, DateTimeOffset now)
    {
        var delayed = effect.Delay > TimeSpan.Zero;
        return new OutboxItem
        {
            Key = key,
            Effect = effect,
            State = delayed ? Delivery.Waiting : Delivery.UnderWay,
            Tries = delayed ? 0 : 1,
            NextAt = now + (delayed ? effect.Delay : DeliveryLease),
        };
    }

    /// <summary>
    /// Chooses the due entry the request relies on from now. An entry that is early enough and still in the future stays in use; if
    /// index entries are written anyway, a new one at the right time replaces it at no cost.
    /// </summary>
    private static DeadlineEntry? DueEntryFor(Commit<TRequest, TEvent> commit, int number, bool mayRefresh)
    {
        var standing = commit.Before?.Stored.Wake;
        if (commit.Change.Request.Deadline?.At is not { } needed)
        {
            // Closed; the due entry in use is removed at the end of the run.
            return commit.DueEntryHeld ? standing : null;
        }

        return standing is not null
            && standing.At <= needed
            && (commit.DueEntryHeld || standing.At > commit.At + SafetyMargin)
            && (!mayRefresh || standing.At == needed)
                ? standing
                : new DeadlineEntry(needed, number);
    }

    private async Task<Committed<TRequest, TEvent>?> WriteAsync(
        Commit<TRequest, TEvent> commit, StoredRequest<TRequest> card, JournalEntry<TEvent> entry, string? lease, CancellationToken cancellation)
    {
        var (partition, before) = (commit.Partition, commit.Before);
        var cardRow = VersionedRequest<TRequest>.ToRow(partition, card, commit.Id, before?.ETag);
        var entryRow = EntryRow(partition, card.Request.Id, entry, commit.Id);
        var result = await rows.CommitAsync(
            RowTable.Requests,
            partition,
            [before is null ? new RowWrite.Insert(cardRow) : new RowWrite.Replace(cardRow), new RowWrite.Insert(entryRow), .. commit.Alongside],
            cancellation);
        return result.Committed
            ? new Committed<TRequest, TEvent>(new VersionedRequest<TRequest>(partition, card, result.ETags[0]!), entry, result.ETags[1]!, lease)
            : await FindOwnCommitAsync(commit, entry, lease, cancellation);
    }

    /// <summary>
    /// A conflict may be our own: the reply to a commit was lost and the storage client tried again. The journal entry shows it,
    /// since exactly one commit takes its number.
    /// </summary>
    private async Task<Committed<TRequest, TEvent>?> FindOwnCommitAsync(
        Commit<TRequest, TEvent> commit, JournalEntry<TEvent> entry, string? lease, CancellationToken cancellation)
    {
        var id = commit.Change.Request.Id;
        var row = await rows.FindAsync(RowTable.Requests, commit.Partition, Keys.Journal(id, entry.Number), cancellation);
        if (row?.Commit != commit.Id)
        {
            return null;
        }

        var stored = await rows.FindAsync(RowTable.Requests, commit.Partition, Keys.Request(id), cancellation);
        return new Committed<TRequest, TEvent>(VersionedRequest<TRequest>.From(stored!), entry, row.ETag!, lease);
    }
}

/// <summary>A journal entry with the version it was read at.</summary>
public sealed record VersionedEntry<TEvent>(JournalEntry<TEvent> Entry, string ETag)
    where TEvent : class;
