using Hkall.Domain;

namespace Hkall.Service.Engine;

/// <summary>The result of one run. <see cref="At"/> is null once there is nothing left to wait for.</summary>
/// <param name="At">The deadline or the next try at an undelivered effect, whichever is earlier.</param>
/// <param name="Deadline">The request's deadline, for an operator to read; null if the request is closed.</param>
public sealed record NextRun(DateTimeOffset? At, Deadline? Deadline);

/// <summary>
/// Processes a due request: acts on the deadline if it is due, delivers undelivered effects, and says when to run again. Repeating a run
/// changes nothing.
/// </summary>
public interface IDueRequestProcessor
{
    Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation);
}

/// <summary>
/// Schedules the runs of requests: the bench's clock or the durable orchestrator. A call is only a hint: its cause is already
/// stored, and the sweep finds every request whose call was lost.
/// </summary>
public interface IRequestScheduler
{
    /// <summary>Schedules the request's next run at the time of <paramref name="next"/>; if that is null, never again.</summary>
    Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation);

    /// <summary>A partner message has been put on the queue.</summary>
    void MessageQueued();
}

/// <summary>The job that uses the due index to find requests left behind by a crash, a lost message or a missing scheduler, and processes them.</summary>
public interface ISweep
{
    /// <returns>How many requests were overdue for a run.</returns>
    Task<int> RunAsync(CancellationToken cancellation);

    /// <summary>The entries of the due index, earliest first. A scheduler that starts up reads them here.</summary>
    Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation);
}

/// <summary>The consumer of the partner queue, as the bench's pump and the queue trigger call it.</summary>
public interface IPartnerInbox
{
    /// <summary>Receives and processes up to <paramref name="max"/> messages.</summary>
    /// <returns>How many were received; 0 if none was visible.</returns>
    Task<int> PumpAsync(int max, CancellationToken cancellation);
}
