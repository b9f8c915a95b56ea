using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Invariants;

/// <summary>
/// Keeps its own books: it sees every commit at the store, every answer that a caller gets and everything that leaves the
/// service, and trusts none of them.
/// </summary>
public sealed class Ledger
{
    private readonly World _world;
    private readonly Dictionary<string, Story> _stories = [];
    private readonly List<Story> _inOrder = [];
    private readonly List<Violation> _violations = [];

    public Ledger(World world)
    {
        _world = world;
        (Secrets, Effects, Messages, Orders) = (new Secrets(this), new Effects(this, world), new Messages(this), new Orders(this));
    }

    public Secrets Secrets { get; }

    public Effects Effects { get; }

    public Messages Messages { get; }

    public Orders Orders { get; }

    public IReadOnlyList<Story> Stories => _inOrder;

    public IReadOnlyList<Violation> Violations => _violations;

    /// <summary>Commits to histories so far, of effects' outcomes too.</summary>
    public int Commits { get; private set; }

    public Story? Find(string requestId) => _stories.GetValueOrDefault(requestId);

    public void Fail(Invariant invariant, string what) => _violations.Add(new Violation(invariant, _world.Stage.Now, what));

    /// <summary>The store has committed this.</summary>
    public void Committed(RowTable table, string partition, IReadOnlyList<RowWrite> writes)
    {
        Row? card = null;
        (Row Row, bool IsNew)? entry = null;
        foreach (var write in writes)
        {
            if (RowOf(write) is not { } row)
            {
                continue;
            }

            var isPerson = table == RowTable.Requests && row.Key == Keys.Person;
            _world.Stage.Trace.Note(_world.Stage.Now, "row", row.Key, row.Body);
            Secrets.Look($"row {row.Key}", row.Body, row.Commit, mayName: isPerson);
            switch (table)
            {
                case RowTable.Requests when row.Key.StartsWith("h:", StringComparison.Ordinal):
                    card = row;
                    break;
                case RowTable.Requests when row.Key.StartsWith("j:", StringComparison.Ordinal):
                    entry = (row, write is RowWrite.Insert);
                    break;
                case RowTable.Post when row.Key.StartsWith("q:", StringComparison.Ordinal):
                    Effects.Waits(row);
                    break;
                case RowTable.Parked:
                    Messages.Parked(row);
                    break;
            }
        }

        if (card is not null || entry is not null)
        {
            Journal(partition, card, entry);
        }
    }

    /// <summary>Somebody begins to give an order; whatever becomes of it, it leaves one entry at most.</summary>
    public void Begun(string requestId, Actor by) => Find(requestId)?.Begun(by);

    /// <summary>A member of staff gives an order, and this is what they know.</summary>
    public void Gave(string requestId, Actor by, Sight sight) => Find(requestId)?.Gave(by, sight);

    /// <summary>A caller was told that the same order had been carried out before.</summary>
    public void AcceptedBefore(string requestId, Actor by)
    {
        if (Find(requestId)?.HasEntryBy(by) != true)
        {
            Fail(Invariant.I1, $"An order by {by} was said to have been carried out, and is in no entry of {requestId}.");
        }
    }

    /// <summary>A caller was told that it is done.</summary>
    public void Accepted(string requestId, int entry, Actor by)
    {
        if (Find(requestId)?.Claim(entry, by) != true)
        {
            Fail(Invariant.I1, $"An order by {by} was accepted and is in no entry of {requestId} up to {entry}.");
        }
    }

    /// <summary>What a patron was shown.</summary>
    public void Seen(string patronId, IReadOnlyList<VersionedRequest<PatronRequest>> storedRequests)
    {
        foreach (var stored in storedRequests.Where(stored => stored.Request.PatronId != patronId))
        {
            Fail(Invariant.I7, $"{patronId} saw {stored.Request.Id}, which is another's.");
        }
    }

    /// <summary>A sweep has come to its end and nothing went wrong meanwhile: nothing that was due at its beginning is still due.</summary>
    public void Swept(DateTimeOffset since, DateTimeOffset clock)
    {
        foreach (var story in _inOrder)
        {
            if (story.State.Deadline is { } deadline && deadline.At <= clock && story.DeadlineSince < since)
            {
                Fail(Invariant.I5, $"{story.Id} still waits for {deadline.For} of {deadline.At:O}, which a sweep has passed over.");
            }
        }
    }

    /// <summary>Whatever was in the dead process's memory: the index leads to every open request no later than its deadline.</summary>
    public void ProcessDied()
    {
        var wakes = Wakes();
        foreach (var story in _inOrder)
        {
            if (story.State.Deadline is { } deadline && !(wakes.TryGetValue(story.Id, out var earliest) && earliest <= deadline.At))
            {
                Fail(Invariant.I5, $"Nothing wakes {story.Id} for {deadline.For} of {deadline.At:O}.");
            }
        }
    }

    private Dictionary<string, DateTimeOffset> Wakes()
    {
        var wakes = new Dictionary<string, DateTimeOffset>();
        var rows = _world.Rows.RangeAsync(RowTable.Pointers, Keys.IndexPartition, Keys.DueFrom, Keys.DueTo, 100_000, openOnly: false, CancellationToken.None)
            .GetAwaiter().GetResult();
        foreach (var row in rows)
        {
            var at = new DateTimeOffset(long.Parse(row.Key.AsSpan(2, 19), CultureInfo.InvariantCulture), TimeSpan.Zero);
            wakes.TryAdd(row.Body[..row.Body.IndexOf(' ', StringComparison.Ordinal)], at);
        }

        return wakes;
    }

    private static Row? RowOf(RowWrite write) => write switch
    {
        RowWrite.Insert(var row) => row,
        RowWrite.Replace(var row) => row,
        RowWrite.Put(var row) => row,
        _ => null,
    };

    private void Journal(string partition, Row? card, (Row Row, bool IsNew)? entry)
    {
        Commits++;
        if (entry is not var (row, isNew))
        {
            Fail(Invariant.I2, $"{card!.Key} was written without an entry.");
            return;
        }

        var id = row.Key[2..row.Key.LastIndexOf(':')];
        var story = Find(id);
        if (!isNew)
        {
            story?.Amend(row);
            return;
        }

        if (story is null)
        {
            story = new Story(this, _world, id, partition);
            _stories.Add(id, story);
            _inOrder.Add(story);
        }

        if (card is null)
        {
            Fail(Invariant.I2, $"{row.Key} was written without the card.");
            return;
        }

        story.Append(row, card);
    }
}
