using System.Globalization;
using System.Text.RegularExpressions;

namespace Hkall.LocalHost.Clock;

/// <summary>Parses instants and durations as people write them for the bench.</summary>
public static partial class Iso8601
{
    private static readonly string[] InstantFormats =
    [
        "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
        "yyyy-MM-dd'T'HH:mm'Z'", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'",
    ];

    /// <summary>An instant with its offset; null without an offset, because the time zone would be unknown.</summary>
    public static DateTimeOffset? Instant(string text) =>
        DateTimeOffset.TryParseExact(text, InstantFormats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>Weeks, days, hours, minutes and seconds (<c>P3DT2H</c>). Null for months and years, which have no fixed length, and for other text.</summary>
    public static TimeSpan? Duration(string text)
    {
        if (DurationPattern().Match(text) is not { Success: true } match || text.EndsWith('P') || text.EndsWith('T'))
        {
            return null;
        }

        return TimeSpan.FromDays((7 * Number(match, "weeks")) + Number(match, "days"))
            + TimeSpan.FromHours(Number(match, "hours"))
            + TimeSpan.FromMinutes(Number(match, "minutes"))
            + TimeSpan.FromSeconds(Number(match, "seconds"));
    }

    private static double Number(Match match, string part) =>
        match.Groups[part] is { Success: true, Value: var digits } ? double.Parse(digits, CultureInfo.InvariantCulture) : 0;

    /// <summary>A few digits each: a <see cref="TimeSpan"/> could not hold more.</summary>
    [GeneratedRegex(@"^P(?:(?<weeks>[0-9]{1,5})W)?(?:(?<days>[0-9]{1,6})D)?(?:T(?:(?<hours>[0-9]{1,7})H)?(?:(?<minutes>[0-9]{1,7})M)?(?:(?<seconds>[0-9]{1,7}(?:\.[0-9]{1,7})?)S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();
}
