namespace Hkall.LocalHost.Clock;

/// <summary>
/// What <c>clock.json</c> keeps: the bench's time where it passes otherwise than everywhere, or how far it is from the real
/// time where it passes alike. Never both.
/// </summary>
public sealed record ClockState
{
    public DateTimeOffset? Now { get; init; }

    public TimeSpan? Ahead { get; init; }
}
