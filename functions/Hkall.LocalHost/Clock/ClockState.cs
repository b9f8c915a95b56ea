namespace Hkall.LocalHost.Clock;

/// <summary>
/// The content of <c>clock.json</c>: the bench's time where the clock is fast or manual, or its offset from real time where it is
/// live. Never both.
/// </summary>
public sealed record ClockState
{
    public DateTimeOffset? Now { get; init; }

    public TimeSpan? Ahead { get; init; }
}
