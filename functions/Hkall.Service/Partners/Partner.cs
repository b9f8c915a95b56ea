using Hkall.Requests.Placing;

namespace Hkall.Service.Partners;

/// <summary>A library we ask. <see cref="Secrets"/> sign in both directions; there are two while one is being replaced.</summary>
public sealed record Partner
{
    /// <summary>Short name, unique: <c>CUHK</c>. Letters, digits and hyphens.</summary>
    public required string Symbol { get; init; }

    public required string Name { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>The agency id it may speak for, with its scheme: <c>JULAC:CUHK</c>.</summary>
    public required string AgencyId { get; init; }

    /// <summary>Where our messages go.</summary>
    public required Uri Endpoint { get; init; }

    /// <summary>Webhook secrets as in Standard Webhooks (<c>whsec_</c> and base64), the newest first. We sign with the first and accept any.</summary>
    public required IReadOnlyList<string> Secrets { get; init; }

    public bool Active { get; init; } = true;
}
