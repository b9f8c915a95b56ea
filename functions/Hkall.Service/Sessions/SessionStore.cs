using System.Buffers.Text;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Sessions;

/// <summary>
/// The sessions of the pages. Each request reads the row of its session, and no process remembers one, so that a session that was
/// ended anywhere is over everywhere at once.
/// </summary>
public sealed class SessionStore(IRows rows, IRandom random, MachineTime machine)
{
    private const int IdBytes = 32;

    /// <summary>The length of an id: 256 random bits in base64url.</summary>
    private const int IdLength = 43;

    /// <returns>The id, which only the browser keeps.</returns>
    public async Task<string> BeginAsync(NewSession begun, CancellationToken cancellation)
    {
        await MakeRoomAsync(begun.Person, cancellation);
        var now = machine.Clock.GetUtcNow();
        var (browser, kind) = BrowserNames.Of(begun.UserAgent);
        var session = new StoredSession
        {
            Person = begun.Person,
            Claims = begun.Claims,
            Begun = now,
            LastSeen = now,
            EndsAt = now + (begun.IsStaff ? SessionLimits.LongestOfStaff : SessionLimits.LongestOfPatrons),

            // A clock that is ahead of ours must not make a sign-in fresh for longer.
            AuthenticatedAt = begun.AuthenticatedAt < now ? begun.AuthenticatedAt : begun.AuthenticatedAt is null ? null : now,
            Browser = browser,
            Machine = kind,
            ProviderSession = begun.ProviderSession is { Length: > 0 } sid ? SessionRows.HashOf(sid) : null,
        };
        var id = Base64Url.EncodeToString(random.Bytes(IdBytes));
        var hash = SessionRows.HashOf(id);
        await rows.CommitAsync(
            RowTable.Sessions,
            SessionRows.Partition,
            [
                new RowWrite.Insert(SessionRows.Of(SessionRows.Session(hash), StoredJson.Write(session), random)),
                .. KeysOf(hash, session).Select(key => new RowWrite.Insert(SessionRows.Of(key, hash, random))),
            ],
            cancellation);
        return id;
    }

    /// <returns>The session with the id; null if there is none, or none any more.</returns>
    public async Task<HeldSession?> FindAsync(string id, CancellationToken cancellation)
    {
        if (id.Length != IdLength)
        {
            return null;
        }

        var hash = SessionRows.HashOf(id);
        var now = machine.Clock.GetUtcNow();
        if (await ReadAsync(hash, cancellation) is not var (row, session) || session.HasEnded(now))
        {
            return null;
        }

        if (now < session.LastSeen + SessionLimits.SeenEvery)
        {
            return new HeldSession(hash, session);
        }

        // If another request writes it at the same moment, or ends the session, that one's word counts.
        var seen = session with { LastSeen = now };
        await rows.CommitAsync(
            RowTable.Sessions, SessionRows.Partition,
            [new RowWrite.Replace(SessionRows.Of(row.Key, StoredJson.Write(seen), random) with { ETag = row.ETag })], cancellation);
        return new HeldSession(hash, seen);
    }

    /// <returns>The person's sessions that go on, the one used last first.</returns>
    public async Task<IReadOnlyList<HeldSession>> OfAsync(string person, CancellationToken cancellation)
    {
        var now = machine.Clock.GetUtcNow();
        return [.. (await AllOfAsync(person, cancellation)).Where(held => !held.Session.HasEnded(now)).OrderByDescending(held => held.Session.LastSeen)];
    }

    /// <summary>Ends one session of the person.</summary>
    /// <returns>False if the person has no such session.</returns>
    public async Task<bool> EndAsync(string person, string hash, CancellationToken cancellation)
    {
        if (!SessionRows.IsHash(hash) || await ReadAsync(hash, cancellation) is not var (_, session) || session.Person != person)
        {
            return false;
        }

        await RemoveAsync(hash, session, cancellation);
        return true;
    }

    /// <summary>Ends every session of the person.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> EndAllAsync(string person, CancellationToken cancellation)
    {
        var all = await AllOfAsync(person, cancellation);
        foreach (var held in all)
        {
            await RemoveAsync(held.Hash, held.Session, cancellation);
        }

        return all.Count;
    }

