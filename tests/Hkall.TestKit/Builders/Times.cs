using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Keeping;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.TestKit.Builders;

/// <summary>Times of the tests: a Monday morning in Hong Kong, in a week without holidays.</summary>
public static class Times
{
    public static DateTimeOffset Monday { get; } = At("2026-11-23T09:00:00+08:00");

    public static DateTimeOffset At(string instant) => Iso8601.Instant(instant)!.Value;

    public static FakeTimeProvider Real() => new(At("2026-11-01T00:00:00Z"));

    public static BenchClock Manual(BenchFolder? folder = null) => new(ClockPace.Manual, Monday, folder ?? BenchFolder.None, Real());

    /// <summary>How long a test waits for what happens at once: so long that only what will never happen takes longer, however busy the machine is.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
}
