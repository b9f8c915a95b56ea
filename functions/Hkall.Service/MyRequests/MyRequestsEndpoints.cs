using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.MyRequests;

/// <summary>My Requests: the list, one request, and what the patron can do with it.</summary>
public static class MyRequestsEndpoints
{
    public static void MapMyRequests(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/api/requests").RequireAuthorization(SignIn.PatronPolicy);
        mine.MapGet("", ListAsync)
            .RequireCors(PortalAccess.Policy)
            .Produces<Page<RequestView>>().ProducesProblem(400).WithName("MyRequests").WithSummary("My Requests, newest first.");
        mine.MapGet("{id}", GetAsync).Produces<RequestView>().ProducesProblem(404).WithName("MyRequest").WithSummary("One request with its timeline.");
    }

    private static async Task<IResult> ListAsync(
        HttpContext context, MyRequestsService mine, PatronAnswers answers, string? state, string? limit, string? after, CancellationToken cancellation)
    {
        bool? open = state switch
        {
            null or "open" => true,
            "closed" => false,
            "all" => null,
            _ => throw BadInputException.Field("state", "bad-query", "One of open, closed, all."),
        };

        // Other libraries' portals show the sentence unchanged; a client that asks for no language gets English.
        var language = NoticeLanguages.Preferred(context.Request.Headers.AcceptLanguage) ?? NoticeLanguage.English;
        context.Response.Headers.Vary = "Accept-Language";
        var (storedRequests, next) = await mine.ListAsync(context.Patron(), open, Paging.LimitOf(limit), CursorOf(after), cancellation);
        var views = await answers.RowsAsync(context.Patron(), storedRequests, cancellation);
        return Results.Json(
            new Page<RequestView>([.. views.Zip(storedRequests, (view, stored) => view with { StatusText = StatusTexts.Of(stored.Request, language) })], next),
            PagedJson.Options);
    }

    internal static string? CursorOf(string? after) => after is null || RequestIds.IsWellFormed(after)
        ? after
        : throw BadInputException.Field("after", "bad-query", "The cursor is that of the page before.");

    private static async Task<IResult> GetAsync(
        HttpContext context, string id, MyRequestsService mine, PatronAnswers answers, CancellationToken cancellation)
    {
        if (await mine.FindAsync(context.Patron(), id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        context.Response.Headers.ETag = CallTerms.ETagOf(stored);
        context.Response.Headers.CacheControl = "private, no-cache";
        if (IsKnown(context.Request, stored))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        return await answers.RequestAsync(context, context.Patron(), stored, StatusCodes.Status200OK, cancellation);
    }

    /// <summary>Whether the client has this version. The header may name several versions, or any; proxies mark them as weak (RFC 9110, 13.1.2).</summary>
    private static bool IsKnown(HttpRequest request, VersionedRequest<PatronRequest> stored)
    {
        var current = new EntityTagHeaderValue(CallTerms.ETagOf(stored));
        return request.GetTypedHeaders().IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(current, useStrongComparison: false));
    }
}
