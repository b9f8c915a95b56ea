using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Mailing;

/// <summary>A mail that waits: its notice and the patron's key. It contains no name, and is rendered only when it goes.</summary>
public sealed record QueuedMail
{
    /// <summary>The effect's key, and the mail's idempotency key.</summary>
    public required string Key { get; init; }

    public required string PatronId { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The event ordinal of the effect.</summary>
    public required int Ordinal { get; init; }

    public required Notice Notice { get; init; }

    public required NoticeFacts Facts { get; init; }

    /// <summary>The instant from which it may go. Within one priority, the earlier goes first.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Tries begun.</summary>
    public int Tries { get; init; }

    /// <summary>No process tries before this: the end of the try in progress, or the time of the next.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>A try is in progress, or ended without an answer: the mail may have been sent.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The key of the batch it was last tried in; its items are tried again together.</summary>
    public string? Batch { get; init; }
}

/// <summary>A mail with its place in the queue and its version.</summary>
public sealed record VersionedMail(QueuedMail Item, string RowKey, string ETag)
{
    public static VersionedMail From(Row row) => new(StoredJson.Read<QueuedMail>(row.Body), row.Key, row.ETag!);
}

/// <summary>Stays for a while after a mail has left the queue, so that we recognise a repetition.</summary>
/// <param name="GoneAt">When the mail left the queue; null while it waits.</param>
public sealed record QueueMark(DateTimeOffset PutAt, DateTimeOffset? GoneAt = null);