    /// <summary>Ends the sessions that began with this session of the provider.</summary>
    /// <param name="person">Only if they are this person's; null: whoever's they are.</param>
    /// <returns>How many there were.</returns>
    public async Task<int> EndByProviderAsync(string sid, string? person, CancellationToken cancellation)
    {
        var session = SessionRows.HashOf(sid);
        var leads = await RangeAsync(SessionRows.OfProviderFrom(session), SessionRows.OfProviderTo(session), cancellation);
        var ended = 0;
        foreach (var hash in leads.Select(lead => lead.Body))
        {
            if (await ReadAsync(hash, cancellation) is var (_, held) && (person is null || held.Person == person))
            {
                await RemoveAsync(hash, held, cancellation);
                ended++;
            }
        }

        return ended;
    }

    /// <summary>Removes a row of this table whose time is over; a session with all that leads to it.</summary>
    internal async Task ForgetAsync(Row end, CancellationToken cancellation)
    {
        var key = end.Key.Split(':', 3)[2];
        if (key.StartsWith("s:", StringComparison.Ordinal) && await ReadAsync(end.Body, cancellation) is var (_, session))
        {
            await RemoveAsync(end.Body, session, cancellation);
            return;
        }

        await RemoveAsync(key, cancellation);
        await RemoveAsync(end.Key, cancellation);
    }

    private static IEnumerable<string> KeysOf(string hash, StoredSession session)
    {
        yield return SessionRows.OfPerson(session.Person, hash);
        yield return SessionRows.End(session.EndsAt, SessionRows.Session(hash));
        if (session.ProviderSession is { } provider)
        {
            yield return SessionRows.OfProvider(provider, hash);
        }
    }

    private async Task MakeRoomAsync(string person, CancellationToken cancellation)
    {
        var all = await AllOfAsync(person, cancellation);
        foreach (var held in all.OrderByDescending(held => held.Session.LastSeen).Skip(SessionLimits.MostOfOnePerson - 1))
        {
            await RemoveAsync(held.Hash, held.Session, cancellation);
        }
    }

    private async Task<List<HeldSession>> AllOfAsync(string person, CancellationToken cancellation)
    {
        var leads = await RangeAsync(SessionRows.OfPersonFrom(person), SessionRows.OfPersonTo(person), cancellation);
        var all = new List<HeldSession>();
        foreach (var hash in leads.Select(lead => lead.Body))
        {
            if (await ReadAsync(hash, cancellation) is var (_, session))
            {
                all.Add(new HeldSession(hash, session));
            }
        }

        return all;
    }

    private async Task<(Row Row, StoredSession Session)?> ReadAsync(string hash, CancellationToken cancellation) =>
        await rows.FindAsync(RowTable.Sessions, SessionRows.Partition, SessionRows.Session(hash), cancellation) is { } row
            ? (row, StoredJson.Read<StoredSession>(row.Body))
            : null;

    /// <summary>All rows together. If that fails, somebody else is removing them: then the session's own row is what matters.</summary>
    private async Task RemoveAsync(string hash, StoredSession session, CancellationToken cancellation)
    {
        var removed = await rows.CommitAsync(
            RowTable.Sessions,
            SessionRows.Partition,
            [new RowWrite.Delete(SessionRows.Session(hash)), .. KeysOf(hash, session).Select(key => new RowWrite.Delete(key))],
            cancellation);
        if (!removed.Committed)
        {
            await RemoveAsync(SessionRows.Session(hash), cancellation);
        }
    }

    private Task RemoveAsync(string key, CancellationToken cancellation) =>
        rows.CommitAsync(RowTable.Sessions, SessionRows.Partition, [new RowWrite.Delete(key)], cancellation);

    private Task<IReadOnlyList<Row>> RangeAsync(string from, string to, CancellationToken cancellation) =>
        rows.RangeAsync(RowTable.Sessions, SessionRows.Partition, from, to, RowLimits.RowsPerPage, openOnly: false, cancellation);
}
