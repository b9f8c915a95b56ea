namespace Hkall.Service.Citing;

/// <summary>The addresses of the sources of citations and of free copies. A source without an address is not asked.</summary>
public sealed record SourceSettings
{
    public static SourceSettings None { get; } = new();

    public Uri? Crossref { get; init; }

    public Uri? PubMed { get; init; }

    public Uri? OpenLibrary { get; init; }

    public Uri? Unpaywall { get; init; }

    public Uri? OpenAlex { get; init; }

    public Uri? Doaj { get; init; }

    public Uri? PubMedCentral { get; init; }

    /// <summary>The mail address by which the sources can reach the Library. Crossref, NCBI and OpenAlex ask for it, and Unpaywall demands it.</summary>
    public string? Contact { get; init; }

    /// <summary>All sources below one address, as the bench serves them.</summary>
    public static SourceSettings Below(Uri address, string contact)
    {
        Uri At(string name) => new($"{address.AbsoluteUri.TrimEnd('/')}/{name}");

        return new SourceSettings
        {
            Crossref = At("crossref"),
            PubMed = At("pubmed"),
            OpenLibrary = At("openlibrary"),
            Unpaywall = At("unpaywall"),
            OpenAlex = At("openalex"),
            Doaj = At("doaj"),
            PubMedCentral = At("pmc"),
            Contact = contact,
        };
    }
}
