using System.Globalization;
using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>The volume and issue of a publication, each in plain form; null where the citation does not say.</summary>
public sealed partial record Numbering(string? Volume, string? Issue)
{
    private const string VolumeLabel = @"(?:volumes?|vols?|v|tomes?|tom|t|band|bd|jahrgang|jg|book|bk)(?![a-z])\.? ?";
    private const string IssueLabel = @"(?:issues?|iss|numbers?|num|nos?|nr|n°|n|heft|h|fascicle|fasc|#)(?![a-z])\.? ?";
    private const string VolumeCounter = " ?[卷巻册冊輯辑]";
    private const string IssueCounter = " ?(?:月?[期號号]|月号|月號)";
    private const string Ordinals = "〇零一二兩两三四五六七八九十百千廿卅壹貳贰叁參肆伍陸陆柒捌玖拾佰";
    private const string Words = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private const string Bare = $"[0-9]+|(?<![a-z0-9])[ivxlcdm]+(?![a-z])|[{Ordinals}]+|(?<![a-z])(?:{Words})(?![a-z])";
    private const string Number = $"(?:{Bare})(?:st|nd|rd|th)?";

    // A double issue is written 3-4, 3/4 or 3 & 4.
    private const string Numbers = $"{Number}(?: ?(?:-|/|&|~|至|and|to) ?{Number})?";
    private const string V = $"(?<v>{Numbers})";
    private const string I = $"(?<i>{Numbers})";

    private static readonly Regex[] Forms = [Both(), OnlyVolume(), OnlyIssue(), Short()];

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    ];

    /// <summary>
    /// Reads the two fields together: either may say both ("211(3)", "Vol. 211, no. 3", 第211卷第3期). What cannot be read as a number
    /// is kept as text, so that it can still be compared.
    /// </summary>
    public static Numbering Read(string? volume, string? issue)
    {
        var first = Field(volume, isIssue: false);
        var second = Field(issue, isIssue: true);
        return new(first.Volume ?? second.Volume, second.Issue ?? first.Issue);
    }

    /// <summary>The volume alone.</summary>
    public static Reading<string> ReadVolume(string text) => Alone(Field(text, isIssue: false).Volume);

    /// <summary>The issue alone: a number, two numbers of a double issue, or a month.</summary>
    public static Reading<string> ReadIssue(string text) => Alone(Field(text, isIssue: true).Issue);

    /// <summary>Whether two volumes, or two issues, are the same. A number and a text cannot be compared, and neither can a month and a number.</summary>
    public static Sameness Compare(string? one, string? other)
    {
        if (one is null || other is null)
        {
            return Sameness.Unknown;
        }

        if (one == other)
        {
            return Sameness.Same;
        }

        return (Span(one), Span(other)) switch
        {
            ({ } a, { } b) => a.From <= b.To && b.From <= a.To ? Sameness.Same : Sameness.Different,
            (null, null) => Sameness.Different,
            _ => Sameness.Unknown,
        };
    }

    private static Reading<string> Alone(string? value) =>
        value is not null && (Span(value) is not null || Months.Contains(value) || Supplement(value) is not null)
            ? Reading.Of(value)
            : Reading.Not<string>(Flaw.NoDigits);

    private static Numbering Field(string? text, bool isIssue)
    {
        var plain = Date().Replace(PlainText.Of(text).ToLowerInvariant(), string.Empty).Trim(' ', ',', ';', '.', ':', '[', ']', '"');
        if (plain.Length == 0)
        {
            return new(null, null);
        }

        foreach (var form in Forms.Where(form => !isIssue || form != Short() || plain.Contains('(', StringComparison.Ordinal)))
        {
            if (form.Match(plain) is { Success: true } match)
            {
                return new(Value(match.Groups["v"]), Value(match.Groups["i"]));
            }
        }

        var value = OnlyNumber().Match(plain) is { Success: true } bare
            ? Value(bare)
            : (isIssue ? Supplement(plain) ?? Month(plain) : null) ?? PlainForm.Of(plain);
        return isIssue ? new(null, value) : new(value, null);
    }

    /// <summary>A number without leading zeros, or two with a hyphen between them; null if the pattern did not match here.</summary>
    private static string? Value(Group written)
    {
        var numbers = Each().Matches(written.Value).Select(match => Numeral.Of(match.Value)).OfType<int>().Distinct().ToList();
        return !written.Success ? null
            : numbers.Count == 0 ? PlainForm.Of(written.Value)
            : string.Join('-', numbers.Take(2).Select(number => number.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>The supplement of an issue, or of the whole volume, is another issue.</summary>
    private static string? Supplement(string plain) =>
        SupplementForm().Match(plain) is { Success: true } match ? $"{Value(match.Groups["v"])}s{Value(match.Groups["i"])}" : null;

    private static string? Month(string plain)
    {
        var letters = plain.TrimEnd('.');
        return letters.Length < 3 ? null
            : letters == "sept" ? "september"
            : Months.FirstOrDefault(month => month == letters || (letters.Length == 3 && month.StartsWith(letters, StringComparison.Ordinal)));
    }

    private static (int From, int To)? Span(string value)
    {
        var numbers = value.Split('-')
            .Select(number => int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : (int?)null)
            .ToList();
        return numbers switch
        {
            [{ } only] => (only, only),
            [{ } from, { } to] => (Math.Min(from, to), Math.Max(from, to)),
            _ => null,
        };
    }

    /// <summary>A date after the number: "3 (March 2012)", "211 (2012)", "3, September 2012".</summary>
    [GeneratedRegex(@" ?\((?:[a-z./ -]+ ?)?[12][0-9]{3}(?:年[^)]*)?\)| ?[(,] ?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|spring|summer|autumn|fall|winter)[a-z./ -]*(?:[12][0-9]{3})?\)?$")]
    private static partial Regex Date();

    [GeneratedRegex($@"^(?:{VolumeLabel})?第? ?{V}(?:{VolumeCounter})?[ ,;:./]*(?:\( ?)?(?:{IssueLabel}{I}|第 ?{I}{IssueCounter}|(?<=[卷巻册冊輯辑][ ,]*){I}{IssueCounter})(?: ?\))?$")]
    private static partial Regex Both();

    [GeneratedRegex($@"^(?:{VolumeLabel})?{V}(?: ?\( ?{I} ?\)| ?[:.] ?{I})$")]
    private static partial Regex Short();

    [GeneratedRegex($"^(?:{VolumeLabel}{V}|第? ?{V}{VolumeCounter})$")]
    private static partial Regex OnlyVolume();

    [GeneratedRegex($@"^\(?(?:{IssueLabel}{I}|第? ?{I}{IssueCounter})\)?$")]
    private static partial Regex OnlyIssue();

    [GeneratedRegex($"(?<=^(?:第 ?)?\\(?){Numbers}(?=\\)?$)")]
    private static partial Regex OnlyNumber();

    [GeneratedRegex(Bare)]
    private static partial Regex Each();

    [GeneratedRegex($@"^(?:{IssueLabel})?(?<v>{Number})?[ ,;(]*(?:supplements?|suppl|supp|sup|s|增刊)\.?[ )]*(?:{IssueLabel})?(?<i>{Number})?\)?$")]
    private static partial Regex SupplementForm();
}
