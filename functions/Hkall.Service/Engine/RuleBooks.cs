using Hkall.Domain;
using Hkall.Domain.Calendar;

namespace Hkall.Service.Engine;

/// <summary>
/// The rule book with the calendar as staff have changed it. A host reads the changes again after some seconds; a date that another
/// host counts in these seconds is moved by the second look that every change takes at all requests.
/// </summary>
/// <param name="policies">The rule book of the policy in force, with the holidays and closed days that it has.</param>
public sealed class RuleBooks(IPolicyRules policies, CalendarTable table, TimeProvider clock, MachineTime machine)
{
    /// <summary>How long a host relies on what it read: a decision costs no storage request for it, and staff notice no delay.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(5);

    /// <summary>The years after this one for which holidays are computed: no date is counted further ahead.</summary>
    private const int YearsAhead = 3;

    private volatile Read? _read;
    private volatile Read? _unread;

    /// <summary>The rule book as this host knows it.</summary>
    public RuleBook Current
    {
        get
        {
            var policy = policies.Rules;
            if (_read is { } read)
            {
                return Renewed(read, policy).Book;
            }

            if (_unread is not { } unread || !IsOf(unread, policy))
            {
                _unread = unread = new Read(StoredCalendar.Empty, policy, Compose(StoredCalendar.Empty, policy), Year, 0);
            }

            return unread.Book;
        }
    }

    /// <summary>The rule book as it was some seconds ago at most.</summary>
    public async ValueTask<RuleBook> CurrentAsync(CancellationToken cancellation)
    {
        var policy = await policies.RefreshAsync(cancellation);
        if (_read is { } read && machine.Clock.GetElapsedTime(read.Since) < KeptFor)
        {
            return Renewed(read, policy).Book;
        }

        return Keep(await table.ReadAsync(cancellation));
    }

    /// <summary>Takes over what was just read or written.</summary>
    public RuleBook Keep(StoredCalendar calendar)
    {
        var policy = policies.Rules;
        var book = Compose(calendar, policy);
        _read = new Read(calendar, policy, book, Year, machine.Clock.GetTimestamp());
        return book;
    }

    /// <summary>The rule book with these closures and lists of holidays.</summary>
    public RuleBook Compose(StoredCalendar stored) => Compose(stored, policies.Rules);

    /// <summary>The rule book of a policy that is not in force, on the calendar as this host knows it.</summary>
    public RuleBook Of(RuleBook policy) => Compose(_read?.Stored ?? StoredCalendar.Empty, policy);

    private RuleBook Compose(StoredCalendar stored, RuleBook policy)
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

    /// <summary>What was read, on the policy and in the year of now.</summary>
    private Read Renewed(Read read, RuleBook policy) => IsOf(read, policy) ? read
        : (_read = read with { Policy = policy, Book = Compose(read.Stored, policy), Year = Year });

    private bool IsOf(Read read, RuleBook policy) => ReferenceEquals(read.Policy, policy) && read.Year == Year;

    private int Year => policies.Rules.Calendar.DateOf(clock.GetUtcNow()).Year;

    private sealed record Read(StoredCalendar Stored, RuleBook Policy, RuleBook Book, int Year, long Since);
}
