namespace Hkall.Service.Engine;

/// <summary>The scheduler's state for one request.</summary>
/// <param name="State">The scheduler's own name for its state: <c>Running</c>, <c>Failed</c>, <c>Armed</c>.</param>
/// <param name="ArmedFor">When it will run the request; null if it will not.</param>
/// <param name="Awaiting">What the request was waiting for when the timer was set.</param>
public sealed record ScheduleState(string State, DateTimeOffset? ArmedFor, string? Awaiting);

/// <summary>Reports the scheduler's state for a request, so that staff can see why nothing happens.</summary>
public interface IScheduleLookup
{
    /// <returns>Null if the scheduler does not know the request.</returns>
    Task<ScheduleState?> FindAsync(string requestId, CancellationToken cancellation);
}
