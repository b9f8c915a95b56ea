namespace Hkall.Service.Locating;

/// <summary>The words in which library systems say whether a copy is on the shelf.</summary>
internal static class ShelfWords
{
    private static readonly HashSet<string> In = new(StringComparer.OrdinalIgnoreCase)
    {
        "available", "in", "on shelf", "on the shelf", "check shelf", "check shelves", "checked in", "not checked out", "not charged",
    };

    private static readonly HashSet<string> Out = new(StringComparer.OrdinalIgnoreCase)
    {
        "unavailable", "not available", "out", "checked out", "on loan", "charged", "held", "on hold", "on holds shelf", "on hold shelf", "on holdshelf",
        "in transit", "transferred", "missing", "lost", "claimed returned", "withdrawn", "billed", "on order", "in process", "cataloging", "bindery",
        "at bindery", "long overdue", "lost and paid", "damaged", "discard/weed", "out-ill",

        // The places of Symphony.
        "checkedout", "intransit", "holds", "onorder", "on-order", "inprocess", "lost-paid", "lost-claim", "discard", "repair",
    };

    /// <returns>Null if no word says so, or the words say neither: "check holdings" may be either.</returns>
    public static bool? Read(IReadOnlyCollection<string> words) =>
        words.Any(word => In.Contains(Plain(word))) ? true
        : words.Any(word => Out.Contains(Plain(word)) || IsDue(word)) ? false
        : null;

    private static string Plain(string word) => word.Trim(' ', '.', '!', '*', '-');

    /// <summary>Sierra writes "DUE 01-11-23", and "DUE 01-11-23 +1 HOLD".</summary>
    private static bool IsDue(string word) => word.TrimStart().StartsWith("due ", StringComparison.OrdinalIgnoreCase);
}
