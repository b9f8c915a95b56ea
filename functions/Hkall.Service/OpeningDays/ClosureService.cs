using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.Service.OpeningDays;

/// <summary>The body of <c>POST /api/staff/closures</c>.</summary>
public sealed record ClosureForm
{
    /// <summary>The first closed day; if left out, today.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last closed day; if left out, the first.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Today, from now on: what ends today moves.</summary>
    public bool RestOfDay { get; init; }

    public required ClosureReason Reason { get; init; }

    /// <summary>What patrons read besides the reason; needed with the reason <c>other</c>.</summary>
    public string? Words { get; init; }
}

/// <summary>What a closure would move.</summary>
/// <param name="News">The closure as its patrons would hear of it.</param>
public sealed record Foreseen(ClosureNews News, IReadOnlyList<(PatronRequest Request, IReadOnlyList<MovedDate> Dates)> Found);

/// <summary>Staff enter the days on which the Library is closed, and take them back. The API and the page both call this.</summary>
public sealed class ClosureService(CalendarTable table, RuleBooks books, DateMover mover, PolicyInForce policy, TimeProvider clock)
{
    /// <summary>How far ahead a closure may be entered.</summary>
    public const int FarthestDays = 400;

    /// <summary>
    /// How many days ago a closure may have begun: it may be said when the Library opens again. Its days count as closed, for fines and waits too, and
    /// dates that still stand move. What ended meanwhile has been told to its patron; staff put it right at the request.
    /// </summary>
    public const int PastDays = 7;

    public const int LongestWords = 200;

    /// <summary>How long the caller waits for the dates to move; the rest follows by itself.</summary>
    private static readonly TimeSpan MovesWithin = TimeSpan.FromSeconds(20);

    public DateOnly Today => books.Current.Calendar.DateOf(clock.GetUtcNow());

    /// <summary>The closed days of the policy document, which staff cannot change here.</summary>
    public IReadOnlyList<ClosedDay> OfPolicy => policy.Document.ClosedDays;

    /// <summary>The closures, the next one to come first, then those that are over.</summary>
    public async Task<IReadOnlyList<StoredClosure>> AllAsync(CancellationToken cancellation)
    {
        var today = Today;
        return
        [
            .. (await table.ReadAsync(cancellation)).Closures.OrderBy(closure => IsOver(closure, today)).ThenBy(closure => IsOver(closure, today)
                ? -closure.From.DayNumber : closure.From.DayNumber),
        ];
    }

    /// <summary>Whether it can no longer be taken back.</summary>
    public static bool IsOver(StoredClosure closure, DateOnly today) => closure.TakenBackAt is not null || closure.To < today;

    /// <summary>Whether staff can take it back: until it is over, and on the day on which it was entered, since anybody may mistype a day.</summary>
    public bool MayTakeBack(StoredClosure closure) => MayTakeBack(closure, Today);

    private bool MayTakeBack(StoredClosure closure, DateOnly today) =>
        closure.TakenBackAt is null && (closure.To >= today || books.Current.Calendar.DateOf(closure.EnteredAt) == today);

    /// <exception cref="BadInputException">The closure cannot be entered.</exception>
    public async Task<Foreseen> ForeseeAsync(ClosureForm form, CancellationToken cancellation)
    {
        var news = await CheckAsync(form, cancellation);
        return new Foreseen(news, await mover.ForeseeAsync([new ClosedDays(news.From, news.To)], cancellation));
    }

    /// <param name="record">Records the change before it is made.</param>
    /// <returns>The closure. The same one entered again is the first.</returns>
    /// <exception cref="BadInputException">The closure cannot be entered.</exception>
    public async Task<StoredClosure> EnterAsync(
        string staffId, ClosureForm form, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var news = await CheckAsync(form, cancellation);
        var standing = (await table.ReadAsync(cancellation)).Closures
            .FirstOrDefault(known => known.TakenBackAt is null && known.From == news.From && known.To == news.To);
        if (standing is null)
        {
            await record([AuditChange.Of("closure", null, Written(news))]);
            standing = new StoredClosure(table.NewId(), news.From, news.To, news.Reason, staffId, clock.GetUtcNow())
            {
                RestOfDay = news.RestOfDay,
                Words = news.Words,
            };
            if (!await table.AddAsync(standing, cancellation))
            {
                throw BadInputException.Field("from", "too-many", $"At most {CalendarTable.MostClosures} closures are kept.");
            }
        }

        await MoveNowAsync(cancellation);
        return standing;
    }

