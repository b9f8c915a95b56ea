namespace Hkall.Service.Mailing;

/// <summary>
/// Each person's share of the mails of an hour. Who has had it gets the next turn an hour after the first of those mails, so that one person's
/// many mails do not take the allowance of the others. It concerns news and receipts, which a person may cause themselves; what has the first
/// priority always goes.
/// </summary>
internal static class MailShares
{
    /// <summary>More mails than anybody reads in an hour, and a fifth of the usual allowance.</summary>
    public const int PerHour = 20;

    /// <summary>The most turns remembered, so that the row stays short: the persons whose last turn is longest ago are forgotten first.</summary>
    private const int MostTurns = 1_000;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>The shares with this mail's turn, and the turn: now, or a later time that is reserved for the mail.</returns>
    public static (IReadOnlyDictionary<string, IReadOnlyList<long>> After, DateTimeOffset TurnAt) Take(
        IReadOnlyDictionary<string, IReadOnlyList<long>>? shares, string person, DateTimeOffset now)
    {
        var over = (now - Hour).ToUnixTimeSeconds();
        var turns = shares?.GetValueOrDefault(person) ?? [];
        var turnAt = turns.Count >= PerHour && DateTimeOffset.FromUnixTimeSeconds(turns[^PerHour]) + Hour is var free && free > now ? free : now;
        var after = new Dictionary<string, IReadOnlyList<long>>(StringComparer.Ordinal)
        {
            [person] = [.. turns.TakeLast(PerHour - 1), turnAt.ToUnixTimeSeconds()],
        };
        var count = after[person].Count;
        foreach (var (other, theirs) in (shares ?? new Dictionary<string, IReadOnlyList<long>>()).OrderByDescending(share => share.Value[^1]))
        {
            if (other != person && theirs[^1] > over && (count += theirs.Count) <= MostTurns)
            {
                after[other] = theirs;
            }
        }

        return (after, turnAt);
    }
}
