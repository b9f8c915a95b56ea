using Microsoft.AspNetCore.Http;

namespace Hkall.Service.Pages.Kit;

/// <summary>What a browser is told about every page, whoever made it: also about one that says what went wrong.</summary>
internal static class PageHeaders
{
    /// <summary>Scripts, styles and pictures from here only, nothing inline, no frames: what a page shows comes from patrons and partners.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Set(HttpContext context)
    {
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            return;
        }

        var headers = context.Response.Headers;
        // What is printed has a stricter one of its own, with its style in it.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        headers.Remove("Pragma");

        // Of a script of the framework's that is not here.
        headers.Remove("blazor-enhanced-nav");
    }
}
