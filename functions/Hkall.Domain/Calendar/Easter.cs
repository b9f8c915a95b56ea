namespace Hkall.Domain.Calendar;

/// <summary>Easter Sunday by the Gregorian computus.</summary>
internal static class Easter
{
    /// <summary>
    /// The Sunday after the first full moon of the church's tables on or after 21 March. The golden number gives the moon's place in
    /// its cycle of 19 years; the corrections keep it in step with the sun and the moon over the centuries.
    /// </summary>
    public static DateOnly Sunday(int year)
    {
        var golden = year % 19;
        var (century, inCentury) = Math.DivRem(year, 100);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - (century / 4) - moonCorrection + 15) % 30;
        var toSunday = (32 + (2 * (century % 4)) + (2 * (inCentury / 4)) - epact - (inCentury % 4)) % 7;

        // The tables have one full moon too few in their last two places: there, Easter comes a week earlier.
        var exception = (golden + (11 * epact) + (22 * toSunday)) / 451;
        var daysFromMarch22 = epact + toSunday - (7 * exception);
        return new DateOnly(year, 3, 22).AddDays(daysFromMarch22);
    }
}
