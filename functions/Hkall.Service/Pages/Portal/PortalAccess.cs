using Hkall.Service.Pages.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Pages.Portal;

/// <summary>The origins (<c>https://portal.example.edu</c>) whose pages may show patrons their requests.</summary>
public sealed record PortalOrigins(IReadOnlyList<string> All)
{
    /// <summary>Parses the setting: origins separated by spaces.</summary>
    public static PortalOrigins Of(string? setting) => new((setting ?? string.Empty).Split(' ', StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>
/// "My Requests" on the Library's portal. The portal's page calls with an access token of its own. It may only read the list, and
/// no cookie is sent either way.
/// </summary>
public static class PortalAccess
{
    public const string Policy = "portal";

    /// <summary>Other sites' pages contain this address, so it has no hash; browsers check for a new version after an hour.</summary>
    public const string Script = "/pages/my-requests.js";

    internal static void AddPortalAccess(this IServiceCollection services)
    {
        services.AddCors();
        services.AddOptions<CorsOptions>().Configure<IServiceProvider>((cors, provider) => cors.AddPolicy(Policy, policy => policy
            .WithOrigins([.. provider.GetService<PortalOrigins>()?.All ?? []])
            .WithMethods("GET")
            .WithHeaders("authorization")
            .SetPreflightMaxAge(TimeSpan.FromHours(1))));
    }

    internal static void MapPortal(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Script, PageRoutes.Reading, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Results.Bytes(PageFiles.Bytes("my-requests.js"), "text/javascript; charset=utf-8");
        }).ExcludeFromDescription();
}
