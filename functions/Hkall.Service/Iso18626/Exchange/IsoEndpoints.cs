using Hkall.Service.Lending;
using Hkall.Service.Partners;
using Hkall.Service.Policies;
using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>The ISO 18626 calls for libraries. Every authenticated partner gets a confirmation for any body it sends; all other senders get none.</summary>
public static class IsoEndpoints
{
    public static void AddIso18626(this IServiceCollection services)
    {
        services.TryAddSingleton(new GatewayOptions(null));
        services.TryAddSingleton(provider => provider.GetRequiredService<PolicyDocument>().Library);
        services.AddSingleton<SpokenVersions>();
        services.AddSingleton<IsoSupplierChannel>();
        services.AddSingleton<SupplierMail>();
        services.AddSingleton<Senders>();
        services.AddSingleton<IsoMessageHandler>();
        services.AddSingleton<IBorrowerChannel, IsoBorrowerChannel>();
    }

    public static void MapIso18626(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/iso18626", TakeAsync).AllowAnonymous()
            .WithMetadata(new GuessableAttribute())
            .Accepts<string>("application/xml", "text/xml")
            .Produces<string>(200, IsoSupplierChannel.ContentType).ProducesProblem(401).ProducesProblem(413).ProducesProblem(429)
            .WithName("Iso18626")
            .WithSummary("A message of ISO 18626, 1.2 or 2021-2; the answer is the confirmation in the sender's version. It says received, never decided.");

    private static async Task<IResult> TakeAsync(
        HttpContext context, Senders senders, MessageLimits limits, IsoMessageHandler handler, CancellationToken cancellation)
    {
        // A body is neither read nor parsed for a sender who shows nothing of a signature or the gateway.
        if (!senders.MayBeKnown(context.Request.Headers))
        {
            return NotSigned();
        }

        var body = await StrictJson.BytesAsync(context.Request, IsoXml.LargestBytes, cancellation);
        var read = IsoXml.Read(body);
        if (await senders.FindAsync(read, body, context.Request.Headers, cancellation) is not { } sender)
        {
            return NotSigned();
        }

        limits.TakeMessage(sender.Symbol);
        var headers = context.Request.Headers;
        var messageId = headers.ContainsKey(WebhookSignature.SignatureHeader) ? headers[WebhookSignature.IdHeader].ToString() : null;
        var confirmation = await handler.TakeAsync(sender, read, body, messageId, cancellation);
        return Results.Bytes(confirmation, IsoSupplierChannel.ContentType);
    }

    private static IResult NotSigned() => Problems.NotSigned(
        "The message is not signed by the agency it speaks for, or its time is not now.");
}
