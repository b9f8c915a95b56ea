using System.Text.Json;
using System.Text.Json.Nodes;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.MyRequests;
using Hkall.Service.Sessions;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Privacy;

/// <summary>Everything the service holds about the patron, row by row as stored.</summary>
public sealed record MyDataView(string PatronId, DateTimeOffset AsOf, IReadOnlyList<HeldDatum> Holds);

/// <param name="Kind">
/// <c>person</c>, <c>preferences</c>, <c>account</c>, <c>request</c>, <c>journal</c>, <c>idempotency-key</c>, <c>signature</c>,
/// <c>own-account</c>, <c>waiting-mail</c>, <c>session</c>, <c>look</c> or <c>other</c>.
/// </param>
/// <param name="Content">The row as stored.</param>
public sealed record HeldDatum(string Kind, string Key, JsonNode Content);

/// <summary>A page of the reading history.</summary>
/// <param name="Kept">Whether the service keeps a history: only if the patron asked for it.</param>
public sealed record HistoryView(bool Kept, IReadOnlyList<HistoryEntry> Items, string? Next);

/// <summary>A closed request and its item.</summary>
public sealed record HistoryEntry(string Id, ServiceType Service, Item Item, DateTimeOffset PlacedAt, DateTimeOffset? ClosedAt, RequestStatus Outcome);

/// <summary><c>GET /api/me/data</c> and <c>GET /api/me/history</c>.</summary>
public static class MyDataEndpoints
{
    public static void MapMyData(this IEndpointRouteBuilder routes)
    {
        var me = routes.MapGroup("/api/me").RequireAuthorization(SignIn.PatronPolicy);
        me.MapGet("data", DataAsync).Produces<MyDataView>().WithName("MyData").WithSummary("What is held about me: everything, as it is stored.");
        me.MapGet("history", HistoryAsync).Produces<HistoryView>().ProducesProblem(400).WithName("MyHistory")
            .WithSummary("My reading history, newest first; kept only where I have chosen so in my preferences.");
    }

    private static async Task<IResult> DataAsync(
        HttpContext context, IRows rows, MailQueue queue, SessionStore sessions, TimeProvider clock, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        return Results.Json(await OfAsync(context.Patron(), rows, queue, sessions, clock, cancellation), PagedJson.Options);
    }

    internal static async Task<MyDataView> OfAsync(
        Patron patron, IRows rows, MailQueue queue, SessionStore sessions, TimeProvider clock, CancellationToken cancellation)
    {
        var holds = new List<HeldDatum>();
        for (var from = " "; ;)
        {
            // The patron's partition holds everything about them, in rows of every kind.
            var page = await rows.RangeAsync(RowTable.Requests, patron.Id, from, "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
            holds.AddRange(page.Select(row => new HeldDatum(KindOf(row.Key), row.Key, JsonNode.Parse(row.Body)!)));
            if (page.Count < RowLimits.RowsPerPage)
            {
                break;
            }

            from = page[^1].Key + "!";
        }

        holds.AddRange((await queue.OfAsync(patron.Id, cancellation)).Select(row => new HeldDatum("waiting-mail", row.Key, JsonNode.Parse(row.Body)!)));
        holds.AddRange((await sessions.OfAsync(patron.Id, cancellation)).Select(
            held => new HeldDatum("session", held.Hash, JsonSerializer.SerializeToNode(held.Session, StoredJson.Stored)!)));
        foreach (var page in await LooksEndpoints.KeptAsync(rows, patron.Id, cancellation))
        {
            holds.Add(new HeldDatum("look", page.Key, JsonSerializer.SerializeToNode(page.Look, StrictJson.Options)!));
        }

        return new MyDataView(patron.Id, clock.GetUtcNow(), holds);
    }

    private static async Task<IResult> HistoryAsync(
        HttpContext context, string? limit, string? after, MyRequestsService mine, PreferencesService preferences, CancellationToken cancellation)
    {
        var (take, cursor) = (Paging.LimitOf(limit), MyRequestsEndpoints.CursorOf(after));
        var patron = context.Patron();
        if (!(await preferences.FindAsync(patron, cancellation)).KeepHistory)
        {
            return Results.Json(new HistoryView(false, [], null), PagedJson.Options);
        }

        var (storedRequests, next) = await mine.ListAsync(patron, open: false, take, cursor, cancellation);
        return Results.Json(
            new HistoryView(true, [.. storedRequests.Select(stored => stored.Request).Where(request => !Redaction.IsErased(request)).Select(EntryOf)], next),
            PagedJson.Options);
    }

    private static HistoryEntry EntryOf(PatronRequest request) =>
        new(request.Id, request.Service, request.Item, request.PlacedAt, request.ClosedAt, request.Status);

    private static string KindOf(string key) => key switch
    {
        Keys.Account => "account",
        Keys.Person => "person",
        Keys.Preferences => "preferences",
        Keys.OwnAccount => "own-account",
        _ when key.StartsWith(Keys.RequestsFrom, StringComparison.Ordinal) => "request",
        _ when key.StartsWith("j:", StringComparison.Ordinal) => "journal",
        _ when key.StartsWith(Keys.IdempotencyFrom, StringComparison.Ordinal) => "idempotency-key",
        _ when key.StartsWith(Keys.SignaturesFrom, StringComparison.Ordinal) => "signature",
        _ => "other",
    };
}
