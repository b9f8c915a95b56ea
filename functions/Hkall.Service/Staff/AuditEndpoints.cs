using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Staff;

/// <summary>Which entries of the audit trail are asked for: at most one member is set; if none is, today's.</summary>
/// <param name="Person">The key of a patron.</param>
/// <param name="By">The key of a member of staff.</param>
/// <param name="Request">The id of a patron's request.</param>
public sealed record AuditFilter(string? Day = null, string? Person = null, string? By = null, string? Request = null);

/// <summary>An entry as administrators see it. It names people by their opaque keys.</summary>
/// <param name="By">The member of staff.</param>
/// <param name="Of">The request, library, list or report that it was about.</param>
public sealed record AuditView(
    DateTimeOffset At, string By, AuditAction What, string? Of, string? PatronId, string? Step, IReadOnlyList<AuditChange>? Changes)
{
    public static AuditView From(AuditEntry entry) => new(entry.At, entry.By, entry.What, entry.Of, entry.Patron, entry.Step, entry.Changes);
}

/// <summary>Reads the audit trail for administrators, on the page and through the API.</summary>
public sealed class AuditReading(AuditTrail trail, RequestStore<PatronRequest, RequestEvent> store)
{
    public DateOnly Today => trail.Today;

    /// <exception cref="BadInputException">The filter names several things, or what there cannot be.</exception>
    public async Task<Page<AuditEntry>> FindAsync(AuditFilter filter, string? limit, string? after, CancellationToken cancellation)
    {
        if (new[] { filter.Day, filter.Person, filter.By, filter.Request }.Count(given => given is not null) > 1)
        {
            throw BadInputException.Field("day", "bad-query", "One of day, person, by and request.");
        }

        return filter switch
        {
            { Person: { } patron } => await trail.OfPatronAsync(Key("person", patron), request: null, limit, after, cancellation),
            { By: { } staff } => await trail.ByAsync(Key("by", staff), limit, after, cancellation),
            { Request: { } request } => await OfRequestAsync(request, limit, after, cancellation),
            _ => await trail.OfDayAsync(DayOf(filter.Day), limit, after, cancellation),
        };
    }

    private async Task<Page<AuditEntry>> OfRequestAsync(string request, string? limit, string? after, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(request) && await store.ReadAsync(request, cancellation) is { } stored
            ? await trail.OfPatronAsync(stored.Request.PatronId, request, limit, after, cancellation)
            : throw BadInputException.Field("request", "unknown-request", "The number of a request.");

    private DateOnly DayOf(string? day) => day is null ? trail.Today
        : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
        : throw BadInputException.Field("day", "bad-query", "A date such as 2026-12-20.");

    private static string Key(string field, string key) =>
        Patron.IsKey(key) ? key : throw BadInputException.Field(field, "bad-query", "The key of a person.");
}

/// <summary><c>GET /api/staff/audit</c>.</summary>
public static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder staff) =>
        staff.MapGet("audit", ListAsync).AuditedAs(AuditAction.LookedAtAudit).Produces<Page<AuditView>>().ProducesProblem(400)
            .WithName("Audit")
            .WithSummary("Who of the staff looked at what and changed what: of a day (or today), about a patron or a request, or by somebody.");

    private static async Task<IResult> ListAsync(
        string? day, string? person, string? by, string? request, string? limit, string? after, AuditReading reading, CancellationToken cancellation)
    {
        var page = await reading.FindAsync(new AuditFilter(day, person, by, request), limit, after, cancellation);
        return Results.Json(new Page<AuditView>([.. page.Items.Select(AuditView.From)], page.Next), PagedJson.Options);
    }
}
