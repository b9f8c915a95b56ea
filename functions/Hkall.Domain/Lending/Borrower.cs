using System.Text.Json.Serialization;

namespace Hkall.Domain.Lending;

/// <summary>Whom we lend to, as the page names them: libraries with and without a reciprocal agreement, government, registered organisations.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BorrowerKind>))]
public enum BorrowerKind
{
    /// <summary>A library with which nothing is charged in either direction.</summary>
    [JsonStringEnumMemberName("reciprocal")] Reciprocal,

    /// <summary>Any other library.</summary>
    [JsonStringEnumMemberName("library")] Library,

    [JsonStringEnumMemberName("government")] Government,

    [JsonStringEnumMemberName("registered")] Registered,
}

/// <summary>Who borrows from us. An organisation, never a person: what its readers are called is its own affair.</summary>
/// <param name="Symbol">The short name under which it speaks: that of the directory, or one given when the request was keyed in.</param>
/// <param name="Email">Where it is told by mail; null where it is told over its own system.</param>
/// <param name="Address">Where parcels go, line by line, in any script.</param>
public sealed record Borrower(string Symbol, string Name, BorrowerKind Kind, string? Email = null, IReadOnlyList<string>? Address = null);
