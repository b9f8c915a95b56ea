namespace Hkall.Domain.Copyright;

/// <summary>The rules of library copying in force from a date.</summary>
/// <param name="Clause">The clause that a refusal cites.</param>
/// <param name="TextVersion">The version of the declaration's text under these rules.</param>
/// <param name="DeclarationFirst">Whether the patron must sign a declaration before we ask a library for the copy.</param>
public sealed record CopyrightRules(DateOnly From, string Clause, string TextVersion, bool DeclarationFirst);

/// <summary>
/// The law by date: Cap. 528B until 31 December 2025, Cap. 528F from 1 January 2026. This follows the practice of the UGC libraries;
/// the Library confirms it, and it is no legal advice.
/// </summary>
public static class CopyrightLaw
{
    /// <summary>One article of an issue, one chapter, or a tenth of a work ("a reasonable proportion"); in per cent.</summary>
    public const int PercentOfWork = 10;

    public static IReadOnlyList<CopyrightRules> Versions { get; } =
    [
        new(DateOnly.MinValue, "Copyright Ordinance (Cap. 528), ss. 46-49; Cap. 528B", "528B", DeclarationFirst: false),
        new(new DateOnly(2026, 1, 1), "Copyright Ordinance (Cap. 528), ss. 46-49; Cap. 528F", "528F-2026", DeclarationFirst: true),
    ];

    public static CopyrightRules On(DateOnly date) => Versions.Last(version => version.From <= date);
}
