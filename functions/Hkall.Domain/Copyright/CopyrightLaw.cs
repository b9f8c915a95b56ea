namespace Hkall.Domain.Copyright;

/// <summary>The rules of library copying in force from a date on.</summary>
/// <param name="Clause">What a refusal cites.</param>
/// <param name="TextVersion">The version of the declaration's text that belongs to it.</param>
/// <param name="DeclarationFirst">Whether a declaration must be signed before a library is asked for the copy.</param>
public sealed record CopyrightRules(DateOnly From, string Clause, string TextVersion, bool DeclarationFirst);

/// <summary>
/// The law by date. Cap. 528B held until 31 December 2025, Cap. 528F holds from 1 January 2026 (field practice of the
/// UGC libraries since; the Library confirms, this is no legal advice).
/// </summary>
public static class CopyrightLaw
{
    /// <summary>One article of an issue, one chapter or a tenth of a work ("a reasonable proportion").</summary>
    public const int PercentOfWork = 10;

    public static IReadOnlyList<CopyrightRules> Versions { get; } =
    [
        new(DateOnly.MinValue, "Copyright Ordinance (Cap. 528), ss. 46-49; Cap. 528B", "528B", DeclarationFirst: false),
        new(new DateOnly(2026, 1, 1), "Copyright Ordinance (Cap. 528), ss. 46-49; Cap. 528F", "528F-2026", DeclarationFirst: true),
    ];

    public static CopyrightRules On(DateOnly date) => Versions.Last(version => version.From <= date);
}
