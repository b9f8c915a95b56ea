using System.Text.Json;
using Hkall.Domain.Citations;

namespace Hkall.Service.Citing;

/// <summary>Crossref's REST API (https://api.crossref.org/swagger-ui/index.html): the publishers' own records of articles, chapters and books.</summary>
public sealed class CrossrefSource(SourceClient client, Uri address) : ICitationSource
{
    public const string SourceName = "Crossref";

    private const int Asked = 3;

    public string Name => SourceName;

    public bool MayKnow(CitedWork sought) => sought.Kind != CitedKind.Journal && (sought.Doi is not null || SourceQueries.Words(sought) is not null);

    public async Task<SourceWord> FindAsync(CitedWork sought, CancellationToken cancellation)
    {
        var byNumber = sought.Doi is { } doi ? AskAsync($"works/{Uri.EscapeDataString(doi)}?{Mail(client.Contact)}", cancellation) : null;

        // Both at once: a reference whose DOI is mistyped is found by its words.
        var byWords = SourceQueries.Words(sought) is { } words
            ? AskAsync($"works?query.bibliographic={Uri.EscapeDataString(words)}&rows={Asked}&{Mail(client.Contact)}", cancellation)
            : null;
        var answers = await Task.WhenAll(new[] { byNumber, byWords }.OfType<Task<SourceAnswer>>());
        return SourceQueries.WordOf(answers, json => json.Member("message") is { } message
            ? message.Member("items") is { } items ? ((JsonElement?)items).Items().Select(WorkOf) : [WorkOf(message)]
            : []);
    }

    private Task<SourceAnswer> AskAsync(string path, CancellationToken cancellation) => client.GetAsync(Name, address, path, cancellation);

    private static string Mail(string? contact) => contact is null ? string.Empty : $"mailto={Uri.EscapeDataString(contact)}";

    private static CitedWork WorkOf(JsonElement work)
    {
        var type = work.Text("type") ?? string.Empty;
        var kind = type switch
        {
            "book-chapter" or "book-section" or "book-part" or "proceedings-article" or "reference-entry" => CitedKind.Chapter,
            "book" or "monograph" or "edited-book" or "reference-book" or "dissertation" or "report" or "proceedings" => CitedKind.Book,
            "journal" => CitedKind.Journal,
            _ => CitedKind.Article,
        };
        return new CitedWork
        {
            Kind = kind,
            Title = (work.Text("title"), work.Text("subtitle")) switch
            {
                ({ } title, { } subtitle) when !title.Contains(subtitle, StringComparison.OrdinalIgnoreCase) => $"{title}: {subtitle}",
                var (title, _) => title,
            },
            Container = kind is CitedKind.Article or CitedKind.Chapter ? work.Text("container-title") : null,
            Authors = NamesOf(work, "author"),
            Editors = NamesOf(work, "editor"),
            Year = (work.Member("published-print") ?? work.Member("published") ?? work.Member("issued")).Member("date-parts").Items() is [var date, ..]
                ? ((JsonElement?)date).Items() is [var year, ..] ? ((JsonElement?)year).Number() : null
                : null,
            Volume = work.Text("volume"),
            Issue = work.Text("issue"),
            Pages = work.Text("page") ?? work.Text("article-number"),
            Publisher = work.Text("publisher"),
            Edition = work.Text("edition-number"),
            Doi = work.Text("DOI") is { } doi ? Doi.Read(doi).Value : null,
            Isbn = work.Texts("ISBN").Select(isbn => Isbn.Read(isbn).Value).FirstOrDefault(isbn => isbn is not null),
            Issns = [.. work.Texts("ISSN").SelectMany(Issn.ReadAll).Distinct()],
        };
    }

    private static IReadOnlyList<string> NamesOf(JsonElement work, string role) =>
    [
        .. work.Items(role).Select(name => (name.Text("family"), name.Text("given"), name.Text("name")) switch
        {
            ({ } family, { } given, _) => $"{family}, {given}",
            ({ } family, null, _) => family,
            (null, _, var whole) => whole,
        }).OfType<string>(),
    ];
}
