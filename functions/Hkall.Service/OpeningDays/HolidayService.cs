using System.Globalization;
using System.Text;
using Hkall.Domain.Calendar;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;

namespace Hkall.Service.OpeningDays;

/// <summary>The body of <c>PUT /api/staff/holidays/{year}</c> as JSON.</summary>
public sealed record HolidaysForm
{
    public required IReadOnlyList<StoredHoliday> Holidays { get; init; }

    /// <summary>Where the list comes from.</summary>
    public required string Source { get; init; }
}

/// <summary>Staff load the general holidays of a year. Until then, those of a year without a list are computed.</summary>
public sealed class HolidayService(CalendarTable table, RuleBooks books, DateMover mover, TimeProvider clock)
{
    /// <summary>A year has seventeen general holidays; a list far from that is of something else.</summary>
    public const int FewestHolidays = 10;
    public const int MostHolidays = 30;

    /// <summary>The largest document of one year.</summary>
    public const int LargestBytes = 256 * 1024;

    /// <summary>Where the Government offers its calendars.</summary>
    public const string GovernmentCalendar = "1823.gov.hk";

    /// <summary>The Government publishes a list in the spring of the year before.</summary>
    private const int YearsAhead = 3;

    private DateOnly Today => books.Current.Calendar.DateOf(clock.GetUtcNow());

    public async Task<HolidaysView> AllAsync(CancellationToken cancellation)
    {
        var stored = await table.ReadAsync(cancellation);
        var calendar = books.Keep(stored).Calendar;
        var published = Holidays.OfHongKong().GroupBy(holiday => holiday.Date.Year).ToDictionary(year => year.Key, year => year.ToList());
        var years = published.Keys.Concat(stored.Years.Select(year => year.Year)).Concat(Enumerable.Range(Today.Year, YearsAhead + 1)).Distinct().Order();
        return new HolidaysView(
            calendar.ProvisionalFrom?.AddDays(-1),
            HolidayEnd.IsNear(calendar, Today),
            [
                .. years.Select(year => stored.Years.FirstOrDefault(loaded => loaded.Year == year) is { } known ? HolidayYear.Of(known)
                    : published.TryGetValue(year, out var list) ? HolidayYear.Of(year, "shipped", list) : HolidayYear.Of(year, "proposed", HolidayProposal.Of(year))),
            ]);
    }

    /// <param name="record">Records the change before it is made.</param>
    /// <param name="dryRun">Only checks the list.</param>
    /// <exception cref="BadInputException">The list cannot be that of the year.</exception>
    public async Task<LoadedYear> LoadAsync(
        int year, HolidaysForm form, bool dryRun, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var fields = new Fields();
        fields.Number("year", year, Math.Max(Today.Year, HolidayProposal.FirstYear), Math.Min(Today.Year + YearsAhead, HolidayProposal.LastYear));
        fields.ThrowIfAny();
        var source = fields.Text("source", form.Source, Limits.Reason);
        if (source is null)
        {
            fields.Fault("source", "missing", "Say where the list comes from.");
        }

        var holidays = Checked(year, form.Holidays, fields);
        fields.ThrowIfAny();
        var proposed = HolidayProposal.Of(year).Select(holiday => holiday.Date).ToList();
        var loaded = new StoredYear(year, holidays, source!, staffId, clock.GetUtcNow(), table.NewId());
        var answer = new LoadedYear(
            HolidayYear.Of(loaded),
            [.. holidays.Select(holiday => holiday.Date).Except(proposed)],
            [.. proposed.Except(holidays.Select(holiday => holiday.Date))]);
        if (dryRun)
        {
            return answer;
        }

        await record([AuditChange.Of($"holidays {year}", null, source)]);
        var kept = await table.ChangeYearAsync(
            year, known => known?.Holidays.SequenceEqual(holidays) == true && known.Source == source ? null : loaded, cancellation);
        await mover.RunAsync(cancellation);
        return answer with { Year = HolidayYear.Of(kept!) };
    }

    /// <summary>Reads a file that staff chose: the Government's calendar, or the JSON document of the API.</summary>
    /// <param name="source">Where a calendar comes from; a JSON document says it by itself.</param>
    /// <exception cref="BadInputException">It is neither.</exception>
    public static HolidaysForm OfDocument(int year, byte[] content, string? source) =>
        content.AsSpan().TrimStart(" \t\r\n"u8) is [(byte)'{', ..]
            ? StrictJson.Read<HolidaysForm>(content)
            : new HolidaysForm { Holidays = OfCalendar(year, content), Source = source ?? GovernmentCalendar };

    /// <summary>Reads the Government's list in its calendar form: of each entry, its first day and its summary.</summary>
    /// <exception cref="BadInputException">It is not a calendar.</exception>
    public static IReadOnlyList<StoredHoliday> OfCalendar(int year, byte[] content)
    {
        try
        {
            var calendar = Ical.Net.Calendar.Load(Encoding.UTF8.GetString(content));
            return
            [
                .. (calendar?.Events ?? throw new FormatException("There is no calendar."))
                    .Where(entry => entry.Start is not null && entry.Start.Date.Year == year)
                    .Select(entry => new StoredHoliday(entry.Start!.Date, entry.Summary ?? string.Empty))
                    .OrderBy(holiday => holiday.Date),
            ];
        }
#pragma warning disable CA1031 // Whatever is wrong with the file, the reader of calendars says it in its own way.
        catch (Exception broken) when (broken is not OutOfMemoryException)
#pragma warning restore CA1031
        {
            throw new BadInputException(400, "not-a-calendar", "This is not a calendar of the Government’s form (text/calendar).");
        }
    }

    private static IReadOnlyList<StoredHoliday> Checked(int year, IReadOnlyList<StoredHoliday> holidays, Fields fields)
    {
        if (holidays.Count is < FewestHolidays or > MostHolidays)
        {
            fields.Fault("holidays", "number-out-of-range", $"From {FewestHolidays} to {MostHolidays} holidays.");
            return [];
        }

        if (holidays.FirstOrDefault(holiday => holiday.Date.Year != year) is { } other)
        {
            fields.Fault("holidays", "date-out-of-range", $"{other.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is not in the year.");
        }

        if (holidays.Select(holiday => holiday.Date).Distinct().Count() != holidays.Count)
        {
            fields.Fault("holidays", "given-twice", "A date is given twice.");
        }

        return [.. holidays.OrderBy(holiday => holiday.Date).Select(holiday => holiday with { Name = fields.Text("holidays", holiday.Name, Limits.Short) ?? string.Empty })];
    }
}

/// <summary>When the lists of holidays end.</summary>
public static class HolidayEnd
{
    /// <summary>From then on staff are told: the next list has been published for months, and loans begin to reach beyond the end.</summary>
    private const int MonthsBefore = 9;

    public static bool IsNear(LibraryCalendar calendar, DateOnly today) => calendar.ProvisionalFrom is { } from && today >= from.AddMonths(-MonthsBefore);
}
