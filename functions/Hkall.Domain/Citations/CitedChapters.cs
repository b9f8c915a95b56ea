using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>Whether the title of a chapter is in truth a list of chapters, or the whole book.</summary>
public static partial class CitedChapters
{
    public static bool AreSeveral(string title) =>
        PageStatement.Read(title) is { Value.IsWhole: true } || List().IsMatch(PlainText.Of(title).ToLowerInvariant());

    [GeneratedRegex(@"^(?:chapters|chaps|chs)(?![a-z])|^(?:chapter|chap|ch)\.? ?[0-9ivxlc]+ ?(?:-|,|;|&|/|to |and )|^第.{1,4}[至到~-].{1,5}章|\ball (?:the )?chapters\b|所有章")]
    private static partial Regex List();
}
