using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Domain.Moving;

/// <summary>The calendar has changed: what ends on a day that is closed now moves to the next working day.</summary>
/// <param name="Cause">The closure, or the list of holidays.</param>
/// <param name="Closed">The days that the change closes.</param>
/// <param name="Before">The calendar without the change, by which the dates were given.</param>
public sealed record MoveDates(string Cause, IReadOnlyList<ClosedDays> Closed, LibraryCalendar Before) : RequestCommand;

/// <summary>The patron is to hear of all their dates that moved for the change. One request of theirs carries the mail.</summary>
/// <param name="Closure">The closure; null if a list of holidays moved the dates.</param>
public sealed record TellMovedDates(string Cause, ClosureNews? Closure, IReadOnlyList<MovedItem> Items) : RequestCommand;
