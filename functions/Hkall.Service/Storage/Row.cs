namespace Hkall.Service.Storage;

/// <summary>The tables of the service.</summary>
public enum RowTable
{
    /// <summary>One partition per patron: account, person, requests, journal, idempotency keys.</summary>
    Requests,

    /// <summary>Index entries that lead to requests: the due index and the ids.</summary>
    Pointers,

    /// <summary>Partner libraries.</summary>
    Partners,

    /// <summary>Messages the service could not process yet, for staff.</summary>
    Parked,

    /// <summary>Mails waiting to be sent, and the count of mails sent lately.</summary>
    Post,

    /// <summary>One row for each closed request, for the reports. Nothing in it leads to a person.</summary>
    Statistics,

    /// <summary>Numbered invoices to borrowers.</summary>
    Invoices,

    /// <summary>The sessions of the pages, and what waits for a new sign-in.</summary>
    Sessions,

    /// <summary>The versions of the policy.</summary>
    Policies,

    /// <summary>Who of the staff looked at what and changed what. Entries are only added, until their time is over.</summary>
    Audit,

    /// <summary>The letters to patrons that staff changed, each with its versions.</summary>
    Letters,
}

/// <summary>
/// One row. The body is JSON and holds all the data; a query can filter by the keys and by <see cref="Open"/> only.
/// <see cref="Commit"/> is the id of the commit that wrote the row.
/// </summary>
/// <param name="Partition">Partition key, see <see cref="RowLimits"/>.</param>
/// <param name="Key">Row key; the rows of a partition are in its ordinal order.</param>
public sealed record Row(string Partition, string Key, string Body, string Commit)
{
    public bool Open { get; init; }

    /// <summary>The version that a read or a write returned; null in a row not yet written.</summary>
    public string? ETag { get; init; }
}

/// <summary>One write of a transaction.</summary>
public abstract record RowWrite(string Key)
{
    /// <summary>Fails if the row exists.</summary>
    public sealed record Insert(Row Row) : RowWrite(Row.Key);

    /// <summary>Fails if the row is gone or has changed since <see cref="Row.ETag"/> was read.</summary>
    public sealed record Replace(Row Row) : RowWrite(Row.Key);

    /// <summary>Writes the row, whether or not it exists.</summary>
    public sealed record Put(Row Row) : RowWrite(Row.Key);

    /// <summary>Deletes the row; a missing row fails the whole transaction with <see cref="CommitResult.Conflict"/>.</summary>
    /// <param name="ETag">The version that was read: if the row has changed since, that is a conflict too. Null: any version.</param>
    public sealed record Delete(string RowKey, string? ETag = null) : RowWrite(RowKey);
}

/// <summary>The result of a transaction: all or nothing.</summary>
/// <param name="ETags">The new versions in the order of the writes (null for a delete); empty in a conflict.</param>
public sealed record CommitResult(bool Committed, IReadOnlyList<string?> ETags)
{
    public static CommitResult Conflict { get; } = new(false, []);
}

/// <summary>Limits that both stores enforce, so that rows the bench accepts are rows Azure accepts.</summary>
public static class RowLimits
{
    /// <summary>Writes in a transaction; the storage service's own limit.</summary>
    public const int WritesPerTransaction = 100;

    /// <summary>Characters of one body: a string property holds 64 KiB of UTF-16.</summary>
    public const int BodyCharacters = 32 * 1024;

    /// <summary>Characters of all bodies in a transaction; the service accepts 4 MiB of encoded payload.</summary>
    public const int TransactionCharacters = 1024 * 1024;

    /// <summary>Characters of a key; the service accepts 1 KiB.</summary>
    public const int KeyCharacters = 512;

    /// <summary>Rows of one page of a query; the service's own limit.</summary>
    public const int RowsPerPage = 1000;
}
