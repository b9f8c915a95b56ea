using System.Text.Json;
using Hkall.Domain.Citations;

namespace Hkall.Service.Citing;

/// <summary>
/// Open Library (https://openlibrary.org/dev/docs/api/books, https://openlibrary.org/dev/docs/api/search): books by ISBN, or by title
/// and author.
/// </summary>
public sealed class OpenLibrarySource(SourceClient client, Uri address) : ICitationSource
{
    public const string SourceName = "Open Library";

    private const int Asked = 3;

    public string Name => SourceName;

    public bool MayKnow(CitedWork sought) => sought.Isbn is not null
        || (sought.Kind is CitedKind.Book or CitedKind.Unknown && sought is { Title.Length: > 2, Doi: null, Pmid: null });

    public async Task<SourceWord> FindAsync(CitedWork sought, CancellationToken cancellation)
    {
        if (sought.Isbn is { } isbn)
        {
            var book = await client.GetAsync(Name, address, ByIsbn(isbn), cancellation);
            return SourceQueries.WordOf([book], json => json.Member($"ISBN:{isbn}") is { } found ? [WorkOf(found, isbn)] : []);
        }

        var author = sought.Authors.Count > 0 ? $"&author={Uri.EscapeDataString(SourceQueries.Shortened(sought.Authors[0], 100))}" : string.Empty;
        var search = await client.GetAsync(
            Name,
            address,
            $"search.json?title={Uri.EscapeDataString(SourceQueries.Shortened(sought.Title!, 250))}{author}&limit={Asked}"
                + "&fields=title,subtitle,author_name,first_publish_year,publisher,isbn,number_of_pages_median",
            cancellation);
        return SourceQueries.WordOf([search], json => json.Items("docs").Select(WorkOf));
    }

    /// <summary>The path of one book's record.</summary>
    internal static string ByIsbn(string isbn) => $"api/books?bibkeys=ISBN:{isbn}&format=json&jscmd=data";

    internal static string? TitleOf(JsonElement book) => book.Text("subtitle") is { } subtitle ? $"{book.Text("title")}: {subtitle}" : book.Text("title");

    private static CitedWork WorkOf(JsonElement book, string isbn) => new()
    {
        Kind = CitedKind.Book,
        Title = TitleOf(book),
        Authors = [.. book.Items("authors").Select(author => author.Text("name")).OfType<string>()],
        Publisher = book.Items("publishers") is [var publisher, ..] ? publisher.Text("name") : null,
        Year = book.Text("publish_date") is { } date ? Year.Read(date).Value : null,
        TotalPages = book.Member("number_of_pages").Number() is > 0 and < 100_000 and var pages ? pages : null,
        Isbn = isbn,
    };

    private static CitedWork WorkOf(JsonElement work) => new()
    {
        Kind = CitedKind.Book,
        Title = TitleOf(work),
        Authors = work.Texts("author_name"),
        Year = work.Member("first_publish_year").Number(),
    };
}
