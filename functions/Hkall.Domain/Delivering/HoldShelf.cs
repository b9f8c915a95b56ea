namespace Hkall.Domain.Delivering;

/// <summary>The item on the hold shelf. It can be picked up until the close of <see cref="Until"/>, a date of the library.</summary>
public sealed record HoldShelf(DateOnly Until, bool Reminded = false);
