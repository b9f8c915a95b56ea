using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Tests.BothWays;

/// <summary>The service's own list of routes.</summary>
internal static class RouteTable
{
    private static readonly string[] Changing = ["POST", "PUT", "DELETE", "PATCH"];

    /// <summary>The routes that change something, of patrons and staff: those of libraries and of the bench itself are left out.</summary>
    public static IReadOnlyList<string> Of(ABench bench) =>
    [
        .. bench.Service<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? [])
                .Where(Changing.Contains)
                .Select(method => $"{method} /{endpoint.RoutePattern.RawText!.Trim('/')}"))
            .Where(route => !new[] { "/bench/", "/api/partners/", "/api/iso18626" }.Any(part => route.Contains(part, StringComparison.Ordinal)))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];
}
