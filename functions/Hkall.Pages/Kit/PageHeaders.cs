using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Kit;

/// <summary>The response headers that only pages have, error pages included. <see cref="AnswerHeaders"/> are those of every answer.</summary>
internal static class PageHeaders
{
    /// <summary>Scripts, styles and pictures only from this origin, nothing inline, no frames: the pages show text from patrons and partners.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    public static void Set(HttpContext context)
    {
        if (context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) != true)
        {
            return;
        }

        var headers = context.Response.Headers;
        // Printed pages have a stricter policy of their own, with their style inside.
        if (headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = ContentSecurityPolicy;
        }

        headers.XFrameOptions = "DENY";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        headers.Remove("Pragma");

        // This header belongs to a script of the framework that our pages do not use.
        headers.Remove("blazor-enhanced-nav");
    }
}
