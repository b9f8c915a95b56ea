using Hkall.Pages.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Portal;

/// <summary>The script that shows "My Requests" on the Library's portal.</summary>
public static class PortalScript
{
    /// <summary>Other sites' pages contain this address, so it has no hash; browsers check for a new version after an hour.</summary>
    public const string Address = "/pages/my-requests.js";

    internal static void MapPortal(this IEndpointRouteBuilder routes) =>
        routes.MapMethods(Address, PageRoutes.Reading, (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "public, max-age=3600";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return Results.Bytes(PageFiles.Bytes("my-requests.js"), "text/javascript; charset=utf-8");
        }).AllowAnonymous().ExcludeFromDescription();
}
