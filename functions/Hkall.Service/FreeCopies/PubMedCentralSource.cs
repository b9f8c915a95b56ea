using Hkall.Domain.Citations;
using Hkall.Domain.Model;
using Hkall.Service.Citing;

namespace Hkall.Service.FreeCopies;

/// <summary>
/// PubMed Central, by its converter of ids (https://pmc.ncbi.nlm.nih.gov/tools/id-converter-api/): what has an id there can be read
/// there. An author's manuscript has an id of its own (<c>mid</c>).
/// </summary>
public sealed class PubMedCentralSource(SourceClient client, Uri address) : IFreeCopySource
{
    private const string Reading = "https://pmc.ncbi.nlm.nih.gov/articles/";

    public string Name => "PubMed Central";

    public bool MayKnow(FreeCopyKey key) => key.Doi is not null || key.Pmid is not null;

    public async Task<FreeCopyWord> FindAsync(FreeCopyKey key, CancellationToken cancellation)
    {
        var mail = client.Contact is { } contact ? $"&email={Uri.EscapeDataString(contact)}" : string.Empty;
        var answer = await client.GetAsync(
            Name, address, $"?ids={Uri.EscapeDataString(key.Doi ?? key.Pmid!)}&format=json&tool=HkallFunctions{mail}", cancellation);
        if (answer.Why is not null)
        {
            return FreeCopyWord.CannotTell;
        }

        var records = answer.Json is { } json ? json.Items("records") : [];
        return new FreeCopyWord(
            [
                .. records.Where(record => (key.Doi is not null && record.Text("doi") is { } doi && Doi.Read(doi).Value == key.Doi)
                        || (key.Doi is null && record.Text("pmid") == key.Pmid))
                    .Where(record => record.Text("live") is not "false" && record.Text("pmcid") is { } id && IsId(id))
                    .Select(record => FreeAddress.Of(
                        $"{Reading}{record.Text("pmcid")}/", record.Text("mid") is null ? FreeVersion.Published : FreeVersion.Accepted, null, Name))
                    .OfType<FreeCopy>(),
            ],
            IsSure: true);
    }

    private static bool IsId(string id) => id.StartsWith("PMC", StringComparison.Ordinal) && id.Length is > 3 and < 14 && id[3..].All(char.IsAsciiDigit);
}
