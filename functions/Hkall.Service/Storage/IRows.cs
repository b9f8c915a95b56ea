namespace Hkall.Service.Storage;

/// <summary>
/// Rows in partitions, with transactions inside a partition: the features of Azure Table Storage and no more. Each call that
/// reaches the service is one storage request; a query is one for each page of at most <see cref="RowLimits.RowsPerPage"/> rows.
/// </summary>
/// <remarks>
/// Every member throws <see cref="StorageUnavailableException"/> if the service cannot be reached, answers 5xx or 429 or
/// times out, and <see cref="ArgumentException"/> if an argument exceeds a limit or a key holds a reserved character
/// (<c>/ \ # ?</c> and control characters).
/// </remarks>
public interface IRows
{
    Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation);

    /// <summary>Rows with <paramref name="from"/> ≤ key &lt; <paramref name="to"/>, ordered by key, at most <paramref name="take"/>.</summary>
    Task<IReadOnlyList<Row>> RangeAsync(RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation);

    /// <summary>
    /// All writes or none. A conflict is an answer, not an exception. If the reply was lost and the SDK tried again, the store may
    /// answer a conflict for a transaction it has committed: the caller compares <see cref="Row.Commit"/>.
    /// </summary>
    Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation);
}

/// <summary>The storage service does not answer. We have acknowledged nothing that depends on it.</summary>
public sealed class StorageUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
