using Hkall.Service.Engine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Scalar.AspNetCore;

namespace Hkall.Service.Web;

/// <summary>
/// <c>GET /api/docs</c>: the description of the API to read and to try, by Scalar. Its script and its style come from this origin and it
/// calls no other; the policy of the page sees to that.
/// </summary>
public static class ApiDocs
{
    public const string Path = "/api/docs";

    /// <summary>
    /// The policy of the pages, except that the page's own scripts carry a nonce and that Scalar's styles are inline: it writes them as it
    /// draws. The page shows the description and nothing that others wrote.
    /// </summary>
    private const string Policy =
        "default-src 'none'; script-src 'self' 'nonce-{0}'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const int NonceBytes = 16;

    /// <summary>Scalar shows several descriptions by name. There is one here, so that an address with a name leads nowhere.</summary>
    private const string Named = "documentName";

    public static void MapApiDocs(this IEndpointRouteBuilder routes) =>
        routes.MapScalarApiReference(Path, (options, context) =>
        {
            var nonce = Convert.ToBase64String(context.RequestServices.GetRequiredService<IRandom>().Bytes(NonceBytes));
            context.Response.Headers.ContentSecurityPolicy = Policy.Replace("{0}", nonce, StringComparison.Ordinal);
            options.WithNonce(nonce).WithTitle("HKALL and Partners").WithOpenApiRoutePattern(ApiDescription.Path)
                .DisableDefaultFonts().DisableTelemetry().DisableAgent().DisableMcp().HideClientButton();
            options.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        })
        .AddEndpointFilter(async (call, next) =>
        {
            // Its script changes with each release: it is asked for each time, and sent only if it is another.
            var response = call.HttpContext.Response;
            response.OnStarting(() =>
            {
                response.Headers.CacheControl = "private, no-cache";
                return Task.CompletedTask;
            });
            return call.HttpContext.GetRouteValue(Named) is null ? await next(call) : Problems.NotFound();
        })
        .AllowAnonymous();
}
