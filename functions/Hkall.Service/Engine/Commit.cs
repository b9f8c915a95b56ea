using Hkall.Domain;
using Hkall.Service.Storage;

namespace Hkall.Service.Engine;

/// <summary>A change that the rules decided on, as the store commits it.</summary>
/// <param name="Id">The commit's own id. The rows carry it, so that a commit whose reply was lost recognises itself.</param>
/// <param name="Before">The stored request that the rules saw; null if the request is new.</param>
/// <param name="By">Who made the change, as the journal stores it.</param>
public sealed record Commit<TRequest, TEvent>(
    string Id, string Partition, VersionedRequest<TRequest>? Before, Change<TRequest, TEvent> Change, Actor By, DateTimeOffset At)
    where TRequest : class, IRequestState
    where TEvent : class
{
    /// <summary>Rows of the same partition for the same transaction: the account, the person, an idempotency key.</summary>
    public IReadOnlyList<RowWrite> Alongside { get; init; } = [];

    /// <summary>The order that leads to the change, so that the same order, given again, is known; null if it has no id.</summary>
    public GivenOrder? Order { get; init; }

    /// <summary>The caller is acting on a due entry and will add the next before it removes this one.</summary>
    public bool DueEntryHeld { get; init; }

    /// <summary>Further index entries: the lists that the request belongs to.</summary>
    public IReadOnlyList<string> ListedUnder { get; init; } = [];
}

/// <summary>A successful commit: the new stored request, its journal entry, that entry's version, and the due entry that leases its delivery.</summary>
public sealed record Committed<TRequest, TEvent>(VersionedRequest<TRequest> Stored, JournalEntry<TEvent> Entry, string EntryETag, string? Lease)
    where TRequest : class, IRequestState
    where TEvent : class;
