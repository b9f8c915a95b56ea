using System.Text.Json;
using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Citing;

namespace Hkall.Service.FreeCopies;

/// <summary>OpenAlex (https://docs.openalex.org/api-entities/works/get-a-single-work): works by DOI or PMID, with where they can be read.</summary>
public sealed class OpenAlexSource(SourceClient client, Uri address) : IFreeCopySource
{
    public string Name => "OpenAlex";

    public bool MayKnow(FreeCopyKey key) => key.Doi is not null || key.Pmid is not null;

    public async Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation)
    {
        var id = key.Doi is { } sought ? $"doi:{Uri.EscapeDataString(sought)}" : $"pmid:{key.Pmid}";
        var mail = client.Contact is { } contact ? $"&mailto={Uri.EscapeDataString(contact)}" : string.Empty;
        var answer = await client.GetAsync(Name, address, $"works/{id}?select=doi,ids,best_oa_location,locations{mail}", cancellation);
        if (answer.Why is not null)
        {
            return FreeCopyWord.CannotTell;
        }

        if (answer.Json is not { } json || !IsOf(json, key))
        {
            return FreeCopyWord.None;
        }

        var places = new[] { json.Member("best_oa_location") }.OfType<JsonElement>().Concat(json.Items("locations"));
        return new FreeCopyWord([.. places.Where(place => ((JsonElement?)place).Is("is_oa")).Select(Copy).OfType<FreeCopy>()], IsSure: true);
    }

    private static bool IsOf(JsonElement json, FreeCopyKey key) => key.Doi is { } sought
        ? json.Text("doi") is { } doi && Doi.Read(doi).Value == sought
        : json.Member("ids").Text("pmid") is { } pmid && Pmid.Read(pmid).Value == key.Pmid;

    private FreeCopy? Copy(JsonElement place) => FreeAddress.Of(
        place.Text("pdf_url") ?? place.Text("landing_page_url"), FreeAddress.VersionOf(place.Text("version")), place.Text("license"), Name);
}
