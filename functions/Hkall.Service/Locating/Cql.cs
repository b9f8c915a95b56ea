using System.Globalization;
using System.Text;
using Hkall.Domain.Placing;

namespace Hkall.Service.Locating;

/// <summary>An item as a query in CQL: by its ISBN, else its ISSN, else by title and author.</summary>
public static class Cql
{
    /// <summary>Words of a title asked for; more of them find no fewer records and make some servers slow.</summary>
    private const int MostWords = 8;

    /// <returns>Null where the item has nothing to be found by.</returns>
    public static string? Of(Item item, CatalogueIndexes indexes)
    {
        if (item.Isbn is { } isbn)
        {
            return $"{indexes.Isbn}={Quoted(isbn)}";
        }

        if (item.Issn is { } issn)
        {
            return $"{indexes.Issn}={Quoted(issn)}";
        }

        // A chapter or an article is held by whoever holds what it is in.
        var title = Words(item.Title);
        if (title.Length == 0)
        {
            return null;
        }

        var query = $"{indexes.Title} all {Quoted(title)}";
        return Surname(item.Author) is { } surname ? $"{query} and {indexes.Author} all {Quoted(surname)}" : query;
    }

    /// <summary>A term in quotes, in which nothing has a meaning of its own: not the quote, the backslash, nor the characters that mask.</summary>
    public static string Quoted(string term)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in term)
        {
            if (c is '"' or '\\' or '*' or '?' or '^')
            {
                quoted.Append('\\');
            }

            quoted.Append(c);
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>Letters and digits alone: how a catalogue writes a title's punctuation is not known. The subtitle is often left out and is not asked for.</summary>
    private static string Words(string title) =>
        string.Join(' ', Split(title.Split(':', '：')[0]).Take(MostWords));

    /// <summary>"Kuhn, Thomas S." and "Thomas S. Kuhn" are one; the first names are written in too many ways to ask for.</summary>
    private static string? Surname(string? author)
    {
        if (author is null)
        {
            return null;
        }

        var first = author.Split(';', '；')[0];
        var comma = first.IndexOf(',', StringComparison.Ordinal);
        var words = Split(comma > 0 ? first[..comma] : first).ToList();
        return words.Count == 0 ? null : comma > 0 ? string.Join(' ', words) : words[^1];
    }

    private static IEnumerable<string> Split(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                word.Append(rune.ToString());
            }
            else if (word.Length > 0)
            {
                yield return word.ToString();
                word.Clear();
            }
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }
}
