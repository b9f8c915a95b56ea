using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Circulation;

/// <summary>What the service knows of a patron's own account.</summary>
/// <param name="Account">Null if unknown.</param>
/// <param name="AsOf">When the circulation system gave this answer.</param>
/// <param name="IsFresh">The system has just answered; otherwise this is its last stored answer.</param>
public sealed record AccountSaid(OwnAccount? Account, DateTimeOffset? AsOf, bool IsFresh);

/// <summary>
/// Queries the circulation system and keeps its answer: for a minute in memory, since placing, the account's page and a renewal
/// follow each other; and for longer in a row, which stands in while the system does not answer.
/// </summary>
public sealed partial class OwnAccounts(
    ICirculation circulation,
    IRows rows,
    RequestStore<PatronRequest, RequestEvent> store,
    KeyedLock locks,
    ErasureIndex erasures,
    PolicyInForce policy,
    TimeProvider clock,
    MachineTime machine,
    ILogger<OwnAccounts> log)
{
    /// <summary>How long a fresh answer is cached: Alma allows a whole institution 25 calls a second.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    /// <summary>How long we do not ask again after a failure: every call would wait as long as the first.</summary>
    public static readonly TimeSpan SilenceKeptFor = TimeSpan.FromSeconds(10);

    /// <summary>An unchanged answer is written again after this time, so that its stored age is about right.</summary>
    private static readonly TimeSpan RowGoodFor = TimeSpan.FromHours(1);

    private const int MostKept = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (AccountSaid Said, DateTimeOffset At, long Since)> _kept = [];
    private readonly Dictionary<string, AccountSaid> _written = [];

    private sealed record KeptAccount(OwnAccount Account, DateTimeOffset AsOf);

    public async Task<AccountSaid> AskAsync(Patron patron, CancellationToken cancellation)
    {
        if (Remembered(patron.Id) is { } known)
        {
            return known;
        }

        using var turn = await locks.EnterAsync($"own:{patron.Id}", cancellation);
        if (Remembered(patron.Id) is { } meanwhile)
        {
            return meanwhile;
        }

        var now = clock.GetUtcNow();
        var answer = await LibraryIdOfAsync(patron, cancellation) is { Length: > 0 } id
            ? await circulation.AskAsync(id, cancellation)
            : new AccountAnswer.UnknownPatron();
        var said = answer switch
        {
            AccountAnswer.Known(var account) => new AccountSaid(account, now, IsFresh: true),
            AccountAnswer.UnknownPatron => new AccountSaid(null, now, IsFresh: true),
            AccountAnswer.NoAnswer(var why) => await LastKnownAsync(patron.Id, why, now, cancellation),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        Remember(patron.Id, said);
        return said;
    }

    /// <summary>A sign-in without a library number: the one that an earlier sign-in named is asked for, not the subject.</summary>
    private async Task<string?> LibraryIdOfAsync(Patron patron, CancellationToken cancellation) =>
        patron.Untold.HasFlag(PersonFacts.LibraryId) && await rows.FindAsync(RowTable.Requests, patron.Id, Keys.Person, cancellation) is { } row
            ? patron.Over(StoredJson.Read<Person>(row.Body)).LibraryId
            : patron.Person.LibraryId;

    /// <summary>The row that stores the answer, if it is worth writing, for a commit in the patron's partition.</summary>
    public RowWrite? RowOf(string patronId, AccountSaid said, string commit)
    {
        lock (_lock)
        {
            return said is { IsFresh: true, Account: { } account, AsOf: { } asOf } && circulation is not NoCirculation && !IsWritten(patronId, said)
                ? new RowWrite.Put(new Row(patronId, Keys.OwnAccount, StoredJson.Write(new KeptAccount(account, asOf)), commit))
                : null;
        }
    }

    /// <summary>Call after writing the row of <see cref="RowOf"/>.</summary>
    public void Written(string patronId, AccountSaid said)
    {
        lock (_lock)
        {
            if (_written.Count >= MostKept)
            {
                _written.Clear();
            }

            _written[patronId] = said;
        }
    }

    /// <summary>Stores the answer in a write of its own.</summary>
    public async Task KeepAsync(string patronId, AccountSaid said, CancellationToken cancellation)
    {
        if (RowOf(patronId, said, store.NewCommitId()) is { } write)
        {
            // For a patron who only views their account, this is the only row; it too must be erased one day.
            if ((await rows.RangeAsync(RowTable.Requests, patronId, Keys.Account, Keys.PersonTo, take: 1, openOnly: false, cancellation)).Count == 0)
            {
                await erasures.PutUpAsync(patronId, policy.Document.Retention.FirstLook(clock.GetUtcNow()), cancellation);
            }

            await rows.CommitAsync(RowTable.Requests, patronId, [write], cancellation);
            Written(patronId, said);
        }
    }

    /// <summary>Drops the cached answer about the patron.</summary>
    public void Forget(string patronId)
    {
        lock (_lock)
        {
            _kept.Remove(patronId);
            _written.Remove(patronId);
        }
    }

    private bool IsWritten(string patronId, AccountSaid said) =>
        _written.TryGetValue(patronId, out var before) && before.Account == said.Account && said.AsOf - before.AsOf < RowGoodFor;

    private async Task<AccountSaid> LastKnownAsync(string patronId, string why, DateTimeOffset now, CancellationToken cancellation)
    {
        var row = await rows.FindAsync(RowTable.Requests, patronId, Keys.OwnAccount, cancellation);
        var last = row is null ? null : StoredJson.Read<KeptAccount>(row.Body);
        Silent(log, why, last?.AsOf);
        return last is not null && now - last.AsOf <= TimeSpan.FromHours(policy.Rules.Policy.OwnAccountKeptHours)
            ? new AccountSaid(last.Account, last.AsOf, IsFresh: false)
            : new AccountSaid(null, last?.AsOf, IsFresh: false);
    }

    private AccountSaid? Remembered(string patronId)
    {
        lock (_lock)
        {
            // The answer expires by either clock, because the domain's clock can be moved by days in an instant.
            return _kept.TryGetValue(patronId, out var kept) && (kept.Said.IsFresh ? KeptFor : SilenceKeptFor) is var good
                && machine.Clock.GetElapsedTime(kept.Since) < good && clock.GetUtcNow() - kept.At < good
                ? kept.Said
                : null;
        }
    }

    private void Remember(string patronId, AccountSaid said)
    {
        lock (_lock)
        {
            if (_kept.Count >= MostKept)
            {
                _kept.Clear();
            }

            _kept[patronId] = (said, clock.GetUtcNow(), machine.Clock.GetTimestamp());
        }
    }

    [LoggerMessage(3601, LogLevel.Warning, "The circulation system does not answer ({Why}); its last answer about the patron is of {AsOf}")]
    private static partial void Silent(ILogger log, string why, DateTimeOffset? asOf);
}
