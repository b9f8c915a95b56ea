using System.Text.Json;
using System.Text.Json.Serialization;
using Hkall.Service.Web;

namespace Hkall.Service.Locating;

/// <summary>The versions of SRU in use; they differ in namespace and in the names of a few parameters.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SruVersion>))]
public enum SruVersion
{
    [JsonStringEnumMemberName("1.1")] V11,
    [JsonStringEnumMemberName("2.0")] V20,
}

/// <summary>The CQL indexes of a catalogue. The defaults come from the Bath and Dublin Core sets, which most servers support.</summary>
public sealed record CatalogueIndexes
{
    public string Isbn { get; init; } = "bath.isbn";

    public string Issn { get; init; } = "bath.issn";

    public string Title { get; init; } = "dc.title";

    public string Author { get; init; } = "dc.creator";
}

/// <summary>The catalogues of the settings.</summary>
public sealed record CatalogueList(IReadOnlyList<Catalogue> All);

/// <summary>A catalogue with an SRU server: of one library, of several, or our own.</summary>
public sealed record Catalogue
{
    /// <summary>A short name, for logs and explanations.</summary>
    public required string Name { get; init; }

    /// <summary>The address without a query.</summary>
    public required Uri Address { get; init; }

    public SruVersion Version { get; init; } = SruVersion.V11;

    public string RecordSchema { get; init; } = "marcxml";

    public CatalogueIndexes Indexes { get; init; } = new();

    /// <summary>True for our own catalogue: its items are held here.</summary>
    public bool Own { get; init; }

    /// <summary>
    /// The partners whose holdings it knows, each by its code in a record's holdings (852 $a or $b, Alma's AVA $a or $b, 850 $a, 924 $b,
    /// 952 $a or $b, or an OPAC holding's NUC code or location). A single empty code means that everything in the catalogue belongs to
    /// that library.
    /// </summary>
    public IReadOnlyDictionary<string, string> Libraries { get; init; } = new Dictionary<string, string>();

    /// <summary>The library, if the catalogue belongs to only one.</summary>
    [JsonIgnore]
    public string? Single => Libraries.Count == 1 && Libraries.TryGetValue(string.Empty, out var symbol) ? symbol : null;

    /// <summary>The most catalogues: every item is searched in each.</summary>
    public const int MostCatalogues = 20;

    /// <summary>Parses the setting: a JSON array.</summary>
    /// <exception cref="FormatException">The text is not such a list; the message says why.</exception>
    public static IReadOnlyList<Catalogue> ParseList(string json)
    {
        try
        {
            var list = JsonSerializer.Deserialize<List<Catalogue>>(json, StrictJson.Options) ?? [];
            if (list.Count > MostCatalogues || list.DistinctBy(catalogue => catalogue?.Name).Count() != list.Count)
            {
                throw new FormatException($"at most {MostCatalogues} catalogues, each with a name of its own");
            }

            foreach (var catalogue in list)
            {
                if (catalogue is not { Name.Length: > 0 } || !IsSafe(catalogue.Address))
                {
                    throw new FormatException("each catalogue needs a name and an https address");
                }

                if (!catalogue.Own && catalogue.Libraries.Count == 0)
                {
                    throw new FormatException($"catalogue {catalogue.Name} is neither our own nor says whose holdings it knows");
                }
            }

            return list;
        }
        catch (JsonException bad)
        {
            throw new FormatException(bad.Message, bad);
        }
    }

    private static bool IsSafe(Uri address) =>
        address is { IsAbsoluteUri: true, Query: "" } && (address.Scheme == Uri.UriSchemeHttps || address is { IsLoopback: true, Scheme: "http" });
}
