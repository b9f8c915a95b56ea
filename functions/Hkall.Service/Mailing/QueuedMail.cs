using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Storage;

namespace Hkall.Service.Mailing;

/// <summary>A mail that waits: what it says and to whose account it goes. It names nobody, and is written out only when it goes.</summary>
public sealed record QueuedMail
{
    /// <summary>The effect's key, the mail's idempotency key.</summary>
    public required string Key { get; init; }

    public required string PatronId { get; init; }

    public required string RequestId { get; init; }

    /// <summary>The event ordinal of the effect.</summary>
    public required int Ordinal { get; init; }

    public required Notice Notice { get; init; }

    public required NoticeFacts Facts { get; init; }

    /// <summary>The instant from which it may go; of two of one rank the earlier goes first.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Tries begun.</summary>
    public int Tries { get; init; }

    /// <summary>Not to be touched before: the end of the try under way, or the time of the next.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>A try is under way, or ended without an answer: it may have been sent.</summary>
    public bool OutcomeUnknown { get; init; }

    /// <summary>The mail it was last tried in together with others; they are tried again in the same one.</summary>
    public string? Batch { get; init; }
}

/// <summary>An item with its place in the tray.</summary>
public sealed record VersionedMail(QueuedMail Item, string RowKey, string ETag)
{
    public static VersionedMail From(Row row) => new(StoredJson.Read<QueuedMail>(row.Body), row.Key, row.ETag!);
}

/// <summary>What is left of an item for a while, by which a repetition is known.</summary>
/// <param name="GoneAt">When it left the tray; null while it waits.</param>
public sealed record QueueMark(DateTimeOffset PutAt, DateTimeOffset? GoneAt = null);
