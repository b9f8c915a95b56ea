using Hkall.Domain;
using Hkall.Domain.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.Policies;

/// <summary>
/// The library's policy in writing: one JSON document with comments, read at startup, and as a version that staff put in
/// force. Absent members keep their defaults;
/// misspelt, out-of-range or contradictory ones stop the startup.
/// </summary>
public sealed record PolicyDocument
{
    public Policy Figures { get; init; } = new();

    /// <summary>A reading of the page's table, instead of a table of the library's own.</summary>
    public Reading? Reading { get; init; }

    /// <summary>Whether the library works on Saturdays: if so, waits count them, and items fall due on them.</summary>
    public bool WorksOnSaturdays { get; init; }

    /// <summary>The library's own closed days, besides Sundays and general holidays.</summary>
    public IReadOnlyList<ClosedDay> ClosedDays { get; init; } = [];

    /// <summary>Our library, as other libraries know it.</summary>
    public OwnLibrary Library { get; init; } = new() { AgencyId = "JULAC:LNU", Name = "Lingnan University Library" };

    /// <summary>When mails go out, and in which order.</summary>
    public MailPolicy Mail { get; init; } = new();

    /// <summary>How long the service keeps personal data.</summary>
    public RetentionPolicy Retention { get; init; } = new();

    /// <summary>Invoices to borrowers.</summary>
    public InvoicePolicy Invoices { get; init; } = new();

    /// <summary>The stamp on copies and their cover.</summary>
    public StampPolicy Stamp { get; init; } = new();

    /// <summary>How often anybody may do something.</summary>
    public LimitPolicy Limits { get; init; } = new();

    /// <summary>What an item costs on average, for reports.</summary>
    public CostPolicy Costs { get; init; } = new();

    /// <summary>The record of what staff look at and change.</summary>
    public AuditPolicy Audit { get; init; } = new();

    /// <summary>The roles of staff that each value of the claim <c>roles</c> gives.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<StaffRole>> Roles { get; init; } = RoleMap.Default;

    /// <summary>The tags that staff can give a request.</summary>
    public IReadOnlyList<TagPolicy> Tags { get; init; } = TagPolicy.Default;

    /// <summary>The messages that staff write often.</summary>
    public IReadOnlyList<CannedAnswer> Answers { get; init; } = CannedAnswer.Default;

    /// <summary>What needs a second member of staff.</summary>
    public FourEyesPolicy FourEyes { get; init; } = new();

    /// <summary>The figures with the reading applied.</summary>
    public Policy ToPolicy() => Reading is { } reading ? Figures with { Privileges = Eligibility.TableOf(reading) } : Figures;
}

/// <summary>A day, or with <see cref="Until"/> several, on which the library is closed.</summary>
public sealed record ClosedDay(DateOnly Date, string Why, DateOnly? Until = null);

/// <summary>The faults of a policy document, all at once: each names the member and the reason.</summary>
public sealed class BadPolicyException(IReadOnlyList<string> faults)
    : Exception("The policy cannot be used:" + string.Concat(faults.Select(fault => $"\n  {fault}")))
{
    public IReadOnlyList<string> Faults => faults;
}
