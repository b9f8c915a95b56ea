namespace Hkall.Simulation.Invariants;

/// <summary>What patrons ordered, against the requests that were placed. Every order has a title of its own.</summary>
public sealed class Orders(Ledger ledger)
{
    private readonly Dictionary<string, string?> _placed = [];

    public void Begun(string title) => _placed.TryAdd(title, null);

    /// <param name="requestId">Null where it was turned down.</param>
    public void Answered(string title, string patronId, string? requestId)
    {
        if (requestId is null)
        {
            return;
        }

        if (ledger.Find(requestId)?.PatronId != patronId)
        {
            ledger.Fail(Invariant.I1, $"The order of {title} was accepted as {requestId}, which is not there.");
        }

        if (_placed[title] is { } before && before != requestId)
        {
            ledger.Fail(Invariant.I1, $"The order of {title} was accepted as {before} and as {requestId}.");
        }

        _placed[title] = requestId;
    }

    /// <summary>All is over: no order is there twice, and none that was accepted is missing.</summary>
    public void Settled()
    {
        foreach (var same in ledger.Stories.Where(story => story.State.Replaces is null)
            .GroupBy(story => story.State.Item.Title).Where(same => same.Count() > 1))
        {
            ledger.Fail(Invariant.I1, $"The order of {same.Key} was placed {same.Count()} times.");
        }
    }
}
