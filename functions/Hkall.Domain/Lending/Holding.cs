namespace Hkall.Domain.Lending;

/// <summary>What our own catalogue says of a requested item, at the time of the request.</summary>
/// <param name="Sure">The search used an identifier, so "not held" is reliable. Otherwise staff look.</param>
/// <param name="Loanable">It may leave the library.</param>
/// <param name="Available">It is on its shelf: not on loan, not at the bindery.</param>
/// <param name="Barcode">The barcode of the copy to fetch; null if unknown.</param>
public sealed record Holding(
    bool Sure, bool Held, [Bibliographic] string? CallNumber = null, [Bibliographic] string? Location = null, bool Loanable = true, bool Available = true,
    [Id] string? Barcode = null)
{
    /// <summary>Nothing is known; staff look.</summary>
    public static Holding Unknown { get; } = new(Sure: false, Held: false);
}
