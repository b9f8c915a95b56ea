using System.Text.Json;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Citing;

namespace Hkall.Service.FreeCopies;

/// <summary>
/// Unpaywall's API, version 2 (https://unpaywall.org/products/api): the free copies of everything with a DOI of Crossref. It demands
/// a mail address.
/// </summary>
public sealed class UnpaywallSource(SourceClient client, Uri address) : IFreeCopySource
{
    public string Name => "Unpaywall";

    public bool MayKnow(FreeCopyKey key) => key.Doi is not null && client.Contact is not null;

    public async Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation)
    {
        var answer = await client.GetAsync(Name, address, $"v2/{Uri.EscapeDataString(key.Doi!)}?email={Uri.EscapeDataString(client.Contact!)}", cancellation);
        if (answer.Why is not null)
        {
            return FreeCopyWord.CannotTell;
        }

        if (answer.Json is not { } json || json.Text("doi") is not { } doi || Doi.Read(doi).Value != key.Doi)
        {
            return FreeCopyWord.None;
        }

        var places = new[] { json.Member("best_oa_location") }.OfType<JsonElement>().Concat(json.Items("oa_locations"));
        return new FreeCopyWord([.. places.Select(Copy).OfType<FreeCopy>()], IsSure: true);
    }

    private FreeCopy? Copy(JsonElement place) => FreeAddress.Of(
        place.Text("url_for_pdf") ?? place.Text("url") ?? place.Text("url_for_landing_page"),
        FreeAddress.VersionOf(place.Text("version")),
        place.Text("license"),
        Name);
}
