using System.Globalization;
using Hkall.Service.Web;

namespace Hkall.Service.Reports;

/// <summary>The days of placing that a report counts, both included.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    /// <summary>Four years, in days: the longest that a comparison of years needs, and its rows easily fit in memory.</summary>
    public const int LongestDays = 4 * 366;

    /// <summary>The default is this month and the three before it: a term, in whole months as people compare them.</summary>
    public const int UsualMonthsBefore = 3;

    /// <exception cref="BadInputException">A date is invalid, they are the wrong way round, or the period is too long.</exception>
    public static ReportPeriod Of(string? from, string? to, DateOnly today)
    {
        var fields = new Fields();
        var end = Read(fields, "to", to) ?? today;
        var start = Read(fields, "from", from) ?? new DateOnly(end.Year, end.Month, 1).AddMonths(-UsualMonthsBefore);
        fields.ThrowIfAny();
        if (start > end)
        {
            throw BadInputException.Field("from", "bad-period", "The first day comes before the last.");
        }

        if (end.DayNumber - start.DayNumber >= LongestDays)
        {
            throw BadInputException.Field("from", "bad-period", $"At most {LongestDays} days.");
        }

        return new ReportPeriod(start, end);
    }

    /// <summary>An empty value counts as left out: a form sends its empty fields.</summary>
    private static DateOnly? Read(Fields fields, string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year is >= 2000 and <= 2100)
        {
            return date;
        }

        fields.Fault(name, "bad-date", "A date such as 2026-11-23.");
        return null;
    }
}
