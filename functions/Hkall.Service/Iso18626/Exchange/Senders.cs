using System.Security.Cryptography;
using System.Text;
using Hkall.Service.Iso18626.Messages;
using Hkall.Service.Partners;
using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>
/// The key by which a gateway in front of us authenticates; null if there is no gateway, and then no sender is accepted on its authority.
/// The previous key is accepted as well while the gateway changes over to a new one.
/// </summary>
public sealed record GatewayOptions(string? Key, string? Previous = null)
{
    public const string Header = "X-Gateway-Key";

    /// <summary>The setting that holds the key; the Azure app reads it.</summary>
    public const string Setting = "Service:GatewayKey";

    /// <summary>The setting that holds the key before it.</summary>
    public const string PreviousSetting = "Service:GatewayKeyPrevious";

    /// <summary>Compares with both keys in constant time, even after a match, so that timing reveals nothing. A previous key alone opens nothing.</summary>
    public bool Admits(string given)
    {
        var bytes = Encoding.UTF8.GetBytes(given);
        return Key is { Length: > 0 } current
            && (CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(current))
                | (Previous is { Length: > 0 } previous && CryptographicOperations.FixedTimeEquals(bytes, Encoding.UTF8.GetBytes(previous))));
    }
}

/// <summary>Identifies the sender of a message. The agency id in it is a claim; a signature with that partner's secret, or the gateway, proves it.</summary>
public sealed class Senders(PartnerDirectory directory, GatewayOptions gateway, TimeProvider clock)
{
    /// <summary>Whether the headers could be those of a partner: of a signed message, or of one from the gateway.</summary>
    public bool MayBeKnown(IHeaderDictionary headers) => headers.ContainsKey(WebhookSignature.SignatureHeader)
        ? WebhookSignature.MayFit(
            headers[WebhookSignature.IdHeader], headers[WebhookSignature.TimestampHeader], headers[WebhookSignature.SignatureHeader], clock.GetUtcNow())
        : IsFromGateway(headers);

    public async Task<Partner?> FindAsync(ReadMessage read, byte[] body, IHeaderDictionary headers, CancellationToken cancellation)
    {
        var partners = (await directory.AllAsync(cancellation)).Values.Where(Hearing.Admits).ToList();
        var signed = headers.ContainsKey(WebhookSignature.SignatureHeader);
        if (Speaker(read) is { } speaker)
        {
            return partners
                .Where(partner => partner.AgencyIds.Any(speaker.Is))
                .FirstOrDefault(partner => signed ? IsSignedBy(partner, body, headers) : partner.GatewayAuthenticated && IsFromGateway(headers));
        }

        // Too broken to name its sender, but the signer should still get the errors. So every secret is tried; there are few.
        return signed ? partners.Where(partner => partner.Protocol == Protocol.Iso18626).FirstOrDefault(partner => IsSignedBy(partner, body, headers)) : null;
    }

    /// <summary>The sending agency: the requester in a requester's messages, the supplier in a supplier's.</summary>
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

    private bool IsFromGateway(IHeaderDictionary headers) => gateway.Admits(headers[GatewayOptions.Header].ToString());
}
