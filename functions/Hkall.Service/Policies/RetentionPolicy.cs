namespace Hkall.Service.Policies;

/// <summary>How long what is known about people is kept, in calendar days. All of it is erased in the end; the statistics name nobody.</summary>
public sealed record RetentionPolicy
{
    /// <summary>No time here is longer.</summary>
    private const int LongestDays = 3_650;

    /// <summary>After the last request of a patron has closed, until name, address, choices and keys are erased and nothing of the requests leads to a person.</summary>
    public int PersonDays { get; init; } = 365;

    /// <summary>
    /// After a request has closed, until it loses what it was about, unless its patron keeps a reading history. The limits of
    /// copying count no further back than this.
    /// </summary>
    public int ItemDays { get; init; } = 365;

    /// <summary>Messages that nobody could use, and the record of those dismissed.</summary>
    public int ParkedDays { get; init; } = 90;

    /// <summary>When an account that begins now may first hold something to erase: nothing closes before it is there.</summary>
    internal DateTimeOffset FirstLook(DateTimeOffset now) => now + TimeSpan.FromDays(Math.Min(PersonDays, ItemDays));

    internal IEnumerable<string> Faults() =>
        from figure in new[] { ("personDays", PersonDays), ("itemDays", ItemDays), ("parkedDays", ParkedDays) }
        where figure.Item2 is < 1 or > LongestDays
        select $"retention.{figure.Item1}: {figure.Item2}: a number from 1 to {LongestDays}.";
}
