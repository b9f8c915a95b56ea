using System.Text;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;

namespace Hkall.Service.Locating;

/// <param name="Text">In CQL.</param>
/// <param name="MayFindOthers">It finds other works as well, so only the records with the title of the item count.</param>
public sealed record CqlQuery(string Text, bool MayFindOthers = false);

/// <summary>An item as a CQL query: by its ISBN or else by title and author, or by its ISSN or else by the title of the journal.</summary>
public static class Cql
{
    /// <summary>The most title words in a query; more would not narrow the search, and they slow some servers.</summary>
    private const int MostWords = 8;

    /// <returns>
    /// The queries in the order in which to ask them: each after the first only if those before find nothing. None if the item has
    /// nothing to search by.
    /// </returns>
    public static IReadOnlyList<CqlQuery> Of(Item item, CatalogueIndexes indexes)
    {
        var words = ByWords(item, indexes) is { } query ? new CqlQuery(query) : null;
        if (item.Isbn is { } isbn)
        {
            // Records from before 2007 have the form of ten digits, and not every server folds the two. A record may also lack the
            // number. A title without an author would find other books.
            var numbers = new[] { isbn, Isbn.Ten(isbn) }.OfType<string>().Select(number => $"{indexes.Isbn}={Quoted(number)}");
            return [new CqlQuery(string.Join(" or ", numbers)), .. item.Author is not null && words is not null ? [words] : Array.Empty<CqlQuery>()];
        }

        if (item.Issn is { } issn)
        {
            // The record may have the number of the journal's other form only.
            var title = Words(item.Title);
            return
            [
                new CqlQuery($"{indexes.Issn}={Quoted(issn)}"),
                .. title.Length > 0 ? [new CqlQuery($"{indexes.Title} all {Quoted(title)}", MayFindOthers: true)] : Array.Empty<CqlQuery>(),
            ];
        }

        return words is not null ? [words] : [];
    }

    private static string? ByWords(Item item, CatalogueIndexes indexes)
    {
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
        string.Join(' ', PlainForm.Words(title.Split(':', '：')[0]).Take(MostWords));

    /// <summary>"Kuhn, Thomas S." and "Thomas S. Kuhn" are the same; first names have too many spellings to search by.</summary>
    private static string? Surname(string? author)
    {
        if (author is null)
        {
            return null;
        }

        var first = author.Split(';', '；')[0];
        var comma = first.IndexOf(',', StringComparison.Ordinal);
        var words = PlainForm.Words(comma > 0 ? first[..comma] : first).ToList();
        return words.Count == 0 ? null : comma > 0 ? string.Join(' ', words) : words[^1];
    }
}
