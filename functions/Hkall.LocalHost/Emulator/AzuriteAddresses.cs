using System.Text.RegularExpressions;

namespace Hkall.LocalHost.Emulator;

/// <summary>The addresses of the three services of an Azurite. It chooses free ports and reports them on its standard output.</summary>
internal sealed partial class AzuriteAddresses
{
    /// <summary>The account that every Azurite has. Its name and key are public, and give access only to an emulator on this machine.</summary>
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    public bool AreComplete => _addresses.Count == 3;

    public string ConnectionString =>
        $"DefaultEndpointsProtocol=http;AccountName={Account};AccountKey={Key};"
        + string.Concat(_addresses.Select(service => $"{service.Key}Endpoint={service.Value}/{Account};"));

    public void Read(string line)
    {
        if (Listening().Match(line) is { Success: true } match)
        {
            _addresses[match.Groups["service"].Value] = match.Groups["address"].Value;
        }
    }

    [GeneratedRegex(@"^Azurite (?<service>Blob|Queue|Table) service is successfully listening at (?<address>http://[^/\s]+)$", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
