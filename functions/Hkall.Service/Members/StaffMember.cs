using System.Text.Json.Serialization;
using Hkall.Domain;

namespace Hkall.Service.Members;

/// <summary>A member of staff who has used the staff desk, as their row holds it.</summary>
public sealed record StaffMember
{
    /// <summary>Their opaque key.</summary>
    [Id]
    public required string Id { get; init; }

    [Trace]
    public required string Name { get; init; }

    /// <summary>For lists; null if the name has no letter.</summary>
    [Trace, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Initials { get; init; }

    /// <summary>The last day, in the library's calendar, on which they used the desk.</summary>
    public required DateOnly SeenOn { get; init; }

    /// <summary>The lists that they keep for themselves, in the order in which they kept them.</summary>
    public IReadOnlyList<SavedView> Views { get; init; } = [];
}

/// <summary>A worklist narrowed and sorted, under a name.</summary>
/// <param name="List">The name of the worklist.</param>
/// <param name="Query">The query of its page, without the question mark; empty: the whole list.</param>
public sealed record SavedView([property: LibraryText] string Name, [property: Code] string List, [property: Code] string Query)
{
    /// <summary>By which calls name it.</summary>
    [JsonIgnore]
    public string Id => Convert.ToHexStringLower(
        System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(Name)))[..IdCharacters];

    private const int IdCharacters = 12;
}
