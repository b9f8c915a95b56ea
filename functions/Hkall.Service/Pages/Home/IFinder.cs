using Hkall.Service.Placing;

namespace Hkall.Service.Pages.Home;

/// <summary>Searching for something to request, where the service itself offers it: the bench's sample catalogue. In the field it is 1-Search that is searched.</summary>
public interface IFinder
{
    /// <summary>The most that one search shows; who has more narrows it.</summary>
    const int MostFound = 20;

    IReadOnlyList<Found> Find(string query);
}

/// <summary>A work that was found.</summary>
/// <param name="HeldHere">The Library has it: there is nothing to request.</param>
public sealed record Found(Citation Citation, bool HeldHere);
