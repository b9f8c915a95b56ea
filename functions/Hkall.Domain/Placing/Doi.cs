namespace Hkall.Domain.Placing;

/// <summary>A digital object identifier (ISO 26324), with or without a resolver's address in front.</summary>
public static class Doi
{
    private static readonly string[] Prefixes = ["https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi.org/", "dx.doi.org/",
        "doi:"];

    /// <summary>The DOI alone in lower case (DOIs do not distinguish case); null if the text is not a DOI.</summary>
    public static string? Normalise(string text)
    {
        var doi = text.Trim().ToLowerInvariant();
        foreach (var prefix in Prefixes)
        {
            if (doi.StartsWith(prefix, StringComparison.Ordinal))
            {
                doi = doi[prefix.Length..].TrimStart();
                break;
            }
        }

        var slash = doi.IndexOf('/', StringComparison.Ordinal);
        return doi.StartsWith("10.", StringComparison.Ordinal)
            && slash >= 7
            && slash < doi.Length - 1
            && doi[3..slash].All(c => char.IsAsciiDigit(c) || c == '.')
            && !doi.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
                ? doi
                : null;
    }
}
