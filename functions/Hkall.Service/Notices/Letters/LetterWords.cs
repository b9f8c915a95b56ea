using System.Text.RegularExpressions;

namespace Hkall.Service.Notices.Letters;

/// <summary>The names that stand in the braces of a template.</summary>
internal static partial class LetterWords
{
    public static IReadOnlySet<string> Of(string template) => Braces().Matches(template)
        .SelectMany(one => Name().Matches(Quoted().Replace(one.Value, string.Empty)).Select(name => name.Value))
        .ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[{%].*?[%}]\}", RegexOptions.Singleline)]
    private static partial Regex Braces();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'")]
    private static partial Regex Quoted();

    [GeneratedRegex("[a-z][a-z_]*")]
    private static partial Regex Name();
}
