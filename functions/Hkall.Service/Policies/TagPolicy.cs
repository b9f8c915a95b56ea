namespace Hkall.Service.Policies;

/// <summary>A tag that staff can give a request, to find it again in the lists.</summary>
/// <param name="Name">By which requests keep it: lower-case letters, digits and hyphens.</param>
/// <param name="En">What staff read in English.</param>
/// <param name="ZhHant">What staff read in Chinese; null: the English.</param>
public sealed record TagPolicy(string Name, string En, string? ZhHant = null)
{
    private const int Most = 30;
    private const int LongestName = 30;
    private const int LongestText = 40;

    /// <summary>The tags of a library that names none itself.</summary>
    public static IReadOnlyList<TagPolicy> Default { get; } =
    [
        new("urgent", "urgent", "緊急"), new("teaching", "for teaching", "教學用"), new("fragile", "handle with care", "小心處理"),
        new("waiting", "waiting for an answer", "等候回覆"),
    ];

    internal static IEnumerable<string> FaultsOf(IReadOnlyList<TagPolicy> tags)
    {
        if (tags.Count > Most || tags.DistinctBy(tag => tag.Name).Count() != tags.Count)
        {
            yield return $"tags: at most {Most}, each with a name of its own.";
        }

        foreach (var tag in tags.Where(tag => tag.Name.Length is 0 or > LongestName || !tag.Name.All(IsPlain)))
        {
            yield return $"tags: '{tag.Name}' is not a name of 1 to {LongestName} lower-case letters, digits and hyphens.";
        }

        foreach (var tag in tags.Where(tag => string.IsNullOrWhiteSpace(tag.En) || tag.En.Length > LongestText || tag.ZhHant?.Length > LongestText))
        {
            yield return $"tags: '{tag.Name}' has a text of 1 to {LongestText} characters.";
        }
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
