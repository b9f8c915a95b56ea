namespace Hkall.LocalHost.Clock;

/// <summary>Something that has work to do at times of the bench's clock. Whoever has got work earlier, or is no longer busy, rings the <see cref="WorkSignal"/>.</summary>
public interface IDueWork
{
    /// <summary>When it next has work; null while it has none. A time that has passed means now.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>Whether something is in its hands that may yet become work.</summary>
    bool Busy { get; }

    /// <summary>Does what is due. What fails is due again later, never at once: whoever calls this calls it until nothing is due.</summary>
    Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation);
}
