namespace Hkall.Domain.Model;

/// <summary>A declaration that the patron has yet to sign.</summary>
public sealed record Declaring([Code] string TextVersion, DateOnly Until, bool Reminded = false);
