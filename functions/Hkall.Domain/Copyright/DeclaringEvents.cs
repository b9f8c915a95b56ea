namespace Hkall.Domain.Copyright;

/// <summary>The patron has until the end of the date to sign this version of the declaration.</summary>
public sealed record DeclarationAwaited(string TextVersion, DateOnly Until) : RequestEvent;

public sealed record DeclarationReminded : RequestEvent;

/// <summary>The patron signed the declaration. The event's time is the time of signing.</summary>
public sealed record DeclarationSigned(Declaration Declaration) : RequestEvent;

/// <summary>A declaration that the patron has yet to sign.</summary>
public sealed record Declaring(string TextVersion, DateOnly Until, bool Reminded = false);

/// <summary>The patron signs.</summary>
/// <param name="SignedBy">The name typed by the patron. The rules check it, and no event stores it.</param>
public sealed record SignDeclaration(Declaration Declaration, string? SignedBy) : RequestCommand;
