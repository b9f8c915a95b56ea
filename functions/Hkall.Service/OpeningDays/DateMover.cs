using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Domain.Moving;
using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.OpeningDays;

/// <summary>The job that moves dates after a change of the calendar. The bench's clock and the sweep's timer call it.</summary>
public interface IDateMover
{
    /// <summary>When a run may find something to do, as far as this process knows: a hint.</summary>
    DateTimeOffset? NextRun { get; }

    Task RunAsync(CancellationToken cancellation);
}

/// <summary>
/// Gives every open request the command to move its dates, once for each closure and each list of holidays, and sends each patron one
/// mail about all of theirs. A run may end anywhere: what it did is recorded with the requests, and the next run does the rest.
/// </summary>
/// <remarks>
/// The dates move at once, and again a minute later: by then every host counts with the change. The mails follow the second look, so
/// that one mail names all dates.
/// </remarks>
public sealed partial class DateMover(
    CalendarTable table, RuleBooks books, OpenRequests open, IRows rows, PatronRequestProcessor processor, TimeProvider clock, ILogger<DateMover> log)
    : IDateMover
{
    /// <summary>After this time no decision counts with the calendar before the change: hosts read it every few seconds, and a commit takes less.</summary>
    public static readonly TimeSpan SettlesAfter = TimeSpan.FromMinutes(1);

    /// <summary>The most dates in one mail; the others are on the patron's page.</summary>
    public const int MostInMail = 30;

    public DateTimeOffset? NextRun { get; private set; }

    public async Task RunAsync(CancellationToken cancellation)
    {
        var stored = await table.ReadAsync(cancellation);
        books.Keep(stored);
        NextRun = null;
        foreach (var change in stored.Changes.Where(change => IsToDo(change)))
        {
            var now = clock.GetUtcNow();
            await MoveAsync(change, stored, cancellation);
            if (now < change.EnteredAt + SettlesAfter)
            {
                NextRun = Instants.Earlier(NextRun, change.EnteredAt + SettlesAfter);
            }
            else
            {
                await TellAsync(change, cancellation);
            }
        }
    }

    /// <summary>The open requests of which the change would move a date, with these dates.</summary>
    public async Task<IReadOnlyList<(PatronRequest Request, IReadOnlyList<MovedDate> Dates)>> ForeseeAsync(
        IReadOnlyList<ClosedDays> closed, CancellationToken cancellation)
    {
        var before = await books.CurrentAsync(cancellation);
        var after = before with { Calendar = before.Calendar.ButClosed(closed) };
        var (now, command) = (clock.GetUtcNow(), new MoveDates("foreseen", closed, before.Calendar));
        return
        [
            .. (await open.AllAsync(cancellation))
                .Select(request => (request, Dates: Visible(RequestRules.Decide(request, command, now, after) is Decided<PatronRequest, RequestEvent> decided
                    ? decided.Events.OfType<DatesMoved>().SelectMany(moved => moved.Dates) : [])))
                .Where(found => found.Dates.Count > 0),
        ];
    }

    private static bool IsToDo(ICalendarChange change) => change.Moved is null && change is not StoredClosure { TakenBackAt: not null };

    /// <summary>What its patron notices; a date that is only kept is no news.</summary>
    private static IReadOnlyList<MovedDate> Visible(IEnumerable<MovedDate> dates) => [.. dates.Where(date => date.To != date.From)];

    private async Task MoveAsync(ICalendarChange change, StoredCalendar stored, CancellationToken cancellation)
    {
        var command = new MoveDates(change.Cause, change.Closed, Without(change, stored));
        foreach (var request in await open.AllAsync(cancellation))
        {
            // The rules are asked here first, since the change concerns few requests.
            if (RequestRules.Decide(request, command, clock.GetUtcNow(), books.Current) is Decided<PatronRequest, RequestEvent>)
            {
                await GiveAsync(request.Id, command, change, cancellation);
            }
        }
    }

    private LibraryCalendar Without(ICalendarChange change, StoredCalendar stored) => books.Compose(new StoredCalendar(
        [.. stored.Closures.Where(closure => closure.Cause != change.Cause)], [.. stored.Years.Where(year => year.Cause != change.Cause)])).Calendar;

    private async Task TellAsync(ICalendarChange change, CancellationToken cancellation)
    {
        var (requests, patrons) = (0, 0);
        var concerned = (await open.AllAsync(cancellation)).Where(request => request.Moved?.Any(moved => moved.Cause == change.Cause) == true);
        foreach (var patron in concerned.GroupBy(request => request.PatronId))
        {
            var items = patron.OrderByDescending(request => request.Id, StringComparer.Ordinal).SelectMany(request => Items(request, change.Cause)).ToList();
            if (items.Count == 0)
            {
                continue;
            }

            (requests, patrons) = (requests + items.DistinctBy(item => item.RequestId).Count(), patrons + 1);
            if (!await IsToldAsync(patron.Key, change.Cause, cancellation))
            {
                // The oldest request carries the mail: two hosts choose the same, and the request knows what it carried.
                var carrier = patron.MaxBy(request => request.Id, StringComparer.Ordinal)!;
                await GiveAsync(carrier.Id, new TellMovedDates(change.Cause, change.News, [.. items.Take(MostInMail)]), change, cancellation);
            }
        }

        await SettleAsync(change, new DatesMovedCount(clock.GetUtcNow(), requests, patrons), cancellation);
        Settled(log, change.Cause, requests, patrons);
    }

    private static IEnumerable<MovedItem> Items(PatronRequest request, string cause) => Visible(request.Moved!.Where(moved => moved.Cause == cause)
            .SelectMany(moved => moved.Dates))
        .GroupBy(date => date.What)
        .Select(dates => new MovedItem(
            request.Id, request.Item.ShortTitle, dates.Key, dates.Min(date => date.From), dates.Max(date => date.To)));

    /// <summary>The request that carried the mail may be closed by now, so all of the patron's are looked at.</summary>
    private async Task<bool> IsToldAsync(string patronId, string cause, CancellationToken cancellation) =>
        (await rows.RangeAsync(RowTable.Requests, patronId, Keys.RequestsFrom, Keys.RequestsTo, RowLimits.RowsPerPage, openOnly: false, cancellation))
            .Any(row => VersionedRequest<PatronRequest>.From(row).Request.MovesTold?.Contains(cause) == true);

    private async Task GiveAsync(string requestId, RequestCommand command, ICalendarChange change, CancellationToken cancellation)
    {
        try
        {
            await processor.HandleAsync(requestId, command, Actor.Staff(change.By), cancellation);
        }
        catch (HistoryFullException failure)
        {
            LeftAsItIs(log, requestId, failure);
        }
    }

    private async Task SettleAsync(ICalendarChange change, DatesMovedCount count, CancellationToken cancellation)
    {
        switch (change)
        {
            case StoredClosure closure:
                await table.ChangeClosureAsync(closure.Id, known => known.Moved is null ? known with { Moved = count } : null, cancellation);
                break;
            case StoredYear year:
                await table.ChangeYearAsync(
                    year.Year, known => known?.Cause == year.Cause && known.Moved is null ? known with { Moved = count } : null, cancellation);
                break;
        }
    }

    [LoggerMessage(3901, LogLevel.Information, "The change {Cause} of the calendar moved dates of {Requests} requests of {Patrons} patrons")]
    private static partial void Settled(ILogger log, string cause, int requests, int patrons);

    [LoggerMessage(3902, LogLevel.Warning, "The history of request {RequestId} is full; its dates stay as they are")]
    private static partial void LeftAsItIs(ILogger log, string requestId, Exception failure);
}
