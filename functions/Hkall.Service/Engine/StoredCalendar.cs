using System.Text.Json.Serialization;
using Hkall.Domain.Calendar;

namespace Hkall.Service.Engine;

/// <summary>A change of the calendar that moves dates of requests, and how far that is done.</summary>
public interface ICalendarChange
{
    /// <summary>The name under which requests record the change.</summary>
    string Cause { get; }

    /// <summary>The days that it closes.</summary>
    IReadOnlyList<ClosedDays> Closed { get; }

    /// <summary>The closure, for the mails; null for a list of holidays.</summary>
    ClosureNews? News { get; }

    /// <summary>The opaque key of the member of staff who entered it.</summary>
    string By { get; }

    DateTimeOffset EnteredAt { get; }

    /// <summary>What it moved, once every request has been looked at; null before.</summary>
    DatesMovedCount? Moved { get; }
}

/// <summary>What a change of the calendar moved.</summary>
/// <param name="At">When every request had been looked at and every patron told.</param>
public sealed record DatesMovedCount(DateTimeOffset At, int Requests, int Patrons);

/// <summary>Days on which the Library is closed, as staff entered them.</summary>
/// <param name="By">The opaque key of the member of staff.</param>
public sealed record StoredClosure(string Id, DateOnly From, DateOnly To, ClosureReason Reason, string By, DateTimeOffset EnteredAt) : ICalendarChange
{
    public bool RestOfDay { get; init; }

    public string? Words { get; init; }

    /// <summary>The first day that is open after all, if it was taken back.</summary>
    public DateOnly? OpenFrom { get; init; }

    public DateTimeOffset? TakenBackAt { get; init; }

    public string? TakenBackBy { get; init; }

    public DatesMovedCount? Moved { get; init; }

    [JsonIgnore]
    public string Cause => Id;

    /// <summary>A closure that was taken back closes the days before.</summary>
    [JsonIgnore]
    public IReadOnlyList<ClosedDays> Closed =>
        OpenFrom is not { } open ? [new ClosedDays(From, To)] : open > From ? [new ClosedDays(From, open.AddDays(-1))] : [];

    [JsonIgnore]
    public ClosureNews? News => new(From, To, Reason, RestOfDay, Words);
}

/// <summary>The general holidays of a year, as staff loaded them.</summary>
/// <param name="Source">Where they come from.</param>
/// <param name="By">The opaque key of the member of staff.</param>
public sealed record StoredYear(int Year, IReadOnlyList<StoredHoliday> Holidays, string Source, string By, DateTimeOffset EnteredAt, string Cause)
    : ICalendarChange
{
    public DatesMovedCount? Moved { get; init; }

    [JsonIgnore]
    public IReadOnlyList<ClosedDays> Closed => [.. Holidays.Select(holiday => new ClosedDays(holiday.Date, holiday.Date))];

    [JsonIgnore]
    public ClosureNews? News => null;
}

public sealed record StoredHoliday(DateOnly Date, string Name);

/// <summary>What staff have entered about the calendar.</summary>
public sealed record StoredCalendar(IReadOnlyList<StoredClosure> Closures, IReadOnlyList<StoredYear> Years)
{
    public static StoredCalendar Empty { get; } = new([], []);

    public IEnumerable<ICalendarChange> Changes => [.. Closures, .. Years];
}
