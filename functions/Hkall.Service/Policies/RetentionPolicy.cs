namespace Hkall.Service.Policies;

/// <summary>How long the service keeps personal data, in calendar days. It erases all of it in the end; the statistics name no person.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Upper bound for every period here.</summary>
    private const int LongestDays = 3_650;

    /// <summary>
    /// From the close of a patron's last request until name, address, choices and keys are erased and nothing in the requests leads to a person.
    /// </summary>
    public int PersonDays { get; init; } = 365;

    /// <summary>
    /// From the close of a request until its item is erased, unless the patron keeps a reading history. The limits on copying count
    /// no further back than this.
    /// </summary>
    public int ItemDays { get; init; } = 365;

    /// <summary>Messages the service could not use, and the record of those dismissed.</summary>
    public int ParkedDays { get; init; } = 90;

    /// <summary>When a new account may first have something to erase: nothing closes before it exists.</summary>
    internal DateTimeOffset FirstLook(DateTimeOffset now) => now + TimeSpan.FromDays(Math.Min(PersonDays, ItemDays));

    internal IEnumerable<string> Faults() =>
        from figure in new[] { ("personDays", PersonDays), ("itemDays", ItemDays), ("parkedDays", ParkedDays) }
        where figure.Item2 is < 1 or > LongestDays
        select $"retention.{figure.Item1}: {figure.Item2}: a number from 1 to {LongestDays}.";
}
