using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The number of an article in PubMed.</summary>
public static partial class Pmid
{
    /// <summary>The number alone. A plain number is taken as it is.</summary>
    public static Reading<string> Read(string text) => Form().Match(PlainText.Of(text)) is { Success: true } match
        ? Reading.Of(match.Groups[1].Value)
        : Reading.Not<string>(Flaw.Form);

    [GeneratedRegex(@"^(?:(?:info:)?pmid[ :/#.]*|(?:https?://)?(?:www\.)?(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/)?0*([1-9][0-9]{0,7})(?:v[0-9]+)?[/.,;]*(?:[?#].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
