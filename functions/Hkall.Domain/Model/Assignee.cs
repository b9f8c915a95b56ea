namespace Hkall.Domain.Model;

/// <summary>A member of staff who takes care of a request.</summary>
/// <param name="Staff">The opaque key of the member of staff.</param>
/// <param name="Initials">For lists; null if their name has none.</param>
public sealed record Assignee([Id] string Staff, [Trace] string? Initials);