    /// <summary>
    /// Takes a closure back: from today on the Library is open, and if the closure was over already, it never was closed. Dates that it moved
    /// stay as they are, since the patron has them; only what is counted from now on ends earlier.
    /// </summary>
    /// <returns>The closure; null if there is none.</returns>
    /// <exception cref="BadInputException">It is over.</exception>
    public async Task<StoredClosure?> TakeBackAsync(
        string id, string staffId, Func<IReadOnlyList<AuditChange>, Task> record, CancellationToken cancellation)
    {
        var (today, now) = (Today, clock.GetUtcNow());
        if ((await table.ReadAsync(cancellation)).Closures.FirstOrDefault(known => known.Id == id) is not { } closure)
        {
            return null;
        }

        if (closure.TakenBackAt is not null)
        {
            return closure;
        }

        if (!MayTakeBack(closure, today))
        {
            throw new BadInputException(409, "closure-over", "The closure is over.");
        }

        await record([AuditChange.Of("closure", Written(closure.News!), null)]);
        var after = await table.ChangeClosureAsync(
            id,
            known => known.TakenBackAt is null
                ? known with { TakenBackAt = now, TakenBackBy = staffId, OpenFrom = today > known.From && today <= known.To ? today : known.From } : null,
            cancellation);
        books.Keep(await table.ReadAsync(cancellation));
        return after;
    }

    private async Task<ClosureNews> CheckAsync(ClosureForm form, CancellationToken cancellation)
    {
        var calendar = (await books.CurrentAsync(cancellation)).Calendar;
        var (today, fields) = (Today, new Fields());
        var from = fields.Date("from", form.From, today.AddDays(-PastDays), today.AddDays(FarthestDays)) ?? today;
        var to = fields.Date("to", form.To, today.AddDays(-PastDays), today.AddDays(FarthestDays)) ?? from;
        if (to < from)
        {
            fields.Fault("to", "date-out-of-range", "The last day is not before the first.");
        }

        if (form.RestOfDay && (from != today || to != today))
        {
            fields.Fault("restOfDay", "date-out-of-range", "Only today can be closed for the rest of the day.");
        }

        var words = fields.Text("words", form.Words, LongestWords);
        if (form.Reason == ClosureReason.Other && words is null)
        {
            fields.Fault("words", "missing", "Say in a few words why the Library is closed.");
        }

        if (!fields.HasFaults && LongestWithoutWork(calendar, from, to) > PolicyFile.LongestClosureDays)
        {
            fields.Fault("to", "date-out-of-range", $"The Library would be closed for more than {PolicyFile.LongestClosureDays} days in a row.");
        }

        fields.ThrowIfAny();
        return new ClosureNews(from, to, form.Reason, form.RestOfDay, words);
    }

    /// <summary>The days in a row without a working day, those around the closure included: beyond the limit no date could be counted.</summary>
    private static int LongestWithoutWork(LibraryCalendar calendar, DateOnly from, DateOnly to)
    {
        while (!calendar.IsWorkingDay(from.AddDays(-1)))
        {
            from = from.AddDays(-1);
        }

        while (!calendar.IsWorkingDay(to.AddDays(1)))
        {
            to = to.AddDays(1);
        }

        return to.DayNumber - from.DayNumber + 1;
    }

    private async Task MoveNowAsync(CancellationToken cancellation)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        within.CancelAfter(MovesWithin);
        try
        {
            await mover.RunAsync(within.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // The closure stands; the job moves the rest.
        }
    }

    private static string Written(ClosureNews news) =>
        FormattableString.Invariant($"{news.From:yyyy-MM-dd}/{news.To:yyyy-MM-dd} {Names.Of(news.Reason)}{(news.RestOfDay ? " rest-of-day" : string.Empty)}");
}
