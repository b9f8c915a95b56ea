using Hkall.Domain;
using Hkall.Domain.Calendar;

namespace Hkall.Service.Engine;

/// <summary>
/// The rule book with the calendar as staff have changed it. A host reads the changes again after some seconds; a date that another
/// host counts in these seconds is moved by the second look that every change takes at all requests.
/// </summary>
/// <param name="policy">The rule book of the policy, with the holidays and closed days that it has.</param>
public sealed class RuleBooks(RuleBook policy, CalendarTable table, TimeProvider clock, MachineTime machine)
{
    /// <summary>How long a host relies on what it read: a decision costs no storage request for it, and staff notice no delay.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>The years after this one for which holidays are computed: no date is counted further ahead.</summary>
    private const int YearsAhead = 3;

    private volatile Read? _read;
    private volatile Read? _unread;

    /// <summary>The rule book as this host knows it.</summary>
    public RuleBook Current => (_read ?? (_unread?.Year == Year ? _unread! : _unread = Unread())).Book;

    /// <summary>The rule book as it was some seconds ago at most.</summary>
    public async ValueTask<RuleBook> CurrentAsync(CancellationToken cancellation)
    {
        if (_read is { } read && machine.Clock.GetElapsedTime(read.Since) < KeptFor)
        {
            return read.Year == Year ? read.Book : (_read = read with { Book = Compose(read.Stored), Year = Year }).Book;
        }

        return Keep(await table.ReadAsync(cancellation));
    }

    /// <summary>Takes over what was just read or written.</summary>
    public RuleBook Keep(StoredCalendar calendar)
    {
        var book = Compose(calendar);
        _read = new Read(calendar, book, Year, machine.Clock.GetTimestamp());
        return book;
    }

    /// <summary>The rule book with these closures and lists of holidays.</summary>
    public RuleBook Compose(StoredCalendar stored)
    {
        var years = stored.Years.ToDictionary(year => year.Year, year => (IReadOnlyList<DateOnly>)[.. year.Holidays.Select(holiday => holiday.Date)]);
        var listed = policy.Calendar.YearsListed.Concat(years.Keys).ToHashSet();
        var last = LastListed(listed);
        for (var year = last + 1; year <= Math.Min(Year + YearsAhead, HolidayProposal.LastYear); year++)
        {
            if (!listed.Contains(year))
            {
                years[year] = [.. HolidayProposal.Of(year).Select(holiday => holiday.Date)];
            }
        }

        return policy with
        {
            Calendar = policy.Calendar
                .WithHolidays(years, new DateOnly(last + 1, 1, 1))
                .ButClosed([.. stored.Closures.SelectMany(closure => closure.Closed)]),
        };
    }

    /// <summary>The last year up to which every list is there, from this year on or before it.</summary>
    private int LastListed(HashSet<int> listed)
    {
        var last = listed.Count == 0 ? Year - 1 : listed.Where(year => year <= Year).DefaultIfEmpty(listed.Min()).Max();
        while (listed.Contains(last + 1))
        {
            last++;
        }

        return last;
    }

    private Read Unread() => new(StoredCalendar.Empty, Compose(StoredCalendar.Empty), Year, 0);

    private int Year => policy.Calendar.DateOf(clock.GetUtcNow()).Year;

    private sealed record Read(StoredCalendar Stored, RuleBook Book, int Year, long Since);
}
