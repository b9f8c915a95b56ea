using Hkall.Domain.Placing;
using Hkall.Service.Notices;

namespace Hkall.Service.Partners;

/// <summary>
/// A library or body we ask, or that asks us. Rows are kept for ever: every member that came later has a default, by which an
/// older row is read as it was meant.
/// </summary>
public sealed record Partner
{
    /// <summary>Short name, unique: <c>CUHK</c>. Letters, digits and hyphens.</summary>
    public required string Symbol { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in traditional Chinese, where it has one.</summary>
    public string? NameZhHant { get; init; }

    /// <summary>The name under which a reader of the language knows it.</summary>
    public string NameIn(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Name,
        NoticeLanguage.TraditionalChinese => NameZhHant ?? Name,
    };

    public required Tier Tier { get; init; }

    public PartnerKind Kind { get; init; } = PartnerKind.University;

    /// <summary>The agency id under which we know it, with its scheme: <c>JULAC:CUHK</c>.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Every agency id it may speak for; the first is <see cref="AgencyId"/>.</summary>
    public IReadOnlyList<string> AgencyIds { get => field is [_, ..] ? field : [AgencyId]; init; } = [];

    /// <summary>How messages are exchanged with it.</summary>
    public Protocol Protocol { get; init; } = Protocol.Callbacks;

    /// <summary>The version of ISO 18626 we write to it in; null: the one it last spoke.</summary>
    public IsoVersion? IsoVersion { get; init; }

    /// <summary>Whose habits its ISO 18626 messages have.</summary>
    public Vendor Vendor { get; init; } = Vendor.Plain;

    /// <summary>Where our messages go; null where there is no such address: it is written to by mail, or only borrows from us.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Webhook secrets as in Standard Webhooks (<c>whsec_</c> and base64), the newest first. We sign with the first and accept any; there are two while one is being replaced.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>A gateway or client certificate in front of us vouches for it, so that its messages need no signature.</summary>
    public bool GatewayAuthenticated { get; init; }

    /// <summary>An inactive partner is neither asked nor supplied; its messages about what is under way are still heard.</summary>
    public bool Active { get; init; } = true;

    /// <summary>What it supplies to us.</summary>
    public LentServices Lends { get; init; } = new();

    /// <summary>What it usually charges us.</summary>
    public UsualCharges Charges { get; init; } = new();

    /// <summary>By agreement neither side charges the other.</summary>
    public bool Reciprocal { get; init; } = true;

    /// <summary>Its working days; null: those of Hong Kong's libraries.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>When it supplies nothing, besides the days on which it never works.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>How long it usually takes; what is left out is taken from its tier.</summary>
    public UsualDays Days { get; init; } = new();

    /// <summary>The terms on which it lends.</summary>
    public LoanTerms LoanTerms { get; init; } = new();

    /// <summary>How much it may be asked for, and may ask for.</summary>
    public PartnerLimits Limits { get; init; } = new();

    public PartnerContact Contact { get; init; } = new();

    /// <summary>Made up for trying the service out, or with a code that is not public: not to be relied on.</summary>
    public bool Sample { get; init; }
}
