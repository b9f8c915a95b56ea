namespace Hkall.Domain.Model;

/// <summary>Staff asked the patron something, and cannot go on without the answer: a deadline of their own stands still.</summary>
/// <param name="By">The last day on which the answer is waited for.</param>
/// <param name="Stopped">What the request waited for when staff asked.</param>
/// <param name="Left">How much time was left of that.</param>
public sealed record AwaitedAnswer(DateOnly By, DeadlineKind Stopped, TimeSpan Left);
