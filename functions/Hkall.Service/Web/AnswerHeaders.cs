using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Web;

/// <summary>
/// The headers of every answer: calls, files, errors and pages. They are defaults, so that a new route is safe without a word of
/// its own; a route that wants another value sets it first. Pages add their content security policy.
/// </summary>
public static class AnswerHeaders
{
    /// <summary>For a year, as browsers ask of a site that is never served without TLS. We cannot promise for other names of the domain.</summary>
    public const string OnlyOverTls = "max-age=31536000";

    public const string Permissions = "camera=(), geolocation=(), microphone=()";

    /// <summary>Addresses that hold a secret: a search engine that learns one must not keep it.</summary>
    private static readonly PathString[] Secret = ["/downloads", "/answer", "/lending/answer", "/lending/files", "/invoices", "/api"];

    /// <summary>Sets what is not set yet.</summary>
    public static void Set(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        Default("Referrer-Policy", "no-referrer");
        Default("Permissions-Policy", Permissions);
        Default("Cross-Origin-Resource-Policy", "same-origin");

        // Answers are about people. What may be kept says so itself.
        Default("Cache-Control", "no-store");
        if (context.RequestServices.GetService<PublicAddress>() is { IsSecure: true })
        {
            headers.StrictTransportSecurity = OnlyOverTls;
        }

        if (Secret.Any(start => context.Request.Path.StartsWithSegments(start)))
        {
            headers["X-Robots-Tag"] = "noindex, nofollow";
        }

        void Default(string name, string value)
        {
            if (headers[name].Count == 0)
            {
                headers[name] = value;
            }
        }
    }
}
