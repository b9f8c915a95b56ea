namespace Hkall.Domain.Model;

/// <summary>The libraries that a request may be sent to, and how many.</summary>
public static class RotaLists
{
    /// <summary>The most libraries that we ask for one request: at a few days each, a longer rota outlives the need.</summary>
    public const int LongestRota = 12;

    /// <summary>The most libraries on both lists of a request together: those of the catalogue, and four found by staff. The request stores them.</summary>
    public const int MostLibraries = LongestRota + 4;

    /// <summary>
    /// The libraries we may ask, each once, and no more than we can wait for: on the rota those in the tiers that the patron allowed,
    /// in reserve the others available to their group.
    /// </summary>
    /// <param name="listed">Libraries already on the rota.</param>
    internal static (IReadOnlyList<RotaEntry> Rota, IReadOnlyList<RotaEntry> Reserve) Of(
        IEnumerable<RotaEntry> holders, Func<Tier, bool> mayAsk, Func<Tier, bool> accepted, int listed)
    {
        var room = Math.Max(0, LongestRota - listed);
        var askable = holders.Where(entry => mayAsk(entry.Tier)).DistinctBy(entry => entry.Symbol).ToLookup(entry => accepted(entry.Tier));
        IReadOnlyList<RotaEntry> rota = [.. askable[true].Take(room)];
        return (rota, [.. askable[false].Take(room - rota.Count)]);
    }
}
