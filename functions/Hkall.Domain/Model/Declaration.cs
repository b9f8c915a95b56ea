using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Hkall.Domain.Model;

/// <summary>
/// A patron's declaration for a copy (Cap. 528F): for research or private study; not related to any similar requirement of another
/// person; no earlier copy, or it was lost, destroyed or damaged.
/// </summary>
/// <param name="TextVersion">The version of the text that the patron saw and agreed to.</param>
public sealed record Declaration(
    bool ResearchOrPrivateStudy,
    bool NotRelatedToAnother,
    bool NoEarlierCopy,
    [Code] string TextVersion)
{
    /// <summary>Letters and signs that show nothing: Hangul fillers, and the Braille cell without dots.</summary>
    private const string Blanks = "\u115F\u1160\u3164\uFFA0\u2800";

    [JsonIgnore]
    public bool IsWhole => ResearchOrPrivateStudy && NotRelatedToAnother && NoEarlierCopy;

    /// <summary>
    /// Whether every part is declared and a name is given. The name is not stored with the declaration, so that declarations stored
    /// before we asked for a name still count.
    /// </summary>
    public bool IsSignedBy(string? name) => IsWhole && IsName(name);

    /// <summary>Whether the text has a visible character: spaces and invisible characters are no signature.</summary>
    public static bool IsName(string? text) => (text ?? string.Empty).EnumerateRunes().Any(IsVisible);

    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            or UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned => false,
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
            or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber or UnicodeCategory.PrivateUse
            or UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation
            or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OtherPunctuation
            or UnicodeCategory.MathSymbol or UnicodeCategory.CurrencySymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherSymbol =>
            !Blanks.Contains(rune.ToString(), StringComparison.Ordinal),
    };
}
