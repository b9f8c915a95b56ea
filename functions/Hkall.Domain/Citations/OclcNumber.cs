using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The number of a record in WorldCat.</summary>
public static partial class OclcNumber
{
    /// <summary>The digits alone: records carry the prefixes ocm, ocn, on and (OCoLC), which all mean the same number.</summary>
    public static Reading<string> Read(string text) => Form().Match(PlainText.Of(text)) is { Success: true } match
        ? Reading.Of(match.Groups[1].Value)
        : Reading.Not<string>(Flaw.Form);

    [GeneratedRegex(@"^(?:info:oclcnum/|(?:https?://)?(?:(?:www|search)\.)?worldcat\.org/(?:[a-z]{2}/)?(?:oclc|title)/|\(ocolc\) ?|oclc(?:num)?(?: ?(?:no|number|nr)\.?)?[ :#.]*|#)*(?:ocm|ocn|on)?0*([1-9][0-9]{0,13})[/.,;]*(?:[?#].*)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
