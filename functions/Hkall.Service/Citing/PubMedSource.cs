using System.Text.Json;
using Hkall.Domain.Citations;

namespace Hkall.Service.Citing;

/// <summary>
/// PubMed, by NCBI's E-utilities (https://www.ncbi.nlm.nih.gov/books/NBK25499/): <c>esearch</c> finds the numbers of articles, and
/// <c>esummary</c> describes them.
/// </summary>
public sealed class PubMedSource(SourceClient client, Uri address) : ICitationSource
{
    public const string SourceName = "PubMed";

    private const int Asked = 3;

    public string Name => SourceName;

    /// <summary>An article that somebody described, by words or by its number here. Chinese titles are not in PubMed.</summary>
    public bool MayKnow(CitedWork sought) => sought.Pmid is not null
        || (sought.Kind is CitedKind.Article or CitedKind.Unknown && (sought.Doi is not null || sought.Title?.Any(char.IsAsciiLetter) == true));

    public async Task<SourceWord> FindAsync(CitedWork sought, CancellationToken cancellation)
    {
        var ids = sought.Pmid;
        if (ids is null)
        {
            var terms = sought.Doi is { } doi ? $"\"{doi}\"[AID]" : $"{SourceQueries.Shortened(Plain(sought.Title!), 250)}[ti]";
            var found = await AskAsync($"esearch.fcgi?db=pubmed&retmode=json&retmax={Asked}&term={Uri.EscapeDataString(terms)}", cancellation);
            if (found.Why is { } why)
            {
                return new SourceWord.CannotTell(why);
            }

            ids = string.Join(',', found.Json.Member("esearchresult")?.Texts("idlist").Where(id => Pmid.Read(id).IsRead).Take(Asked) ?? []);
            if (ids.Length == 0)
            {
                return new SourceWord.None();
            }
        }

        var described = await AskAsync($"esummary.fcgi?db=pubmed&retmode=json&id={ids}", cancellation);
        return SourceQueries.WordOf([described], json => json.Member("result") is { } result
            ? result.Texts("uids").Select(id => result.Member(id)).OfType<JsonElement>().Where(work => work.Member("error") is null).Select(WorkOf)
            : []);
    }

    private Task<SourceAnswer> AskAsync(string path, CancellationToken cancellation) => client.GetAsync(
        Name, address, $"{path}&tool=HkallFunctions{(client.Contact is { } mail ? $"&email={Uri.EscapeDataString(mail)}" : string.Empty)}", cancellation);

    /// <summary>Brackets and quotation marks would be read as a query.</summary>
    private static string Plain(string title) => string.Join(' ', PlainForm.Words(title));

    private static CitedWork WorkOf(JsonElement work)
    {
        var numbers = work.Items("articleids").Select(id => (Type: id.Text("idtype"), Value: id.Text("value"))).ToList();
        return new CitedWork
        {
            Kind = CitedKind.Article,
            Title = work.Text("title")?.TrimEnd('.'),
            Container = work.Text("fulljournalname") ?? work.Text("source"),
            Authors = [.. work.Items("authors").Where(author => author.Text("authtype") is "Author" or null).Select(author => author.Text("name")).OfType<string>()],
            Year = work.Text("pubdate") is { } date ? Year.Read(date).Value : null,
            Volume = work.Text("volume"),
            Issue = work.Text("issue"),
            Pages = work.Text("pages"),
            Issns = [.. new[] { work.Text("issn"), work.Text("essn") }.OfType<string>().SelectMany(Issn.ReadAll).Distinct()],
            Doi = numbers.Find(number => number.Type == "doi").Value is { } doi ? Doi.Read(doi).Value : null,
            Pmid = work.Text("uid") is { } id ? Pmid.Read(id).Value : null,
        };
    }
}
