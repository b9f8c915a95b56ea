namespace Hkall.Domain.Supplying;

/// <summary>
/// How long a library takes, in our working days from asking it to having the item or the scan: measured if there are enough
/// supplies, blended with the published range of its tier while there are few.
/// </summary>
/// <param name="Earliest">Nine of ten supplies take at least as long.</param>
/// <param name="Typical">Half of the supplies take longer.</param>
/// <param name="Latest">Nine of ten supplies take no longer.</param>
/// <param name="Sample">The number of measured supplies; 0: the published range alone.</param>
public sealed record Turnaround(int Earliest, int Typical, int Latest, int Sample)
{
    /// <param name="days">Working days of the last measured supplies.</param>
    public static Turnaround Of(IReadOnlyCollection<int> days, DeliveryRange published, RoutingPolicy policy)
    {
        var middle = (published.EarliestWorkingDays + published.LatestWorkingDays + 1) / 2;
        if (days.Count < policy.MeasuredFrom)
        {
            return new Turnaround(published.EarliestWorkingDays, middle, published.LatestWorkingDays, 0);
        }

        int[] sorted = [.. days.Order()];
        var trust = Math.Min(1m, (decimal)sorted.Length / policy.TrustedFrom);
        var earliest = Blend(Percentile(sorted, 10), published.EarliestWorkingDays, trust);
        var typical = Blend(Percentile(sorted, 50), middle, trust);
        var latest = Blend(Percentile(sorted, 90), published.LatestWorkingDays, trust);
        return new Turnaround(earliest, typical, latest, sorted.Length);
    }

    /// <summary>The smallest value that this many of a hundred do not exceed.</summary>
    public static int Percentile(IReadOnlyList<int> sorted, int hundredths) =>
        sorted[Math.Max(0, ((sorted.Count * hundredths) + 99) / 100 - 1)];

    private static int Blend(int measured, int published, decimal trust) =>
        (int)Math.Round((measured * trust) + (published * (1 - trust)), MidpointRounding.ToPositiveInfinity);
}

/// <summary>The figures for making the rota.</summary>
public sealed record RoutingPolicy
{
    /// <summary>The least number of measured supplies for an estimate: fewer say little about the slowest tenth.</summary>
    public int MeasuredFrom { get; init; } = 5;

    /// <summary>The number of measured supplies from which the published range no longer counts.</summary>
    public int TrustedFrom { get; init; } = 30;

    /// <summary>What becomes of libraries of a tier that would usually supply too late for the patron (ours).</summary>
    public TooLate TooLate { get; init; } = TooLate.Behind;

    /// <summary>Whether we ask only libraries with a reciprocal agreement. The page lends "with or without" one.</summary>
    public ByTier<bool> ReciprocalOnly { get; init; } = new(false, false, false);

    /// <summary>Calendar days for which we still wait for a closed library: as long as one may stay silent.</summary>
    public ByTier<int> ClosedAtMostDays { get; init; } = new(7, 10, 14);
}
