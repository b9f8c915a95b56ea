using Hkall.Domain.Model;

namespace Hkall.Domain.Cancelling;

public sealed record CancelRequest(Who By) : RequestCommand;

/// <summary>The patron no longer wants an item that can no longer be cancelled.</summary>
/// <param name="Word">What the patron told staff, if staff act on it.</param>
public sealed record DeclareUnwanted(Who By, PatronsWord? Word = null) : RequestCommand;
