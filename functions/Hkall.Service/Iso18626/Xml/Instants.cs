using System.Globalization;

namespace Hkall.Service.Iso18626.Xml;

/// <summary>
/// Instants as the standard and real systems write them: <c>2026-12-01T09:30:00Z</c>, with an offset in any spelling, with
/// fractions, or a bare date. Without an offset it is in UTC, as the standard says.
/// </summary>
internal static class Instants
{
    private const int LongestFraction = 12;

    public static string Write(DateTimeOffset instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset instant)
    {
        instant = default;
        var rest = text.AsSpan();
        if (rest.Length < 10 || !DateOnly.TryParseExact(rest[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return false;
        }

        rest = rest[10..];
        var time = new TimeOnly(23, 59, 59);
        var nextDay = false;
        if (rest.Length > 0 && rest[0] is 'T' or 't' or ' ' && !TryTime(rest[1..], out time, out nextDay, out rest))
        {
            return false;
        }

        if (!TryOffset(rest.Trim(), out var offset) || (nextDay && date == DateOnly.MaxValue))
        {
            return false;
        }

        var ticks = (nextDay ? date.AddDays(1) : date).ToDateTime(time).Ticks;
        if (ticks - offset.Ticks < DateTimeOffset.MinValue.Ticks || ticks - offset.Ticks > DateTimeOffset.MaxValue.Ticks)
        {
            return false;
        }

        instant = new DateTimeOffset(ticks, offset);
        return true;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out TimeOnly time, out bool nextDay, out ReadOnlySpan<char> rest)
    {
        time = default;
        nextDay = false;
        rest = text;
        if (text.Length < 5 || !TwoDigits(text, out var hour) || text[2] != ':' || !TwoDigits(text[3..], out var minute))
        {
            return false;
        }

        var second = 0;
        rest = text[5..];
        if (rest.Length >= 3 && rest[0] == ':')
        {
            if (!TwoDigits(rest[1..], out second))
            {
                return false;
            }

            rest = rest[3..];
            if (rest.Length > 0 && rest[0] is '.' or ',')
            {
                var digits = 1;
                while (digits < rest.Length && char.IsAsciiDigit(rest[digits]))
                {
                    digits++;
                }

                if (digits is 1 or > LongestFraction)
                {
                    return false;
                }

                // Fractions of a second do not matter here; an instant is passed on without them.
                rest = rest[digits..];
            }
        }

        nextDay = (hour, minute, second) == (24, 0, 0);
        if (nextDay)
        {
            return true;
        }

        // A leap second counts as the second before it.
        second = second == 60 ? 59 : second;
        if (hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        time = new TimeOnly(hour, minute, second);
        return true;
    }

    /// <summary>Z, none, +08:00, +0800, +08, UTC and GMT.</summary>
    private static bool TryOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text.Length == 0 || text is "Z" or "z" or "UTC" or "GMT")
        {
            return true;
        }

        if (text[0] is not ('+' or '-') || !TwoDigits(text[1..], out var hours))
        {
            return false;
        }

        var rest = text[3..];
        if (rest.Length > 0 && rest[0] == ':')
        {
            rest = rest[1..];
        }

        var minutes = 0;
        if (rest.Length is not (0 or 2) || (rest.Length == 2 && !TwoDigits(rest, out minutes)) || hours > 14 || minutes > 59)
        {
            return false;
        }

        offset = new TimeSpan(hours, minutes, 0) * (text[0] == '-' ? -1 : 1);
        return offset.Duration() <= TimeSpan.FromHours(14);
    }

    private static bool TwoDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        if (text.Length < 2 || !char.IsAsciiDigit(text[0]) || !char.IsAsciiDigit(text[1]))
        {
            return false;
        }

        value = ((text[0] - '0') * 10) + (text[1] - '0');
        return true;
    }
}
