namespace Hkall.Domain.Copyright;

/// <summary>A declaration, in the version of its text, is waiting to be signed until the end of the date.</summary>
public sealed record DeclarationAwaited(string TextVersion, DateOnly Until) : RequestEvent;

public sealed record DeclarationReminded : RequestEvent;

/// <summary>The declaration was signed. When is the time of the event; by whom, the request's patron.</summary>
public sealed record DeclarationSigned(Declaration Declaration) : RequestEvent;

/// <summary>What is on record of a declaration that is still to be signed.</summary>
public sealed record Declaring(string TextVersion, DateOnly Until, bool Reminded = false);

/// <summary>The patron signs.</summary>
/// <param name="SignedBy">The name they typed under it. It is looked at, and no event keeps it.</param>
public sealed record SignDeclaration(Declaration Declaration, string? SignedBy) : RequestCommand;
