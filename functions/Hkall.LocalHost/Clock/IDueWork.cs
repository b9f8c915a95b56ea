namespace Hkall.LocalHost.Clock;

/// <summary>
/// A source of work at times of the bench's clock. It notifies the <see cref="WorkSignal"/> when its work comes earlier or it is
/// no longer busy.
/// </summary>
public interface IDueWork
{
    /// <summary>When it next has work; null where it has none. A time in the past means now.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Whether it is handling something that may still become work.</summary>
    bool Busy { get; }

    /// <summary>Does the work that is due. Failed work is due again later, never at once, because the caller repeats this until nothing is due.</summary>
    Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation);
}
