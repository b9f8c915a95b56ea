using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Tests.Attacks;

/// <summary>A route of the service, with a method that it takes.</summary>
/// <param name="Pattern">As it was written, with a slash before it.</param>
internal sealed record ARoute(string Method, string Pattern, Endpoint Endpoint)
{
    public bool IsApi => Pattern.StartsWith("/api/", StringComparison.Ordinal);

    public bool HasParts => Pattern.Contains('{', StringComparison.Ordinal);

    /// <summary>Every route of the bench, its own included.</summary>
    public static IReadOnlyList<ARoute> Of(ABench bench) =>
    [
        .. bench.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().SelectMany(endpoint =>
            (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"])
                .Select(method => new ARoute(method, $"/{endpoint.RoutePattern.RawText!.Trim('/')}", endpoint))),
    ];

    /// <summary>The path with this in place of each of its parts; a number stays a number.</summary>
    public string With(string part) => string.Join('/', Pattern.Split('/').Select(segment => segment switch
    {
        ['{', ..] when segment.Contains(":int", StringComparison.Ordinal) => "1",
        ['{', ..] => part,
        _ => segment,
    }));
}
