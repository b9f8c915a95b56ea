using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Service.Staff;

/// <summary>What wakes a request, beside what is recorded of it. Where the two differ, the sweep goes by the record.</summary>
/// <param name="RecordedWake">The wake in the due index.</param>
/// <param name="Waker">What the waker holds; null where it knows nothing of the request.</param>
public sealed record OrchestrationView(string Id, RequestStatus Status, Deadline? Deadline, DateTimeOffset? RecordedWake, ScheduleState? Waker);
