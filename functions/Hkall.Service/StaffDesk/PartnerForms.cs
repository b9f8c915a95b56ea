using Hkall.Requests.Placing;
using Hkall.Service.Partners;
using Hkall.Service.Placing;
using Hkall.Service.Web;

namespace Hkall.Service.StaffDesk;

/// <summary>A partner library as staff see it. Secrets are never shown, only how many there are.</summary>
public sealed record PartnerView(string Symbol, string Name, Tier Tier, string AgencyId, Uri Endpoint, bool Active, int Secrets)
{
    public static PartnerView Of(Partner partner) =>
        new(partner.Symbol, partner.Name, partner.Tier, partner.AgencyId, partner.Endpoint, partner.Active, partner.Secrets.Count);
}

/// <summary>The body of <c>PUT /api/staff/partners/{symbol}</c>.</summary>
public sealed record PartnerForm
{
    public required string Name { get; init; }

    public required Tier Tier { get; init; }

    public required string AgencyId { get; init; }

    public required string Endpoint { get; init; }

    /// <summary>The newest first; left out: those it has.</summary>
    public IReadOnlyList<string>? Secrets { get; init; }

    public bool Active { get; init; } = true;

    /// <exception cref="BadInputException">A member is not right.</exception>
    public Partner Check(string symbol, Partner? before)
    {
        var fields = new Fields();
        if (symbol.Length is < 1 or > 32 || !symbol.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            fields.Fault("symbol", "bad-symbol", "1 to 32 letters, digits and hyphens.");
        }

        if (!Uri.TryCreate(Endpoint, UriKind.Absolute, out var endpoint) || (endpoint.Scheme != Uri.UriSchemeHttps && !endpoint.IsLoopback))
        {
            fields.Fault("endpoint", "bad-address", "An absolute https address.");
        }

        var secrets = Secrets ?? before?.Secrets ?? [];
        if (secrets.Count is < 1 or > MostSecrets || !secrets.All(IsSecret))
        {
            fields.Fault("secrets", "bad-secret", $"1 to {MostSecrets} secrets: whsec_ and the base64 of 24 to 64 bytes.");
        }

        var name = fields.Text("name", Name, Limits.Name);
        var agency = fields.Text("agencyId", AgencyId, Limits.Short);
        if (name is null || agency is null)
        {
            fields.Fault(name is null ? "name" : "agencyId", "missing-member", "It must not be empty.");
        }

        fields.ThrowIfAny();
        return new Partner { Symbol = symbol, Name = name!, Tier = Tier, AgencyId = agency!, Endpoint = endpoint!, Secrets = secrets, Active = Active };
    }

    /// <summary>Two while one replaces the other, and one to spare.</summary>
    private const int MostSecrets = 3;

    private static bool IsSecret(string secret)
    {
        const string prefix = "whsec_";
        var bytes = new byte[96];
        return secret.StartsWith(prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(secret[prefix.Length..], bytes, out var length)
            && length is >= 24 and <= 64;
    }
}
