using Hkall.Domain.Supplying;

namespace Hkall.Service.Reports;

/// <summary>Percentiles by nearest rank: always a value that really occurred, so that "half arrived within 4 days" is a plain fact.</summary>
public static class Percentiles
{
    /// <returns>Null if there are no values.</returns>
    public static int? Of(IEnumerable<int> values, int percent)
    {
        var sorted = values.Order().ToList();
        return sorted.Count == 0 ? null : Turnaround.Percentile(sorted, percent);
    }

    /// <summary>The share in per cent, with one decimal; null if the whole is zero.</summary>
    public static decimal? Share(int part, int whole) => whole == 0 ? null : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero);
}
