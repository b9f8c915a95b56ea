namespace Hkall.Service.Storage;

/// <summary>
/// Rows in partitions, with transactions inside a partition: what Azure Table Storage is, and no more. Each call that reaches
/// the service is one storage request; a query is one for each page of at most <see cref="RowLimits.RowsPerPage"/> rows.
/// </summary>
/// <remarks>
/// Every member throws <see cref="StorageUnavailableException"/> where the service cannot be reached, answers 5xx or 429 or
/// times out, and <see cref="ArgumentException"/> where a limit is passed or a key holds a reserved character
/// (<c>/ \ # ?</c> and control characters).
/// </remarks>
public interface IRows
{
    Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation);

    /// <summary>Rows with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, ordered by key, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Row>> RangeAsync(RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation);

    /// <summary>
    /// All writes or none. A conflict is an answer, not an exception. Where the reply was lost and the SDK tried again, the
    /// store may answer a conflict for a transaction that was committed: the caller compares <see cref="Row.Commit"/>.
    /// </summary>
    Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation);
}

/// <summary>The storage service is not answering. Nothing that depends on it has been acknowledged.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
