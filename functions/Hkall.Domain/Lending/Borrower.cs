using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>The kinds of borrowers that the page names: libraries with and without a reciprocal agreement, government, registered organisations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorrowerKind>))]
public enum BorrowerKind
{
    /// <summary>A library with which neither side charges.</summary>
    [JsonStringEnumMemberName("reciprocal")] Reciprocal,

    /// <summary>Any other library.</summary>
    [JsonStringEnumMemberName("library")] Library,

    [JsonStringEnumMemberName("government")] Government,

    [JsonStringEnumMemberName("registered")] Registered,
}

/// <summary>Who borrows from us: an organisation, never a person. We do not learn who its readers are.</summary>
/// <param name="Symbol">Its short name: from the directory, or given when staff keyed the request in.</param>
/// <param name="Email">The address for our mails; null if we send messages to its own system.</param>
/// <param name="Address">The address for parcels, line by line, in any script.</param>
public sealed record Borrower(
    [Id] string Symbol, [LibraryText] string Name, BorrowerKind Kind, [Trace] string? Email = null, [Trace] IReadOnlyList<string>? Address = null)
{
    /// <summary>Neither a system nor a mail reaches it: staff tell it what there is to tell, by letter or by telephone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsToldByHand { get; init; }
}
