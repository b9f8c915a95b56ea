namespace Hkall.Service.Storage;

/// <summary>The tables of the service.</summary>
public enum RowTable
{
    /// <summary>One partition per patron: account, person, requests, journal, idempotency keys.</summary>
    Requests,

    /// <summary>What points at a request: the due index and the ids.</summary>
    Pointers,

    /// <summary>Partner libraries.</summary>
    Partners,

    /// <summary>Messages nobody could use yet, for staff.</summary>
    Parked,

    /// <summary>Mails that wait to be sent, and how many have been sent lately.</summary>
    Post,

    /// <summary>One row for each closed request, with nothing in it that leads to a person: what the reports count.</summary>
    Statistics,
}

/// <summary>
/// One row. The body is JSON and everything there is to know; <see cref="Open"/> is the one thing besides the keys that can
/// be asked for. <see cref="Commit"/> is the id of the commit that wrote it.
/// </summary>
/// <param name="Partition">Partition key, see <see cref="RowLimits"/>.</param>
/// <param name="Key">Row key; rows of a partition are ordered by it, ordinally.</param>
public sealed record Row(string Partition, string Key, string Body, string Commit)
{
    public bool Open { get; init; }

    /// <summary>The version as read or as answered by a write; null in a row not yet written.</summary>
    public string? ETag { get; init; }
}

/// <summary>One write of a transaction.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>Fails where the row exists.</summary>
    public sealed record Insert(Row Row) : RowWrite(Row.Key);

    /// <summary>Fails where the row has changed since <see cref="Row.ETag"/> was read, or is gone.</summary>
    public sealed record Replace(Row Row) : RowWrite(Row.Key);

    /// <summary>Writes whatever is there.</summary>
    public sealed record Put(Row Row) : RowWrite(Row.Key);

    /// <summary>Deletes the row; one that is not there fails the whole transaction with <see cref="CommitResult.Conflict"/>.</summary>
    /// <param name="ETag">The version that was read: one that has changed since is a conflict too. Null: whatever is there.</param>
    public sealed record Delete(string RowKey, string? ETag = null) : RowWrite(RowKey);
}

/// <summary>What became of a transaction: all or nothing.</summary>
/// <param name="ETags">The new versions in the order of the writes (null for a delete); empty in a conflict.</param>
public sealed record CommitResult(bool Committed, IReadOnlyList<string?> ETags)
{
    public static CommitResult Conflict { get; } = new(false, []);
}

/// <summary>Limits that both stores hold to, so that what passes on the bench passes on Azure.</summary>
public static class RowLimits
{
    /// <summary>Writes in a transaction; the storage service's own limit.</summary>
    public const int WritesPerTransaction = 100;

    /// <summary>Characters of a body: a string property holds 64 KiB of UTF-16.</summary>
    public const int BodyCharacters = 32 * 1024;

    /// <summary>Characters of a transaction's bodies together; the service takes 4 MiB of encoded payload.</summary>
    public const int TransactionCharacters = 1024 * 1024;

    /// <summary>Characters of a key; the service takes 1 KiB.</summary>
    public const int KeyCharacters = 512;

    /// <summary>Rows of one page of a query; the service's own limit.</summary>
    public const int RowsPerPage = 1000;
}
