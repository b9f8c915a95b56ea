using Hkall.Domain.Lending;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Lending;

/// <summary>The printed papers: the pull slip for the shelf and the book, and the label of the parcel. One page each.</summary>
public static class Paper
{
    /// <summary>The most slips printed at once: a morning's work.</summary>
    public const int MostAtOnce = 50;

    /// <summary>Allows only the page itself and its own style, since titles and names come from other systems.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void MapPaper(this IEndpointRouteBuilder lending)
    {
        Printing(lending.MapGet("{id}/slip", SlipAsync), "LendingSlip", "The pull slip, to print.");
        Printing(lending.MapGet("{id}/label", LabelAsync), "LendingLabel", "The address label, to print.");
        Printing(lending.MapGet("slips", SlipsAsync), "LendingSlips", "Several pull slips, one page each; ids with commas between.");
        Printing(lending.MapGet("labels", LabelsAsync), "LendingLabels", "Several address labels, one page each.");

        static void Printing(RouteHandlerBuilder route, string name, string summary) =>
            route.Produces<string>(200, "text/html").ProducesProblem(400).ProducesProblem(404).WithName(name).WithSummary(summary);
    }

    internal static Task<IResult> SlipAsync(string id, RequestStore<LendingRequest, LendingEvent> store, CancellationToken cancellation) =>
        OneAsync(id, store, PullSlip.Of, PullSlip.Style, cancellation);

    internal static Task<IResult> LabelAsync(string id, RequestStore<LendingRequest, LendingEvent> store, CancellationToken cancellation) =>
        OneAsync(id, store, AddressLabel.Of, AddressLabel.Style, cancellation);

    internal static Task<IResult> SlipsAsync(string? ids, OpenLendings lendings, CancellationToken cancellation) => SomeAsync(ids, lendings, PullSlip.Of, PullSlip.Style, cancellation);

    internal static Task<IResult> LabelsAsync(string? ids, OpenLendings lendings, CancellationToken cancellation) => SomeAsync(ids, lendings, AddressLabel.Of, AddressLabel.Style, cancellation);

    private static async Task<IResult> OneAsync(
        string id, RequestStore<LendingRequest, LendingEvent> store, Func<LendingRequest, string> lay, string style, CancellationToken cancellation) =>
        await LendingEndpoints.FindAsync(id, store, cancellation) is { } stored ? new Printed(Document([lay(stored.Request)], style)) : Problems.NotFound();

    private static async Task<IResult> SomeAsync(string? ids, OpenLendings lendings, Func<LendingRequest, string> lay, string style, CancellationToken cancellation)
    {
        var wanted = (ids ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct().ToList();
        if (wanted.Count is 0 or > MostAtOnce || !wanted.All(LendingIds.IsWellFormed))
        {
            throw BadInputException.Field("ids", "bad-query", $"From 1 to {MostAtOnce} ids of requests to lend, with commas between.");
        }

        var found = (await lendings.ReadAsync(wanted, cancellation)).ToDictionary(request => request.Id);
        return wanted.All(found.ContainsKey) ? new Printed(Document([.. wanted.Select(id => lay(found[id]))], style)) : Problems.NotFound();
    }

    internal static string Document(IReadOnlyList<string> pages, string style) => $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <title>Interlibrary lending</title>
        <style>
        body { margin: 0; font-family: "Noto Sans HK", "Noto Sans CJK TC", "PingFang HK", "Microsoft JhengHei", sans-serif; color: #000; background: #fff; }
        .page { box-sizing: border-box; overflow: hidden; break-after: page; break-inside: avoid; }
        .page:last-child { break-after: auto; }
        .code svg { display: block; width: 100%; height: 100%; }
        {{style}}
        </style>
        </head>
        <body>
        {{string.Join('\n', pages)}}
        </body>
        </html>

        """;

    private sealed class Printed(string html) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            httpContext.Response.Headers.ContentSecurityPolicy = Policy;
            httpContext.Response.Headers["X-Content-Type-Options"] = "nosniff";
            httpContext.Response.Headers.CacheControl = "no-store";
            return httpContext.Response.WriteAsync(html, httpContext.RequestAborted);
        }
    }
}
