using System.Globalization;
using System.Text;
using Hkall.Domain.Model;

namespace Hkall.Service.Locating;

/// <summary>An item as a CQL query: by its ISBN, else its ISSN, else by title and author.</summary>
public static class Cql
{
    /// <summary>The most title words in a query; more would not narrow the search, and they slow some servers.</summary>
    private const int MostWords = 8;

    /// <returns>Null if the item has nothing to search by.</returns>
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

        // A library that holds the book or journal holds its chapters and articles.
        var title = Words(item.Title);
        if (title.Length == 0)
        {
            return null;
        }

        var query = $"{indexes.Title} all {Quoted(title)}";
        return Surname(item.Author) is { } surname ? $"{query} and {indexes.Author} all {Quoted(surname)}" : query;
    }

    /// <summary>A quoted term with the quote, the backslash and the masking characters escaped.</summary>
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

    /// <summary>Letters and digits only: catalogues differ in a title's punctuation. The subtitle is left out, since records often lack it.</summary>
    private static string Words(string title) =>
        string.Join(' ', Split(title.Split(':', '：')[0]).Take(MostWords));

    /// <summary>"Kuhn, Thomas S." and "Thomas S. Kuhn" are the same; first names have too many spellings to search by.</summary>
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
