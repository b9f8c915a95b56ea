using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>What one turn left behind. <see cref="At"/> is null once there is nothing left to wait for.</summary>
/// <param name="At">The earlier of the deadline and the next try at an undelivered effect.</param>
/// <param name="Deadline">What the request waits for, for an operator to read; null where it is closed.</param>
public sealed record NextRun(DateTimeOffset? At, Deadline? Deadline);

/// <summary>Taking a turn for a request: act on the deadline if it is due, deliver what is undelivered, say when to look again. Doing it twice changes nothing.</summary>
public interface IDueRequestProcessor
{
    Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation);
}

/// <summary>
/// Who wakes requests: the clock of the bench, or the durable orchestrator. A nudge is a hint: whatever caused it is already
/// stored, and the sweep finds what a lost nudge leaves behind.
/// </summary>
public interface IRequestScheduler
{
    /// <summary>The request's next wake is now that of this turn; where it is null: never again.</summary>
    Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation);

    /// <summary>A partner message has been put on the queue.</summary>
    void MessageQueued();
}

/// <summary>The job that finds over the due index what a crash, a lost message or a missing waker left behind, and takes its turns.</summary>
public interface ISweep
{
    /// <returns>How many requests were due and had not been looked at.</returns>
    Task<int> RunAsync(CancellationToken cancellation);

    /// <summary>The wakes recorded in the due index, the earliest first: a waker that starts fresh learns them here.</summary>
    Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation);
}

/// <summary>The consumer of the partner queue, as the bench's pump and the queue trigger call it.</summary>
public interface IPartnerInbox
{
    /// <summary>Receives and works off up to <paramref name="max"/> messages.</summary>
    /// <returns>How many were received; 0 says that none was visible.</returns>
    Task<int> PumpAsync(int max, CancellationToken cancellation);
}
