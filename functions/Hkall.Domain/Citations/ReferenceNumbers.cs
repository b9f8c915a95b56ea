using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The volume, issue and pages of an article, which every style writes in a block of its own after the journal.</summary>
/// <param name="Start">Where the block begins in the reference.</param>
/// <param name="End">Where it ends.</param>
internal sealed partial record ReferenceNumbers(int Start, int End, string? Year, string? Volume, string? Issue, string? Pages)
{
    private const string Dash = "[-‐‑‒–—−]";
    public const string Page = $@"(?<p>[A-Za-z]{{0,3}}[0-9][0-9A-Za-z]*(?:\s?{Dash}+\s?[A-Za-z]{{0,3}}[0-9]+[A-Za-z]?)?(?:,\s?[0-9]+\s?{Dash}\s?[0-9]+)*)(?![0-9A-Za-z])";
    private const string Pp = @"(?:pp?\.?\s*|pages?\s+|[Aa]rt(?:icle|\.)?\s+(?:no\.?\s*)?)?";
    private const string V = $@"(?<v>[A-Z]?[0-9]{{1,4}}(?:[-–/][0-9]{{1,4}})?|[IVXLC]{{1,7}})";
    private const string I = @"(?<i>[0-9A-Za-z][\w ./–-]{0,20}?)";
    private const string Date = @"\((?<d>[^()]{0,25}(?:1[5-9]|20)[0-9]{2}[^()]{0,10})\)";

    private static readonly Regex[] Forms = [Semicolon(), Words(), Number(), Brackets(), Dated(), YearLast(), Commas()];

    public static ReferenceNumbers? Find(string text)
    {
        foreach (var form in Forms)
        {
            if (form.Matches(text) is { Count: > 0 } found && found[^1] is var match && match.Index > 0)
            {
                return new ReferenceNumbers(
                    match.Index, match.Index + match.Length, Of(match, "y") ?? Of(match, "d"), Of(match, "v"), Of(match, "i"), Of(match, "p"));
            }
        }

        return null;
    }

    private static string? Of(Match match, string group) => match.Groups[group] is { Success: true, Value: var value } ? value.Trim() : null;

    /// <summary>Vancouver, AMA: <c>2002 Jul 25;347(4):284-7</c>.</summary>
    [GeneratedRegex($@"(?<y>(?:1[5-9]|20)[0-9]{{2}})(?:\s[A-Z][A-Za-z]{{2,8}}(?:[-/][A-Z][a-z]{{2,8}})?(?:\s[0-9]{{1,2}})?)?\s?;\s*{V}?\s*(?:\((?<i>[^()]{{1,30}})\))?\s*:\s*{Pp}{Page}")]
    private static partial Regex Semicolon();

    /// <summary>MLA, IEEE, Harvard: <c>vol. 12, no. 3, 2010, pp. 1-5</c>.</summary>
    [GeneratedRegex($@"[,.]?\s*\b[Vv]ol(?:ume)?\.?\s?{V}(?:(?:,\s?|\s)(?:[Nn]os?|[Ii]ssue|[Ii]ss|[Nn]umber)\.?\s?{I}|\s?\((?<i>[^()0-9]{{0,5}}[0-9]{{1,3}}(?:[-–/][0-9]{{1,3}})?)\))?(?:\s?{Date}|,\s(?:[A-Z][a-z.]{{2,9}}(?:[-–/][A-Z][a-z.]{{2,9}})?\s)?(?<y>(?:1[5-9]|20)[0-9]{{2}}))?\s?[,:]\s*{Pp}{Page}")]
    private static partial Regex Words();

    /// <summary>Chicago: <c>12, no. 3 (Spring 1986): 400-420</c>.</summary>
    [GeneratedRegex($@",?\s{V},\s(?:nos?|issue)\.?\s?{I}(?:\s?{Date})?\s?[:,]\s*{Pp}{Page}")]
    private static partial Regex Number();

    /// <summary>APA, Harvard, Chicago by author and date: <c>12(3), 45-67</c>.</summary>
    [GeneratedRegex($@",?\s{V}\s?\((?!(?:1[5-9]|20)[0-9]{{2}}\))(?<i>[^()]{{1,30}})\)(?:\s?{Date}|,\s(?<y>(?:1[5-9]|20)[0-9]{{2}}))?\s?[,:.]\s*{Pp}{Page}")]
    private static partial Regex Brackets();

    /// <summary>MLA until 2016, Chicago without an issue: <c>12.3 (2010): 1-5</c>.</summary>
    [GeneratedRegex($@",?\s{V}(?:\.(?<i>[0-9]{{1,3}}))?\s?{Date}\s?[:,]\s*{Pp}{Page}")]
    private static partial Regex Dated();

    /// <summary>Nature: <c>12, 34-56 (2010)</c>.</summary>
    [GeneratedRegex($@",?\s{V}(?:\((?<i>[^()]{{1,20}})\))?,\s{Pp}{Page}\s?\((?<y>(?:1[5-9]|20)[0-9]{{2}})\)")]
    private static partial Regex YearLast();

    /// <summary>Without an issue: <c>, 12, 34-56</c> or <c> 12:34-56</c>.</summary>
    [GeneratedRegex($@",?\s{V}(?:,\s|:\s?){Pp}(?<p>[A-Za-z]{{0,2}}[0-9]+\s?{Dash}+\s?[A-Za-z]{{0,2}}[0-9]+|[Ee][0-9]{{2,}}|[0-9]{{5,}})(?![0-9A-Za-z])")]
    private static partial Regex Commas();
}
