using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>
/// A search that takes longer than the patron was told, or than they can wait. They hear of each once, and staff see that the date by
/// which it is needed has passed.
/// </summary>
internal static class LongSearch
{
    /// <summary>When the patron next has to be told; null if there is nothing left to tell.</summary>
    public static DateTimeOffset? Next(DecisionBuilder decision)
    {
        DateTimeOffset?[] ends =
        [
            ToldUntil(decision.Request) is { } told ? decision.Calendar.EndOf(told) : null,
            decision.Request is { NeededByTold: false, NeededBy: { } neededBy } ? decision.Calendar.EndOf(neededBy) : null,
        ];
        return ends.Where(end => end > decision.Now).Min();
    }

    /// <summary>Tells the patron if a date has passed. If both have, one mail says so.</summary>
    public static DecisionBuilder Tell(DecisionBuilder decision)
    {
        var request = decision.Request;
        if (request is { NeededByTold: false, NeededBy: { } neededBy } && neededBy < decision.Today)
        {
            return Told(decision, ReasonCode.NeededByPassed, neededBy).Record(new StaffAlerted(ReasonCode.NeededByPassed));
        }

        return ToldUntil(request) < decision.Today ? Told(decision, ReasonCode.StillSearching, date: null) : decision;
    }

    private static DecisionBuilder Told(DecisionBuilder decision, ReasonCode why, DateOnly? date)
    {
        var (saidNo, silent) = SearchCounts.Of(decision.Request);
        return decision
            .Record(new DelayTold(why))
            .Notify(
                Notice.Delayed,
                new NoticeFacts
                {
                    Library = decision.Request.Supplier?.Name,
                    Date = date,
                    Estimate = decision.Request.Estimate,
                    Reason = why,
                    SaidNo = saidNo,
                    DidNotAnswer = silent,
                });
    }

    /// <summary>
    /// The last day of the estimate that the patron got first. A patron who has been told since of a delay, as one is whose library broke its
    /// promise, waits for nothing that we have not told them.
    /// </summary>
    private static DateOnly? ToldUntil(PatronRequest request) => request.DelayTold || request.Rota.Any(entry => entry.HasPromised)
        ? null
        : request.Rota.Where(entry => entry is { ToldBy: not null, AskedAt: not null }).OrderBy(entry => entry.AskedAt).FirstOrDefault()?.ToldBy;
}
