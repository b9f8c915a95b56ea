namespace Hkall.LocalHost.Catalogue;

/// <summary>Titles and names as they are compared: letters and digits alone, so that nobody has to copy a citation's punctuation.</summary>
internal static class Plain
{
    public static string Text(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>The title before its colon; the whole of it where it has none.</summary>
    public static string MainTitle(string title) => Text(title.Split(':', '：')[0]);

    /// <summary>The words of a name or a query, without initials.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. text.Split([' ', ',', ';', '.', '、', '，', '；'], StringSplitOptions.RemoveEmptyEntries).Select(Text).Where(word => word.Length > 1)];
}
