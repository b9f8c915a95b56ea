using Hkall.Domain;
using Hkall.Domain.Placing;
using Hkall.Service.Partners;

namespace Hkall.Service.Policies;

/// <summary>
/// The library's policy as it is written down: one JSON document with comments, read at the start. What is left out keeps its
/// default; what is misspelt, out of range or contradictory stops the start.
/// </summary>
public sealed record PolicyDocument
{
    public Policy Figures { get; init; } = new();

    /// <summary>A reading of the page's table instead of a table of one's own.</summary>
    public Reading? Reading { get; init; }

    /// <summary>Whether the library works on Saturdays: waits count them, and items fall due on them.</summary>
    public bool WorksOnSaturdays { get; init; }

    /// <summary>The library's own closed days, besides Sundays and general holidays.</summary>
    public IReadOnlyList<ClosedDay> ClosedDays { get; init; } = [];

    /// <summary>Who we are to other libraries.</summary>
    public OwnLibrary Library { get; init; } = new() { AgencyId = "JULAC:LNU", Name = "Lingnan University Library" };

    /// <summary>When mails go out, and in which order.</summary>
    public MailPolicy Mail { get; init; } = new();

    /// <summary>How long what is known about people is kept.</summary>
    public RetentionPolicy Retention { get; init; } = new();

    /// <summary>The figures with the reading applied.</summary>
    public Policy ToPolicy() => Reading is { } reading ? Figures with { Privileges = Eligibility.TableOf(reading) } : Figures;
}

/// <summary>A day, or with <see cref="Until"/> several, on which the library is closed.</summary>
public sealed record ClosedDay(DateOnly Date, string Why, DateOnly? Until = null);

/// <summary>What is wrong with a policy document: the member and the reason, all of them at once.</summary>
public sealed class BadPolicyException(IReadOnlyList<string> faults)
    : Exception("The policy cannot be used:" + string.Concat(faults.Select(fault => $"\n  {fault}")))
{
    public IReadOnlyList<string> Faults => faults;
}
