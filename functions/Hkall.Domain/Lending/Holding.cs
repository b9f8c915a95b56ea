namespace Hkall.Domain.Lending;

/// <summary>What our own catalogue says of an item asked for, at the time of asking.</summary>
/// <param name="Sure">It was looked for by an identifier: "not held" can be believed. Otherwise staff look.</param>
/// <param name="Loanable">It may leave the house.</param>
/// <param name="Available">It stands on its shelf: not out, not at the bindery.</param>
/// <param name="Barcode">The barcode of the copy to fetch; null where it is not known.</param>
public sealed record Holding(bool Sure, bool Held, string? CallNumber = null, string? Location = null, bool Loanable = true, bool Available = true, string? Barcode = null)
{
    /// <summary>Nothing is known; staff look.</summary>
    public static Holding Unknown { get; } = new(Sure: false, Held: false);
}
