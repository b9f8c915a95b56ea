using System.Net;
using Hkall.LocalHost.Arguments;
using Microsoft.AspNetCore.Http.Extensions;

namespace Hkall.LocalHost.Endpoints;

/// <summary>
/// Who may call the bench. It signs anybody in and moves its clock, so a page of another site must not reach it: neither by a name of its own
/// that leads to this machine (DNS rebinding), nor by a form or a script that sends to it.
/// </summary>
internal static class OwnCallers
{
    /// <summary>Answers only calls to this machine by its own names, and by those of <c>--hosts</c>.</summary>
    public static void UseOnlyOwnHosts(this IApplicationBuilder app, BenchArguments arguments) => app.Use(async (context, next) =>
    {
        if (IsOwn(context.Request.Host.Host, arguments.Hosts))
        {
            await next(context);
            return;
        }

        await BenchProblems.Bad("unknown-host", "The bench answers as localhost only. Start it with --hosts NAME for another name.").ExecuteAsync(context);
    });

    /// <summary>Takes only JSON, which no form can send, and nothing that a page of another site sends.</summary>
    public static void TakesOnlyOwnJson(this RouteGroupBuilder bench) => bench.AddEndpointFilter(async (invocation, next) =>
    {
        var request = invocation.HttpContext.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return await next(invocation);
        }

        if (request.Headers.Origin.Count > 0 && request.Headers.Origin != OriginOf(request))
        {
            return BenchProblems.Problem(StatusCodes.Status403Forbidden, "foreign-origin", "A page of another site may not call the bench.");
        }

        return HasBody(request) && !request.HasJsonContentType() && invocation.HttpContext.GetEndpoint()?.Metadata.GetMetadata<TakesXml>() is null
            ? BenchProblems.Problem(StatusCodes.Status415UnsupportedMediaType, "unsupported-media-type", "The bench takes application/json.")
            : await next(invocation);
    });

    /// <summary>Whether the name is this machine's, or one that the bench was started with.</summary>
    internal static bool IsOwn(string host, IReadOnlyList<string> more) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address))
        || more.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool HasBody(HttpRequest request) =>
        request.ContentType is not null || request.ContentLength is > 0 || request.Headers.TransferEncoding.Count > 0;

    private static string OriginOf(HttpRequest request) => new Uri(request.GetEncodedUrl()).GetLeftPart(UriPartial.Authority);

    /// <summary>Marks the call that libraries send their XML to as well; its messages are signed.</summary>
    internal sealed record TakesXml;
}
