using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Policies;

namespace Hkall.Service.OpeningDays;

/// <summary>The closed days besides weekends and holidays.</summary>
/// <param name="OfPolicy">Those of the policy document, which are changed there.</param>
public sealed record ClosuresView(IReadOnlyList<ClosureView> Closures, IReadOnlyList<ClosedDay> OfPolicy);

/// <summary>A closure as staff see it.</summary>
/// <param name="State"><c>moving</c> until every request has been looked at and every patron told, then <c>done</c>; <c>taken-back</c>.</param>
/// <param name="By">The opaque key of the member of staff who entered it.</param>
/// <param name="OpenFrom">If it was taken back: the first day that is open after all.</param>
/// <param name="Moved">How many requests have moved dates, and how many patrons were told; left out before all were looked at.</param>
public sealed record ClosureView(
    string Id, DateOnly From, DateOnly To, bool RestOfDay, ClosureReason Reason, string? Words, string State, string By, DateTimeOffset EnteredAt,
    DateOnly? OpenFrom, string? TakenBackBy, DateTimeOffset? TakenBackAt, DatesMovedCount? Moved)
{
    public static ClosureView Of(StoredClosure closure) => new(
        closure.Id, closure.From, closure.To, closure.RestOfDay, closure.Reason, closure.Words,
        closure.TakenBackAt is not null ? "taken-back" : closure.Moved is null ? "moving" : "done",
        closure.By, closure.EnteredAt, closure.OpenFrom, closure.TakenBackBy, closure.TakenBackAt, closure.Moved);
}

/// <summary>What a closure would move.</summary>
/// <param name="Patrons">How many would get a mail: one each.</param>
/// <param name="Moves">The dates, at most so many as <see cref="MostShown"/>.</param>
/// <param name="LeftOut">How many more dates would move.</param>
public sealed record ClosurePreview(DateOnly From, DateOnly To, bool RestOfDay, int Requests, int Patrons, IReadOnlyList<ClosureMove> Moves, int LeftOut)
{
    public const int MostShown = 500;

    public static ClosurePreview Of(Foreseen foreseen)
    {
        var moves = foreseen.Found.SelectMany(found => found.Dates.Select(date => ClosureMove.Of(found.Request, date)))
            .OrderBy(move => move.From).ThenBy(move => move.RequestId, StringComparer.Ordinal).ToList();
        return new ClosurePreview(
            foreseen.News.From, foreseen.News.To, foreseen.News.RestOfDay, foreseen.Found.Count,
            foreseen.Found.DistinctBy(found => found.Request.PatronId).Count(), [.. moves.Take(MostShown)], Math.Max(0, moves.Count - MostShown));
    }
}

/// <param name="LenderDueOn">The lender's own date, which does not move; left out if the item has none.</param>
public sealed record ClosureMove(string RequestId, string Title, PatronDate What, DateOnly From, DateOnly To, DateOnly? LenderDueOn)
{
    public static ClosureMove Of(Domain.PatronRequest request, MovedDate date) => new(
        request.Id, request.Item.ShortTitle, date.What, date.From, date.To, request.Loan?.LenderDueOn);
}
