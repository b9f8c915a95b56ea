namespace Hkall.Service.PolicyLab;

/// <summary>What a policy would have made of some requests.</summary>
public sealed record LabFigures
{
    public static LabFigures None { get; } = new();

    public int Requests { get; init; }

    /// <summary>Requests for what their group may not have.</summary>
    public int NotOffered { get; init; }

    /// <summary>Requests beyond the quota.</summary>
    public int QuotaReached { get; init; }

    /// <summary>Charges that are the patron's.</summary>
    public int Charges { get; init; }

    /// <summary>The sum of these in Hong Kong dollars, where there is a rate.</summary>
    public decimal ChargedHkd { get; init; }

    public int Renewals { get; init; }

    public int Overdue { get; init; }

    /// <summary>The sum of the fines for late items.</summary>
    public decimal Fines { get; init; }

    /// <summary>Mails before and after a due date.</summary>
    public int Mails { get; init; }

    public static LabFigures operator +(LabFigures one, LabFigures other) => new()
    {
        Requests = one.Requests + other.Requests,
        NotOffered = one.NotOffered + other.NotOffered,
        QuotaReached = one.QuotaReached + other.QuotaReached,
        Charges = one.Charges + other.Charges,
        ChargedHkd = one.ChargedHkd + other.ChargedHkd,
        Renewals = one.Renewals + other.Renewals,
        Overdue = one.Overdue + other.Overdue,
        Fines = one.Fines + other.Fines,
        Mails = one.Mails + other.Mails,
    };

    public static LabFigures Add(LabFigures left, LabFigures right) => left + right;
}
