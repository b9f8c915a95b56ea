using Hkall.Domain.Model;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Staff;

/// <summary>A partner as staff see it. It shows only the number of secrets, never a secret.</summary>
public sealed record PartnerView
{
    public required string Symbol { get; init; }

    public required string Name { get; init; }

    public string? NameZhHant { get; init; }

    public required Tier Tier { get; init; }

    public required PartnerKind Kind { get; init; }

    public required string AgencyId { get; init; }

    public required IReadOnlyList<string> AgencyIds { get; init; }

    public required Protocol Protocol { get; init; }

    public IsoVersion? IsoVersion { get; init; }

    public required Vendor Vendor { get; init; }

    public Uri? Endpoint { get; init; }

    public required bool Active { get; init; }

    /// <summary>Whether it is shut out: none of its messages is accepted.</summary>
    public required bool Blocked { get; init; }

    /// <summary>The number of secrets.</summary>
    public required int Secrets { get; init; }

    public required bool BoundSignatures { get; init; }

    public required bool GatewayAuthenticated { get; init; }

    public required LentServices Lends { get; init; }

    public required UsualCharges Charges { get; init; }

    public required bool Reciprocal { get; init; }

    public WorkingCalendar? Calendar { get; init; }

    public required IReadOnlyList<Closure> Closures { get; init; }

    public required UsualDays Days { get; init; }

    public required LoanTerms LoanTerms { get; init; }

    public required PartnerLimits Limits { get; init; }

    public required PartnerContact Contact { get; init; }

    public required bool Sample { get; init; }

    /// <summary>When its system did not take the last of several requests running; it is passed over. Null if it takes them.</summary>
    public DateTimeOffset? UnreachableSince { get; init; }

    public static PartnerView Of(Partner partner) => PartnerMapper.ToView(partner);

    public static PartnerView Of(Partner partner, PartnerFigures figures, PolicyInForce policy) =>
        figures.IsUnreachable(policy.Document.Limits.UndeliverableRunning) ? Of(partner) with { UnreachableSince = figures.NotTakenAt } : Of(partner);
}
