namespace Hkall.Service.Policies;

/// <summary>The record of what staff look at and change.</summary>
public sealed record AuditPolicy
{
    private const int FewestDays = 30;
    private const int MostDays = 3_650;

    /// <summary>How long an entry is kept, in calendar days.</summary>
    public int KeepDays { get; init; } = 365;

    /// <summary>Whether patrons read the names of the members of staff who looked at their requests; otherwise initials.</summary>
    public bool NamesStaff { get; init; }

    /// <summary>Whether a patron's name stands on the staff's page of a request only after staff ask for it, which is recorded.</summary>
    public bool NamesBehindShow { get; init; } = true;

    internal IEnumerable<string> Faults() =>
        KeepDays is < FewestDays or > MostDays ? [$"audit.keepDays: {KeepDays}: a number from {FewestDays} to {MostDays}."] : [];
}
