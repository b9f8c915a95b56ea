namespace Hkall.Service.Policies;

/// <summary>At most so many times in so many minutes.</summary>
public sealed record RateLimit(int Times, int Minutes)
{
    internal TimeSpan Period => TimeSpan.FromMinutes(Minutes);
}

/// <summary>How often anybody may do something. The figures are far above honest use; they stop loops and floods.</summary>
public sealed record LimitPolicy
{
    private const int MostTimes = 1_000_000;
    private const int LongestMinutes = 24 * 60;

    /// <summary>Requests that one patron places, counted in their account and so by all instances together. Staff who place for them are not counted.</summary>
    public RateLimit Placing { get; init; } = new(60, 60);

    /// <summary>Cancellations, and items declared unwanted, by one patron: each sends a mail and a message to a library.</summary>
    public RateLimit Cancelling { get; init; } = new(60, 60);

    /// <summary>Searches of the catalogues by one patron: the options for an item, and orders.</summary>
    public RateLimit Searching { get; init; } = new(240, 10);

    /// <summary>Messages of one library.</summary>
    public RateLimit PartnerMessages { get; init; } = new(1_200, 10);

    /// <summary>Megabytes of scans from one library.</summary>
    public RateLimit PartnerMegabytes { get; init; } = new(4_000, 60);

    /// <summary>Wrong tokens and signatures from one address.</summary>
    public RateLimit Strangers { get; init; } = new(600, 10);

    /// <summary>
    /// Messages of one library about one request. A loan has about ten. Further ones are parked, so that no library fills a request's history.
    /// </summary>
    public int MessagesPerRequest { get; init; } = 60;

    /// <summary>The same for notes and other remarks, so that the news of a library that writes many notes is still heard.</summary>
    public int RemarksPerRequest { get; init; } = 30;

    /// <summary>Parked messages of one library. Of more, the oldest are dropped and only counted.</summary>
    public int ParkedPerLibrary { get; init; } = 100;

    /// <summary>Requests running that a library's system does not take, after which it is passed over for a day.</summary>
    public int UndeliverableRunning { get; init; } = 3;

    internal IEnumerable<string> Faults() =>
        (from rate in Rates()
         where rate.Limit.Times is < 1 or > MostTimes || rate.Limit.Minutes is < 1 or > LongestMinutes
         select $"limits.{rate.Name}: {rate.Limit.Times} times in {rate.Limit.Minutes} minutes: from 1 to {MostTimes} times in 1 to {LongestMinutes} minutes.")
        .Concat(
            from number in Numbers()
            where number.Value < 1 || number.Value > number.Most
            select $"limits.{number.Name}: {number.Value}: a number from 1 to {number.Most}.");

    private (string Name, RateLimit Limit)[] Rates() =>
    [
        ("placing", Placing), ("cancelling", Cancelling), ("searching", Searching), ("partnerMessages", PartnerMessages),
        ("partnerMegabytes", PartnerMegabytes), ("strangers", Strangers),
    ];

    /// <summary>A request remembers its last hundred messages, so a larger share of one library could not be counted.</summary>
    private (string Name, int Value, int Most)[] Numbers() =>
    [
        ("messagesPerRequest", MessagesPerRequest, 90), ("remarksPerRequest", RemarksPerRequest, MessagesPerRequest),
        ("parkedPerLibrary", ParkedPerLibrary, 500), ("undeliverableRunning", UndeliverableRunning, 10),
    ];
}
