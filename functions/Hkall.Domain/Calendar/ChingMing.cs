namespace Hkall.Domain.Calendar;

/// <summary>Ching Ming: the day, in Hong Kong, on which the sun stands at 15 degrees of ecliptic longitude.</summary>
internal static class ChingMing
{
    private const double Longitude = 15;

    /// <summary>Terrestrial time less universal time in this century, as far as it is foreseen: a minute and a half.</summary>
    private static readonly TimeSpan ClockDifference = TimeSpan.FromSeconds(90);

    /// <summary>The sun moves by about one degree a day, so that the answer is within these steps of a day to less than a second.</summary>
    private const int Steps = 30;

    private static readonly DateTimeOffset J2000 = new(2000, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static DateOnly Of(int year)
    {
        var (before, after) = (new DateTimeOffset(year, 4, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(year, 4, 9, 0, 0, 0, TimeSpan.Zero));
        for (var step = 0; step < Steps; step++)
        {
            var middle = before + ((after - before) / 2);
            (before, after) = SunAt(middle + ClockDifference) < Longitude ? (middle, after) : (before, middle);
        }

        return DateOnly.FromDateTime(after.ToOffset(LibraryCalendar.HongKong.BaseUtcOffset).DateTime);
    }

    /// <summary>The sun's apparent longitude in degrees, good to a hundredth: the mean sun, the equation of its centre, aberration and nutation.</summary>
    private static double SunAt(DateTimeOffset terrestrial)
    {
        var centuries = (terrestrial - J2000).TotalDays / 36_525;
        var mean = 280.46646 + (36_000.76983 * centuries) + (0.0003032 * centuries * centuries);
        var anomaly = 357.52911 + (35_999.05029 * centuries) - (0.0001537 * centuries * centuries);
        var centre = ((1.914602 - (0.004817 * centuries)) * Sine(anomaly)) + ((0.019993 - (0.000101 * centuries)) * Sine(2 * anomaly))
            + (0.000289 * Sine(3 * anomaly));
        var node = 125.04 - (1_934.136 * centuries);
        return (((mean + centre - 0.00569 - (0.00478 * Sine(node))) % 360) + 360) % 360;
    }

    private static double Sine(double degrees) => Math.Sin(degrees * Math.PI / 180);
}
