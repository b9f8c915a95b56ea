namespace Hkall.Service.Mailing;

/// <summary>How many mails the mail service accepts in any minute, any hour and any day, wherever that period begins. Null: no limit.</summary>
public sealed record MailLimits(int? PerMinute, int? PerHour, int? PerDay)
{
    /// <summary>
    /// The share of each limit, in per cent, that only the first priority may use, so that a pickup notice does not wait for an
    /// hour because reminders went just before it.
    /// </summary>
    public const int KeptForFirst = 20;

    public static MailLimits None { get; } = new(null, null, null);

    /// <summary>The default limits of Communication Services for a custom domain: 30 a minute and 100 an hour.</summary>
    public static MailLimits Usual { get; } = new(30, 100, 2_400);

    internal IReadOnlyList<Window> Windows =>
    [
        .. new Window?[]
        {
            PerMinute is { } minute ? new Window("minute", minute, TimeSpan.FromMinutes(1), TimeSpan.FromSeconds(10)) : null,
            PerHour is { } hour ? new Window("hour", hour, TimeSpan.FromHours(1), TimeSpan.FromMinutes(1)) : null,
            PerDay is { } day ? new Window("day", day, TimeSpan.FromDays(1), TimeSpan.FromMinutes(30)) : null,
        }.OfType<Window>(),
    ];
}

/// <summary>A limit over a period. Sent mails are counted in grains, to keep the row short; a grain counts until all of it is past.</summary>
internal sealed record Window(string Name, int Limit, TimeSpan Length, TimeSpan Grain)
{
    public long GrainOf(DateTimeOffset now) => now.UtcTicks / Grain.Ticks;

    /// <summary>When a grain no longer counts.</summary>
    public DateTimeOffset OverAt(long grain) => new DateTimeOffset((grain + 1) * Grain.Ticks, TimeSpan.Zero) + Length;

    /// <summary>How many more may go; if none, when the next may.</summary>
    public (int Free, DateTimeOffset NextAt) Of(IReadOnlyDictionary<long, int> sent, bool first, DateTimeOffset now)
    {
        var limit = first ? Limit : Math.Max(1, Limit * (100 - MailLimits.KeptForFirst) / 100);
        var counting = sent.Where(grain => OverAt(grain.Key) > now).OrderBy(grain => grain.Key).ToList();
        var used = counting.Sum(grain => grain.Value);
        if (used < limit)
        {
            return (limit - used, now);
        }

        foreach (var (grain, count) in counting)
        {
            used -= count;
            if (used < limit)
            {
                return (0, OverAt(grain));
            }
        }

        return (0, now + Length);
    }
}
