using Hkall.Service.Placing;

namespace Hkall.Pages.Home;

/// <summary>
/// Searches for an item to request, where the service itself offers a search: on the bench, the sample catalogue. Elsewhere
/// patrons search 1-Search.
/// </summary>
public interface IFinder
{
    /// <summary>The largest number of works that one search shows; patrons narrow a search that finds more.</summary>
    const int MostFound = 20;

    IReadOnlyList<Found> Find(string query);
}

/// <summary>A work that the search found.</summary>
/// <param name="HeldHere">The Library holds it, so there is nothing to request.</param>
public sealed record Found(Citation Citation, bool HeldHere);
