using Hkall.Domain;
using Hkall.Domain.Correcting;
using Hkall.Domain.Placing;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Invariants;

/// <summary>One request as the ledger knows it: the fold of the entries that were committed, and who claims them.</summary>
public sealed class Story(Ledger ledger, World world, string id, string partition)
{
    /// <summary>Where the outbox begins in an entry: all before it is written once.</summary>
    private const string Outbox = ",\"outbox\":";

    private const string CardBegins = "{\"request\":";

    private readonly List<(string Key, Actor By, string WrittenOnce)> _entries = [];
    private readonly Dictionary<Actor, int> _begun = [];
    private readonly Dictionary<Actor, Sight> _sights = [];
    private readonly Dictionary<Actor, int> _entriesBy = [];
    private readonly HashSet<int> _claimed = [];
    private readonly HashSet<string> _owing = [];
    private readonly Promises _promises = new(ledger, id);
    private PatronRequest? _state;

    public string Id => id;

    public string PatronId => partition;

    public PatronRequest State => _state!;

    /// <summary>When the deadline was set, in true time.</summary>
    public DateTimeOffset DeadlineSince { get; private set; }

    /// <summary>It was closed, and what came late opened it again.</summary>
    public bool WasReopened { get; private set; }

    public int Entries => _entries.Count;

    /// <summary>Whether some effect is not known to be settled.</summary>
    public bool Owes => _owing.Count > 0;

    public void Begun(Actor by) => _begun[by] = _begun.GetValueOrDefault(by) + 1;

    /// <summary>A member of staff gives an order; each order has an actor of its own.</summary>
    public void Gave(Actor by, Sight sight) => _sights[by] = sight;

    public bool HasEntryBy(Actor by) => _entries.Exists(entry => entry.By == by);

    /// <summary>An accepted order takes an entry that nobody else has been told of.</summary>
    public bool Claim(int number, Actor by)
    {
        for (var entry = Math.Min(number, _entries.Count); entry > 0; entry--)
        {
            if (_entries[entry - 1].By == by && _claimed.Add(entry))
            {
                return true;
            }
        }

        return false;
    }

    public void Append(Row row, Row card)
    {
        var entry = StoredJson.Read<JournalEntry<RequestEvent>>(row.Body);
        if (entry.Number != _entries.Count + 1 || entry.FirstEvent != (_state?.Events ?? 0) + 1)
        {
            ledger.Fail(Invariant.I2, $"{row.Key} begins with event {entry.FirstEvent} after {_state?.Events ?? 0} events in {_entries.Count} entries.");
            return;
        }

        var before = _state;
        foreach (var happened in entry.Events)
        {
            var was = _state;
            _state = was is null ? RequestFold.Begin(id, (RequestPlaced)happened, entry.At) : RequestFold.Apply(was, happened, entry.At);
            _promises.Happened(was, happened, State, entry.At, world.Book);
            ledger.Messages.Happened(id, happened);
        }

        _entries.Add((row.Key, entry.By, WrittenOnce(row.Body)));
        if (before?.DeadlinesSet != State.DeadlinesSet)
        {
            DeadlineSince = world.Stage.Now;
        }

        WasReopened |= before?.Status.IsOpen() == false && State.Status.IsOpen();
        Settle(row);
        Check(before, entry, card);
    }

    /// <summary>What became of its effects is written down; nothing else may change.</summary>
    public void Amend(Row row)
    {
        var number = int.Parse(row.Key.AsSpan(row.Key.LastIndexOf(':') + 1), System.Globalization.CultureInfo.InvariantCulture);
        if (number > _entries.Count || WrittenOnce(row.Body) != _entries[number - 1].WrittenOnce)
        {
            ledger.Fail(Invariant.I2, $"{row.Key} has been written anew.");
        }

        Settle(row);
    }

    /// <summary>The history as it is stored is the one that was committed.</summary>
    public async Task<IReadOnlyList<JournalEntry<RequestEvent>>> StoredAsync()
    {
        var rows =
            await world.Rows.RangeAsync(RowTable.Requests, partition, Keys.JournalFrom(id), Keys.JournalTo(id), 1_000, openOnly: false, CancellationToken.None);
        if (!rows.Select(row => (row.Key, WrittenOnce(row.Body))).SequenceEqual(_entries.Select(entry => (entry.Key, entry.WrittenOnce))))
        {
            ledger.Fail(Invariant.I1, $"The history of {id} is not the one that was committed.");
        }

        return [.. rows.Select(row => StoredJson.Read<JournalEntry<RequestEvent>>(row.Body))];
    }

    /// <summary>The story is over.</summary>
    public void End() => _promises.End(State);

    private static string WrittenOnce(string body) => body[..body.LastIndexOf(Outbox, StringComparison.Ordinal)];

