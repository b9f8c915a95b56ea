using System.Text.Json.Serialization;

namespace Hkall.Service.Notices.Letters;

/// <summary>One version of a letter, as staff left it. Stored: add members, never rename them.</summary>
/// <param name="Subject">Null: the shipped text was put back.</param>
/// <param name="Body">Null with the subject.</param>
/// <param name="By">The opaque key of the member of staff.</param>
public sealed record StoredLetter(int Version, string? Subject, string? Body, string By, DateTimeOffset At)
{
    /// <summary>The version whose text was put back; null for a text that was written.</summary>
    public int? PutBack { get; init; }

    /// <summary>Whether the letter differs from the shipped text.</summary>
    [JsonIgnore]
    public bool IsChanged => Subject is not null && Body is not null;
}

/// <summary>A version could not be used for a mail, which went out with the shipped text.</summary>
/// <param name="At">When that first happened.</param>
/// <param name="Why">Why, in English.</param>
public sealed record LetterFailure(int Version, DateTimeOffset At, string Why);

/// <summary>What is stored of one letter.</summary>
/// <param name="Current">The newest version; null if it was never changed, or if its row cannot be read.</param>
/// <param name="IsDamaged">Whether the row of the newest version cannot be read.</param>
public sealed record LetterState(StoredLetter? Current, bool IsDamaged, LetterFailure? Failure)
{
    public static LetterState Untouched { get; } = new(null, false, null);

    public int Version => Current?.Version ?? 0;
}
