using System.Net;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using Hkall.Domain.Citations;
using Hkall.LocalHost.Catalogue;

namespace Hkall.LocalHost.Sources;

/// <summary>
/// The sources of citations and free copies on the bench: they answer in this process for the works of the sample catalogue, in the
/// shapes that the public documentation gives (see <see cref="SampleAnswers"/>).
/// </summary>
public sealed class SampleSources(SampleCatalogue catalogue) : HttpMessageHandler
{
    /// <summary>The bench's sources have no server: nothing is called at this address.</summary>
    public static Uri Address { get; } = new("https://sources.bench.example/");

    public const string Contact = "interlibrary-loan@bench.example";

    private readonly SampleAnswers _answers = new(catalogue);

    /// <summary>How often a source was asked.</summary>
    public int Asked => Volatile.Read(ref _asked);

    private int _asked;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _asked);
        return Task.FromResult(AnswerTo(request.RequestUri!) is { } answer
            ? new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new StringContent(JsonSerializer.Serialize(answer), Encoding.UTF8, MediaTypeNames.Application.Json),
            }
            : new HttpResponseMessage(HttpStatusCode.NotFound));
    }

    /// <summary>The answer to a call below <see cref="Address"/>; null for 404.</summary>
    private object? AnswerTo(Uri address)
    {
        var path = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString).ToArray();
        string Query(string name) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address.Query).TryGetValue(name, out var value)
            ? value.ToString() : string.Empty;

        return path switch
        {
            ["crossref", "works", var doi] => _answers.CrossrefWork(Plain(doi)),
            ["crossref", "works"] => _answers.CrossrefSearch(Query("query.bibliographic")),
            ["pubmed", "esearch.fcgi"] => _answers.PubMedSearch(Query("term")),
            ["pubmed", "esummary.fcgi"] => _answers.PubMedSummary(Query("id")),
            ["openlibrary", "api", "books"] => _answers.OpenLibraryBook(Query("bibkeys")),
            ["openlibrary", "search.json"] => _answers.OpenLibrarySearch(Query("title")),
            ["unpaywall", "v2", var doi] => _answers.Unpaywall(Plain(doi)),
            ["openalex", "works", var id] => _answers.OpenAlex(Plain(id.Replace("doi:", string.Empty, StringComparison.Ordinal))),
            ["doaj", "api", "search", "articles", _] => _answers.Doaj(),
            ["pmc"] => _answers.PubMedCentral(Query("ids")),
            _ => null,
        };
    }

    private static string Plain(string doi) => Doi.Read(doi).Value ?? doi;
}
