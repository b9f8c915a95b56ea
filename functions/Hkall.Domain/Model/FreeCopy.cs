using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>The versions of an article, the best first (NISO RP-8).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FreeVersion>))]
public enum FreeVersion
{
    /// <summary>As the publisher published it.</summary>
    [JsonStringEnumMemberName("published")] Published,

    /// <summary>After peer review, before the publisher's layout.</summary>
    [JsonStringEnumMemberName("accepted")] Accepted,

    /// <summary>Before peer review.</summary>
    [JsonStringEnumMemberName("submitted")] Submitted,
}

/// <summary>A copy that anybody may read on the web without asking a library.</summary>
/// <param name="Address">An https address in the public internet.</param>
/// <param name="Licence">The licence as the source names it; null if it names none.</param>
/// <param name="Source">The source that knows of it.</param>
public sealed record FreeCopy([Bibliographic] string Address, FreeVersion Version, [Code] string? Licence, [Code] string Source)
{
    /// <summary>The site that the copy is on, which the patron sees before following the link.</summary>
    [JsonIgnore]
    public string Host => Uri.TryCreate(Address, UriKind.Absolute, out var address) ? address.Host : string.Empty;
}
