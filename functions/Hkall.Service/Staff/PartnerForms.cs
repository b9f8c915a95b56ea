using System.Text.Json.Serialization;
using Hkall.Domain.Model;
using Hkall.Service.Outwards;
using Hkall.Service.Partners;
using Hkall.Service.Web;

namespace Hkall.Service.Staff;

/// <summary>The body of <c>PUT /api/staff/partners/{symbol}</c>: the whole entry. Its secrets are write-only.</summary>
public record PartnerForm
{
    public required string Name { get; init; }

    public string? NameZhHant { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>If absent: a university, or outside HKALL a library of its tier.</summary>
    public PartnerKind? Kind { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>Every agency id the partner may use, <see cref="AgencyId"/> first; if absent, only that one.</summary>
    public IReadOnlyList<string>? AgencyIds { get; init; }

    public Protocol Protocol { get; init; } = Protocol.Callbacks;

    public IsoVersion? IsoVersion { get; init; }

    public Vendor Vendor { get; init; } = Vendor.Plain;

    /// <summary>An absolute https address; absent if messages go by mail.</summary>
    public string? Endpoint { get; init; }

    /// <summary>The newest first; if absent, the partner keeps its secrets.</summary>
    public IReadOnlyList<string>? Secrets { get; init; }

    /// <summary>Whether it signs files for their place, so that a signature of the standard is refused for them.</summary>
    public bool BoundSignatures { get; init; }

    public bool GatewayAuthenticated { get; init; }

    public bool Active { get; init; } = true;

    /// <summary>Shuts the library out: none of its messages is accepted.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Blocked { get; init; }

    public LentServices Lends { get; init; } = new();

    public UsualCharges Charges { get; init; } = new();

    public bool Reciprocal { get; init; } = true;

    public WorkingCalendar? Calendar { get; init; }

    public IReadOnlyList<Closure> Closures { get; init; } = [];

    public UsualDays Days { get; init; } = new();

    public LoanTerms LoanTerms { get; init; } = new();

    public PartnerLimits Limits { get; init; } = new();

    public PartnerContact Contact { get; init; } = new();

    public bool Sample { get; init; }

    /// <exception cref="BadInputException">A member is invalid.</exception>
    public Partner Check(string symbol, Partner? before, OutwardReach reach)
    {
        var fields = new Fields();
        var partner = Check(fields, string.Empty, symbol, before, reach);
        fields.ThrowIfAny();
        return partner;
    }

    /// <param name="prefix">The prefix of the field names, with its dot.</param>
    /// <returns>The entry; use it only if there was no fault.</returns>
    internal Partner Check(Fields fields, string prefix, string symbol, Partner? before, OutwardReach reach)
    {
        if (symbol.Length is < 1 or > 32 || !symbol.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            fields.Fault($"{prefix}symbol", "bad-symbol", "1 to 32 letters, digits and hyphens.");
        }

        var name = fields.Text($"{prefix}name", Name, Web.Limits.Name);
        var agency = fields.Text($"{prefix}agencyId", AgencyId, Web.Limits.Short);
        if (name is null || agency is null)
        {
            fields.Fault(name is null ? $"{prefix}name" : $"{prefix}agencyId", "missing-member", "It must not be empty.");
        }

        var partner = PartnerMapper.ToPartner(
            this,
            symbol,
            name ?? string.Empty,
            fields.Text($"{prefix}nameZhHant", NameZhHant, Web.Limits.Name),
            Kind ?? KindOf(Tier),
            agency ?? string.Empty,
            [.. (AgencyIds ?? []).Select(id => id?.Trim() ?? string.Empty)],
            PartnerChecks.Address(fields, $"{prefix}endpoint", Endpoint, Protocol, reach),
            Secrets ?? before?.Secrets ?? []);
        PartnerChecks.Check(fields, prefix, partner);
        return partner with
        {
            Contact = PartnerChecks.Cleaned(partner.Contact),
            UnreadableSecrets = Secrets is null ? before?.UnreadableSecrets ?? [] : [],
        };
    }

    private static PartnerKind KindOf(Tier tier) => tier switch
    {
        Tier.Hkall => PartnerKind.University,
        Tier.Local => PartnerKind.LocalLibrary,
        Tier.Overseas => PartnerKind.OverseasLibrary,
    };
}
