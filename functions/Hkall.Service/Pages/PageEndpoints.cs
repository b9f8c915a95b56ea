using System.Text.Encodings.Web;
using Hkall.Service.Downloads;
using Hkall.Service.MyRequests;
using Hkall.Service.Turns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages;

/// <summary>The pages: the patron's, and the one behind the link in a mail. They come from this assembly, so every host serves the same.</summary>
public static class PageEndpoints
{
    /// <summary>Scripts and styles from here only, nothing inline, no frames: what a page shows comes from patrons and partners.</summary>
    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static readonly IReadOnlyDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        ["index.html"] = "text/html; charset=utf-8",
        ["download.html"] = "text/html; charset=utf-8",
        ["app.css"] = "text/css; charset=utf-8",
        ["app.js"] = "text/javascript; charset=utf-8",
        ["kit.js"] = "text/javascript; charset=utf-8",
    };

    private static readonly IReadOnlyDictionary<string, string> Files = ContentTypes.Keys.ToDictionary(name => name, Read);

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        // With HEAD too: what checks the links in a mail asks so, and a link that it calls broken is not opened.
        string[] methods = ["GET", "HEAD"];
        routes.MapMethods("/", methods, context => SendAsync(context, "index.html", Files["index.html"])).ExcludeFromDescription();
        routes.MapMethods("/pages/{name}", methods, (HttpContext context, string name) =>
            name is "app.css" or "app.js" or "kit.js" ? SendAsync(context, name, Files[name]) : Web.Problems.NotFound().ExecuteAsync(context)).ExcludeFromDescription();
        routes.MapMethods("/downloads/{token}", methods, DownloadAsync).ExcludeFromDescription();
    }

    /// <summary>Opening the link counts nothing: mail scanners open links. Only the button does, and it posts.</summary>
    private static async Task DownloadAsync(HttpContext context, string token, DownloadTokens tokens, Cabinet cabinet, RequestDesk desk, CancellationToken cancellation)
    {
        var card = tokens.RequestOf(token) is { } requestId ? await cabinet.ReadAsync(requestId, cancellation) : null;
        if (card is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }

        var open = card is not null && RequestViews.ActionsOf(card.Request, desk.Book, desk.Now).Contains("download");
        var button = open
            ? $"<form method=\"post\" action=\"/api/downloads/{HtmlEncoder.Default.Encode(token)}\"><button class=\"main\">Download</button></form>"
            : string.Empty;
        var state = card is null ? "This link is not valid." : StatusTexts.Of(card.Request);
        await SendAsync(context, "download.html", Files["download.html"].Replace("{{state}}", HtmlEncoder.Default.Encode(state), StringComparison.Ordinal).Replace("{{button}}", button, StringComparison.Ordinal));
    }

    private static Task SendAsync(HttpContext context, string name, string content)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers["X-Content-Type-Options"] = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers.CacheControl = name == "download.html" ? "no-store" : "no-cache";
        context.Response.ContentType = ContentTypes[name];
        return context.Response.WriteAsync(content, context.RequestAborted);
    }

    private static string Read(string name)
    {
        using var stream = typeof(PageEndpoints).Assembly.GetManifestResourceStream($"pages/{name}")
            ?? throw new InvalidOperationException($"The page {name} is not in this assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
