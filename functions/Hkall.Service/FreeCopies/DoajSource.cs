using System.Text.Json;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Citing;

namespace Hkall.Service.FreeCopies;

/// <summary>The Directory of Open Access Journals (https://doaj.org/api/docs): articles by DOI. They are free as published.</summary>
public sealed class DoajSource(SourceClient client, Uri address) : IFreeCopySource
{
    public string Name => "DOAJ";

    public bool MayKnow(FreeCopyKey key) => key.Doi is not null;

    public async Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(Name, address, $"api/search/articles/{Uri.EscapeDataString($"doi:\"{key.Doi}\"")}?pageSize=3", cancellation);
        if (answer.Why is not null)
        {
            return FreeCopyWord.CannotTell;
        }

        var articles = answer.Json is { } json ? json.Items("results").Select(result => result.Member("bibjson")).OfType<JsonElement>() : [];
        return new FreeCopyWord(
            [
                .. articles.Where(article => article.Items("identifier").Any(id => id.Text("type") == "doi" && Doi.Read(id.Text("id") ?? string.Empty).Value == key.Doi))
                    .SelectMany(article => article.Items("link").Where(link => link.Text("type") == "fulltext").Select(link => FreeAddress.Of(
                        link.Text("url"), FreeVersion.Published, article.Items("license") is [var licence, ..] ? licence.Text("type") : null, Name)))
                    .OfType<FreeCopy>(),
            ],
            IsSure: true);
    }
}
