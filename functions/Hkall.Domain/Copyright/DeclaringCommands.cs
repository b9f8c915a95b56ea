using Hkall.Domain.Model;

namespace Hkall.Domain.Copyright;

/// <summary>The patron signs.</summary>
/// <param name="SignedBy">The name typed by the patron. The rules check it, and no event stores it.</param>
public sealed record SignDeclaration(Declaration Declaration, string? SignedBy) : RequestCommand;
