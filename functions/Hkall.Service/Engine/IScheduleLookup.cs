namespace Hkall.Service.Engine;

/// <summary>What the waker holds for one request.</summary>
/// <param name="State">How the waker is doing, in its own words: <c>Running</c>, <c>Failed</c>, <c>Armed</c>.</param>
/// <param name="ArmedFor">When it will wake the request; null where it will not.</param>
/// <param name="Awaiting">What the request waited for when that was armed.</param>
public sealed record ScheduleState(string State, DateTimeOffset? ArmedFor, string? Awaiting);

/// <summary>Looks the waker over the shoulder, for staff who ask why nothing happens.</summary>
public interface IScheduleLookup
{
    /// <returns>Null where the waker knows nothing of the request.</returns>
    Task<ScheduleState?> FindAsync(string requestId, CancellationToken cancellation);
}
