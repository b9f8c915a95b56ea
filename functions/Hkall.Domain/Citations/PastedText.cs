using System.Text.RegularExpressions;

namespace Hkall.Domain.Citations;

/// <summary>
/// Reads whatever people paste to name what they want: numbers, addresses, references in any common style, RIS and BibTeX, alone or
/// several at once.
/// </summary>
public static partial class PastedText
{
    /// <summary>The longest text: the references of a long paper are longer, and are pasted in parts.</summary>
    public const int Longest = 10_000;

    /// <summary>The most citations read at once: each is looked up at several sources.</summary>
    public const int Most = 10;

    /// <summary>A line shorter than this is the rest of a wrapped reference and not another one.</summary>
    private const int ShortestReference = 40;

    public static PastedCitations Read(string text)
    {
        var pieces = Pieces(text.Length > Longest ? text[..Longest] : text).Where(piece => piece.Any(char.IsLetterOrDigit)).ToList();
        return new PastedCitations(
            [.. pieces.Take(Most).Select(ReadOne).Where(one => one is not null).OfType<PastedCitation>()], Math.Max(0, pieces.Count - Most));
    }

    private static PastedCitation? ReadOne(string piece) =>
        RisReader.Read(piece) ?? BibTexReader.Read(piece) ?? PastedNumber.Read(piece) ?? ReferenceReader.Read(piece);

    /// <summary>The text in parts, each of which is one citation.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        if (RisReader.IsRis(text))
        {
            return RisReader.Split(text);
        }

        return BibTexReader.IsBibTex(text) ? BibTexReader.Split(text) : Paragraphs().Split(text).SelectMany(Lines);
    }

    /// <summary>A paragraph is one reference, unless its lines are citations by themselves.</summary>
    private static IEnumerable<string> Lines(string paragraph)
    {
        var lines = paragraph.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var current = string.Empty;
        foreach (var line in lines)
        {
            if (PastedNumber.Several(line) is { Count: > 0 } numbers && (numbers.Count > 1 || !IsUnfinished(current)))
            {
                if (current.Length > 0)
                {
                    yield return current;
                }

                current = string.Empty;
                foreach (var number in numbers)
                {
                    yield return number;
                }
            }
            else if (current.Length == 0 || !Begins(line, current))
            {
                current = current.Length == 0 ? line : $"{current} {line}";
            }
            else
            {
                yield return current;
                current = line;
            }
        }

        if (current.Length > 0)
        {
            yield return current;
        }
    }

    /// <summary>A reference whose DOI or address stands on a line of its own.</summary>
    private static bool IsUnfinished(string current) => current.Length > 0 && !current.EndsWith('/');

    private static bool Begins(string line, string before) =>
        Listed().IsMatch(line)
        || (line.Length >= ShortestReference && AnyYear().IsMatch(line) && AnyYear().IsMatch(before) && before.Length >= ShortestReference
            && Ends().IsMatch(before) && (char.IsUpper(line[0]) || char.GetUnicodeCategory(line[0]) == System.Globalization.UnicodeCategory.OtherLetter));

    [GeneratedRegex(@"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\s*")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"^(?:\[[0-9]{1,3}\]|［[0-9]{1,3}］|\([0-9]{1,3}\) |[0-9]{1,3}[.)] |[•·▪*] )")]
    internal static partial Regex Listed();

    [GeneratedRegex(@"(?<![0-9])(?:1[5-9]|20)[0-9]{2}(?![0-9])")]
    private static partial Regex AnyYear();

    [GeneratedRegex(@"[.。)\]]$|(?:https?://|10\.[0-9]{4,9}/)\S+$|[0-9]$")]
    private static partial Regex Ends();
}
