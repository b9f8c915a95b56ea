using Hkall.Domain.Citations;

namespace Hkall.LocalHost.Catalogue;

/// <summary>Reduces titles and names to letters and digits for comparison, so that a citation's punctuation does not matter.</summary>
internal static class Plain
{
    public static string Text(string text) => PlainForm.Of(text);

    /// <summary>The title before its colon, or the whole title where it has none.</summary>
    public static string MainTitle(string title) => Text(title.Split(':', '：')[0]);

    /// <summary>The words of a name or a query, without initials.</summary>
    public static IReadOnlyList<string> Words(string text) =>
        [.. text.Split([' ', ',', ';', '.', '、', '，', '；'], StringSplitOptions.RemoveEmptyEntries).Select(Text).Where(word => word.Length > 1)];
}
