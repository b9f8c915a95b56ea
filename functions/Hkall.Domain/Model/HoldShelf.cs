namespace Hkall.Domain.Model;

/// <summary>An item on the hold shelf. The patron can pick it up until the library closes on <see cref="Until"/>.</summary>
public sealed record HoldShelf(DateOnly Until, bool Reminded = false);
