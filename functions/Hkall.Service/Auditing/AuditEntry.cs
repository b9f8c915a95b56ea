using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Auditing;

/// <summary>What a change replaced, and by what.</summary>
/// <param name="Member">What was changed, by the name that the API gives it.</param>
/// <param name="From">Null: there was nothing, or it is a secret.</param>
/// <param name="To">Null: there is nothing now, or it is a secret.</param>
public sealed record AuditChange([property: Code] string Member, [property: LibraryText] string? From, [property: LibraryText] string? To)
{
    /// <summary>Longer values are cut: the record says what was changed, and is no copy of it.</summary>
    private const int Longest = 200;

    public static AuditChange Of(string member, string? from, string? to) => new(member, Cut(from), Cut(to));

    private static string? Cut(string? text) =>
        text is { Length: > Longest } ? text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] : text;
}

/// <summary>One entry of the audit trail, as its rows hold it. It names people by their opaque keys.</summary>
public sealed record AuditEntry
{
    public required DateTimeOffset At { get; init; }

    /// <summary>The member of staff.</summary>
    [Id]
    public required string By { get; init; }

    /// <summary>The initials of their name, for the patron whom it concerns; null if they have none.</summary>
    [Trace, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Initials { get; init; }

    /// <summary>Their name, only where the policy tells patrons the names of staff.</summary>
    [Trace, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Name { get; init; }

    public required AuditAction What { get; init; }

    /// <summary>The request, library, list or report that it was about.</summary>
    [Id, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Of { get; init; }

    /// <summary>The patron whom it concerns.</summary>
    [Id, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Patron { get; init; }

    /// <summary>Which of the actions on it, by the name that the API gives it.</summary>
    [Code, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Step { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<AuditChange>? Changes { get; init; }
}
