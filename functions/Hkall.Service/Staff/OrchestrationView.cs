using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Staff;

/// <summary>A request's scheduled run, next to the record of it. If the two differ, the sweep follows the record.</summary>
/// <param name="RecordedWake">The time of the entry in the due index.</param>
/// <param name="Waker">The scheduler's state; null if it does not know the request.</param>
public sealed record OrchestrationView(string Id, RequestStatus Status, Deadline? Deadline, DateTimeOffset? RecordedWake, ScheduleState? Waker);