    private void Settle(Row row)
    {
        var outbox = row.Body.AsSpan(row.Body.LastIndexOf(Outbox, StringComparison.Ordinal));
        if (outbox.Contains("\"state\":\"under-way\"", StringComparison.Ordinal) || outbox.Contains("\"state\":\"waiting\"", StringComparison.Ordinal))
        {
            _owing.Add(row.Key);
        }
        else
        {
            _owing.Remove(row.Key);
        }
    }

    private void Check(PatronRequest? before, JournalEntry<RequestEvent> entry, Row card)
    {
        var state = StoredJson.Write(State);
        if (!card.Body.AsSpan().StartsWith(CardBegins, StringComparison.Ordinal)
            || !card.Body.AsSpan(CardBegins.Length).StartsWith(state, StringComparison.Ordinal))
        {
            ledger.Fail(Invariant.I2, $"The card of {id} is not the fold of its {State.Events} events.");
        }

        ledger.Effects.Caused(this, before?.Events ?? 0, entry);
        // An undone step leads back to whatever was before it.
        if (!entry.Events.OfType<StepUndone>().Any() && !Moves.Allowed(before?.Status, State.Status))
        {
            ledger.Fail(
                Invariant.I4,
                $"{id} went from {before?.Status.ToString() ?? "nothing"} to {State.Status} by {string.Join(", ", entry.Events.Select(happened => happened.GetType().Name))}.");
        }

        if (State.PatronId != partition)
        {
            ledger.Fail(Invariant.I7, $"{id} of {State.PatronId} lies with {partition}.");
        }

        CheckBy(before, entry);
        CheckSight(before, entry);
        if (before is null && !State.PlacedWithin(ledger, world.Book.Policy))
        {
            ledger.Fail(Invariant.I9, $"{id} was placed beyond the quota of {State.Group}.");
        }
    }

    private void CheckSight(PatronRequest? before, JournalEntry<RequestEvent> entry)
    {
        // The meetings of two callers give their orders without a page; they are about other invariants.
        if (before is null || !_sights.TryGetValue(entry.By, out var sight))
        {
            return;
        }

        if (_entriesBy.GetValueOrDefault(entry.By) > 1)
        {
            ledger.Fail(Invariant.I10, $"One order by {entry.By} was carried out twice on {id}.");
        }

        var speaks = entry.Outbox.Any(item => item.Effect is MessageSupplier);
        var matters = speaks || State.Fees.Count > before.Fees.Count
            || (before.Status.IsOpen() && !State.Status.IsOpen());
        if (matters && !sight.Suffices(before, entry.Number - 1, speaks))
        {
            ledger.Fail(
                Invariant.I10,
                $"{entry.By} saw {sight} and did {string.Join(", ", entry.Events.Select(happened => happened.GetType().Name))} to {id}.");
        }
    }

    private void CheckBy(PatronRequest? before, JournalEntry<RequestEvent> entry)
    {
        if (entry.By == Actor.Deadline)
        {
            if (before?.Deadline is not { } deadline || deadline.At > entry.At)
            {
                ledger.Fail(Invariant.I5, $"{id} acted on {before?.Deadline} at {entry.At:O}, which is early.");
            }
        }
        else if (entry.By.Kind == ActorKind.Library)
        {
            if (before?.Rota.Any(library => library.WasAsked && Actor.Library(library.Symbol) == entry.By) != true)
            {
                ledger.Fail(Invariant.I7, $"{entry.By} moved {id}, for which it was not asked.");
            }
        }
        else if (before is not null)
        {
            var entries = _entriesBy[entry.By] = _entriesBy.GetValueOrDefault(entry.By) + 1;
            if (entries > _begun.GetValueOrDefault(entry.By))
            {
                ledger.Fail(Invariant.I1, $"{id} has {entries} entries by {entry.By}, who gave {_begun.GetValueOrDefault(entry.By)} orders.");
            }
        }
    }
}

internal static class Quotas
{
    /// <summary>Whether the patron has no more open than allowed. What comes late may open a closed one beyond that.</summary>
    public static bool PlacedWithin(this PatronRequest placed, Ledger ledger, Policy policy)
    {
        var theirs = ledger.Stories.Where(story => story.PatronId == placed.PatronId && TakesPlace(story.State.Status)).ToList();
        return placed.Replaces is not null || theirs.Exists(story => story.WasReopened) || theirs.Count <= policy.OpenRequests[placed.Group];
    }

    /// <summary>A returned item and a delivered copy take no place any more.</summary>
    private static bool TakesPlace(RequestStatus status) => status.IsOpen() && status is not (RequestStatus.Returning or RequestStatus.ReadyToDownload);
}
