using System.Text.Json.Serialization;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Partners;

/// <summary>
/// A library or body we ask, or that asks us. Rows are kept for ever: every later member has a default that keeps the meaning of
/// older rows.
/// </summary>
public sealed record Partner
{
    /// <summary>Short name, unique: <c>CUHK</c>. Letters, digits and hyphens.</summary>
    public required string Symbol { get; init; }

    public required string Name { get; init; }

    /// <summary>The name in traditional Chinese, where it has one.</summary>
    public string? NameZhHant { get; init; }

    /// <summary>The name for a reader of the language. A library has one Chinese name, in the script in which it writes it.</summary>
    public string NameIn(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Name,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => NameZhHant ?? Name,
    };

    public required Tier Tier { get; init; }

    public PartnerKind Kind { get; init; } = PartnerKind.University;

    /// <summary>The agency id of the partner, with its scheme: <c>JULAC:CUHK</c>.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Every agency id the partner may use; the first is <see cref="AgencyId"/>.</summary>
    public IReadOnlyList<string> AgencyIds { get => field is [_, ..] ? field : [AgencyId]; init; } = [];

    /// <summary>The protocol for messages to and from it.</summary>
    public Protocol Protocol { get; init; } = Protocol.Callbacks;

    /// <summary>The version of ISO 18626 for messages to it; null for the version of its last message.</summary>
    public IsoVersion? IsoVersion { get; init; }

    /// <summary>The vendor whose profile its ISO 18626 messages follow.</summary>
    public Vendor Vendor { get; init; } = Vendor.Plain;

    /// <summary>Where our messages go; null if it has no such address: it gets mail, is asked by hand, or only borrows from us.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>
    /// Webhook secrets as in Standard Webhooks (<c>whsec_</c> and base64), the newest first. We sign with the first and accept any; there
    /// are two while one is being replaced.
    /// </summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    /// <summary>
    /// Secrets as stored that no key decrypts: kept in the row, and of no use until their key is back. A change of the secrets removes them.
    /// </summary>
    [JsonIgnore]
    public IReadOnlyList<string> UnreadableSecrets { get; init; } = [];

    /// <summary>It signs files for their place (<c>v1p</c>), so a signature of the standard, which fits any request, is not accepted for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool BoundSignatures { get; init; }

    /// <summary>A gateway or client certificate in front of us authenticates it, so its messages need no signature.</summary>
    public bool GatewayAuthenticated { get; init; }

    /// <summary>An inactive partner is neither asked nor supplied; the service still accepts its messages about open requests.</summary>
    public bool Active { get; init; } = true;

    /// <summary>
    /// A blocked partner is shut out: none of its messages is accepted, whatever they are about. For a leaked secret, or a library that
    /// misuses ours.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Blocked { get; init; }

    /// <summary>Whether it is asked and supplied.</summary>
    [JsonIgnore]
    public bool TakesPart => Active && !Blocked;

    /// <summary>The services it supplies to us.</summary>
    public LentServices Lends { get; init; } = new();

    /// <summary>Its usual charges to us.</summary>
    public UsualCharges Charges { get; init; } = new();

    /// <summary>By agreement neither side charges the other.</summary>
    public bool Reciprocal { get; init; } = true;

    /// <summary>Its working days; null for those of Hong Kong's libraries.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>Periods without supply, besides the days on which it never works.</summary>
    public IReadOnlyList<Closure> Closures { get; init; } = [];

    /// <summary>How long it usually takes; missing figures come from its tier.</summary>
    public UsualDays Days { get; init; } = new();

    /// <summary>The terms on which it lends.</summary>
    public LoanTerms LoanTerms { get; init; } = new();

    /// <summary>How many requests we may send it, and it may send us.</summary>
    public PartnerLimits Limits { get; init; } = new();

    public PartnerContact Contact { get; init; } = new();

    /// <summary>Sample data: invented for trying the service out, or with a code that is not public. Do not rely on it.</summary>
    public bool Sample { get; init; }
}
