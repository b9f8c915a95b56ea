namespace Hkall.Service.Mailing;

/// <summary>How many mails the mail service takes, whatever the hour is cut from: in any minute, any hour, any day. Null: as many as there are.</summary>
public sealed record MailLimits(int? PerMinute, int? PerHour, int? PerDay)
{
    /// <summary>
    /// The part of each that only the first rank may use, in per cent: a pickup notice does not wait for an hour because
    /// reminders went just before it.
    /// </summary>
    public const int KeptForFirst = 20;

    public static MailLimits None { get; } = new(null, null, null);

    /// <summary>What Communication Services allows a domain of one's own before it is asked for more: 30 a minute and 100 an hour.</summary>
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

/// <summary>A limit over a stretch of time. What was sent is counted in grains, so that a short row tells it; a grain counts until all of it is past.</summary>
internal sealed record Window(string Name, int Limit, TimeSpan Length, TimeSpan Grain)
{
    public long GrainOf(DateTimeOffset now) => now.UtcTicks / Grain.Ticks;

    /// <summary>When a grain no longer counts.</summary>
    public DateTimeOffset OverAt(long grain) => new DateTimeOffset((grain + 1) * Grain.Ticks, TimeSpan.Zero) + Length;

    /// <summary>How many more may go, and when the next may where none may now.</summary>
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
