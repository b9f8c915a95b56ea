using Hkall.Service.Placing;

namespace Hkall.Pages.Kit;

/// <summary>A citation as the query of an address.</summary>
public static class CitationQuery
{
    public static string Of(Citation citation) => CitationLink.Query(citation);

    public static IEnumerable<(string Key, string? Value)> Pairs(Citation citation) => CitationLink.Pairs(citation);
}
