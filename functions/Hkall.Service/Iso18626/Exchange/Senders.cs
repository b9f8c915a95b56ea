using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>What a gateway in front of us proves itself with; null: there is none, and nobody is let in on its word.</summary>
public sealed record GatewayOptions(string? Key)
{
    public const string Header = "X-Gateway-Key";

    /// <summary>The setting that holds the key; the Azure app reads it.</summary>
    public const string Setting = "Service:GatewayKey";
}

/// <summary>Who has sent a message. The agency id in it is a claim; a signature with that partner's secret, or the gateway's word, proves it.</summary>
public sealed class Senders(PartnerDirectory directory, GatewayOptions gateway, TimeProvider clock)
{
    public async Task<Partner?> FindAsync(ReadMessage read, byte[] body, IHeaderDictionary headers, CancellationToken cancellation)
    {
        var partners = (await directory.AllAsync(cancellation)).Values;
        var signed = headers.ContainsKey(WebhookSignature.SignatureHeader);
        if (Speaker(read) is { } speaker)
        {
            return partners
                .Where(partner => partner.AgencyIds.Any(speaker.Is))
                .FirstOrDefault(partner => signed ? IsSignedBy(partner, body, headers) : partner.GatewayAuthenticated && IsFromGateway(headers));
        }

        // Too broken to say whose it is. Whoever signed it is told so; for that every secret is tried, which are few.
        return signed ? partners.Where(partner => partner.Protocol == Protocol.Iso18626).FirstOrDefault(partner => IsSignedBy(partner, body, headers)) : null;
    }

    /// <summary>The agency that speaks: the one that asks in its messages, the one that supplies in its own.</summary>
    private static AgencyId? Speaker(ReadMessage read) => read.Kind switch
    {
        MessageKind.Request or MessageKind.RequesterMessage or MessageKind.SupplierMessageConfirmation => read.Header?.Requester,
        MessageKind.SupplierMessage or MessageKind.RequestConfirmation or MessageKind.RequesterMessageConfirmation => read.Header?.Supplier,
        null => null,
    };

    private bool IsSignedBy(Partner partner, byte[] body, IHeaderDictionary headers) => WebhookSignature.Verify(
        partner.Secrets,
        headers[WebhookSignature.IdHeader],
        headers[WebhookSignature.TimestampHeader],
        headers[WebhookSignature.SignatureHeader],
        body,
        clock.GetUtcNow());

    private bool IsFromGateway(IHeaderDictionary headers) => gateway.Key is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(headers[GatewayOptions.Header].ToString()), Encoding.UTF8.GetBytes(key));
}
