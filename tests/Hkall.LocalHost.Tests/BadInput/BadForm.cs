namespace Hkall.LocalHost.Tests.BadInput;

/// <summary>An order that cannot be taken, and what is to be said of it.</summary>
/// <param name="Field">Null where no field is to blame.</param>
public sealed record BadForm(string Name, byte[] Body, int Status, string Code, string? Field);
