namespace Hkall.Domain.Messaging;

/// <summary>The figures for messages between a patron and staff. All are ours; the page says nothing of them.</summary>
public sealed record MessagePolicy
{
    /// <summary>The most that any of the figures may be.</summary>
    public const int Most = 90;

    /// <summary>The most messages of which a request remembers when its patron wrote them; no policy allows more a day.</summary>
    public const int MostADay = 20;

    /// <summary>How many messages a patron may write about one request in a day. More are a quarrel or a program, and each costs staff a look.</summary>
    public int PatronPerDay { get; init; } = 5;

    /// <summary>Days after its close during which a patron may still write about a request: a fee or a lost book is asked about late.</summary>
    public int DaysAfterClose { get; init; } = 60;

    /// <summary>The most days for which staff may wait for an answer. A request that waits longer is better closed and placed again.</summary>
    public int LongestWaitDays { get; init; } = 30;

    public IEnumerable<string> Faults() =>
        from figure in new[]
        {
            ("patronPerDay", PatronPerDay, MostADay), ("daysAfterClose", DaysAfterClose, Most), ("longestWaitDays", LongestWaitDays, Most),
        }
        where figure.Item2 < 1 || figure.Item2 > figure.Item3
        select $"figures.messages.{figure.Item1}: {figure.Item2}: a number from 1 to {figure.Item3}.";
}
