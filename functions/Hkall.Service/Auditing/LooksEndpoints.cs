using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Auditing;

/// <summary>What a member of staff looked at or did, as the patron reads it.</summary>
/// <param name="By">Their initials or, where the policy says so, their name; null if neither is known.</param>
/// <param name="RequestId">Null: it was about the patron and no single request.</param>
/// <param name="Step">Which action on the request.</param>
public sealed record LookView(DateTimeOffset At, string? By, AuditAction What, string? RequestId, string? Step)
{
    public static LookView Of(AuditEntry entry) => new(
        entry.At, entry.Name ?? entry.Initials, entry.What, entry.Of is { } of && RequestIds.IsWellFormed(of) ? of : null, entry.Step);
}

/// <summary><c>GET /api/me/looks</c>: who of the staff looked at the patron's requests.</summary>
public static class LooksEndpoints
{
    public static void MapMyLooks(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me/looks", LooksAsync).RequireAuthorization(SignIn.PatronPolicy).Produces<Page<LookView>>().ProducesProblem(400)
            .WithName("MyLooks").WithSummary("Which of my requests staff looked at or changed, and when; the newest first.");

    /// <summary>A page of what staff did about the patron.</summary>
    public static async Task<Page<LookView>> OfAsync(AuditTrail trail, string patron, string? limit, string? after, CancellationToken cancellation)
    {
        var page = await trail.OfPatronAsync(patron, request: null, limit, after, cancellation);
        return new Page<LookView>([.. page.Items.Select(LookView.Of)], page.Next);
    }

    /// <summary>All of it as kept, but without the keys of members of staff, which are theirs.</summary>
    internal static async Task<IReadOnlyList<(string Key, LookView Look)>> KeptAsync(IRows rows, string patron, CancellationToken cancellation)
    {
        var kept = new List<(string, LookView)>();
        for (var from = "0"; ;)
        {
            var page = await rows.RangeAsync(RowTable.Audit, AuditRows.Patron(patron), from, "~", RowLimits.RowsPerPage, openOnly: false, cancellation);
            kept.AddRange(page.Select(row => (row.Key, LookView.Of(StoredJson.Read<AuditEntry>(row.Body)))));
            if (page.Count < RowLimits.RowsPerPage)
            {
                return kept;
            }

            from = page[^1].Key + "!";
        }
    }

    private static async Task<IResult> LooksAsync(HttpContext context, string? limit, string? after, AuditTrail trail, CancellationToken cancellation) =>
        Results.Json(await OfAsync(trail, context.Patron().Id, limit, after, cancellation), PagedJson.Options);
}
