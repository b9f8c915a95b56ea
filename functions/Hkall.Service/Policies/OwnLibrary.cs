using Hkall.Service.Texts;

namespace Hkall.Service.Policies;

/// <summary>Our library, as other libraries know it.</summary>
public sealed record OwnLibrary
{
    /// <summary>The agency id under which other libraries know us, with its scheme: <c>ISIL:XX-1</c>.</summary>
    public required string AgencyId { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in traditional Chinese, for letters in Chinese; null if it has none.</summary>
    public string? NameZhHant { get; init; }

    /// <summary>The address for scans and questions; null if we give none.</summary>
    public string? Email { get; init; }

    /// <summary>Where to report a weakness of the service: a <c>mailto:</c> or <c>https:</c> address. Null: <see cref="Email"/>, if there is one.</summary>
    public Uri? SecurityContact { get; init; }

    /// <summary>The page that says how reports of weaknesses are dealt with; null if there is none.</summary>
    public Uri? SecurityPolicy { get; init; }

    /// <summary>The telephone number of the lending desk; null if we give none.</summary>
    public string? Phone { get; init; }

    /// <summary>The postal address, line by line as on a label.</summary>
    public IReadOnlyList<string> Address { get; init; } = [];

    /// <summary>When the Service Counter is open, for patrons who are to collect an item; null if the policy does not say.</summary>
    public string? CounterHours { get; init; }

    /// <summary>The same in traditional Chinese; null: as in English.</summary>
    public string? CounterHoursZhHant { get; init; }

    public string NameIn(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Name,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => NameZhHant ?? Name,
    };

    public string? CounterHoursIn(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => CounterHours,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => CounterHoursZhHant ?? CounterHours,
    };

    /// <summary>Who writes a letter and where to reach us, in one paragraph.</summary>
    public string Lines(NoticeLanguage language) => language.Listed([NameIn(language), .. Address, .. new[] { Phone, Email }.OfType<string>()]);

    /// <summary>Our number for a request in letters: short enough to be read out, and found by the search of staff.</summary>
    public string ReferenceOf(string requestId) => $"{AgencyId[(AgencyId.IndexOf(':', StringComparison.Ordinal) + 1)..]}-{requestId[^ReferenceCharacters..]}";

    /// <summary>The last characters of an id are random: no two open requests share six of them.</summary>
    public const int ReferenceCharacters = 6;
}
