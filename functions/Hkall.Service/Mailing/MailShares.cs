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

    /// <summary>
    /// The most characters of all turns in the row, half of what a row holds: the persons whose last turn is longest ago are forgotten first.
    /// </summary>
    private const int MostCharacters = 16_000;

    /// <summary>The characters of a turn: seconds since 1970, and a comma. A person has the marks around the key besides.</summary>
    private const int TurnCharacters = 11;

    private const int PersonCharacters = 6;

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
        var characters = CharactersOf(person, after[person]);
        foreach (var (other, theirs) in (shares ?? new Dictionary<string, IReadOnlyList<long>>()).OrderByDescending(share => share.Value[^1]))
        {
            if (other != person && theirs[^1] > over && (characters += CharactersOf(other, theirs)) <= MostCharacters)
            {
                after[other] = theirs;
            }
        }

        return (after, turnAt);
    }

    private static int CharactersOf(string person, IReadOnlyList<long> turns) => person.Length + PersonCharacters + (turns.Count * TurnCharacters);
}
