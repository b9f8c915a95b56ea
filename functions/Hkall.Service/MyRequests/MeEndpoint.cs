using Hkall.Requests.Placing;
using Hkall.Service.Placing;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary>Who I am and what I may have.</summary>
/// <param name="Group">Null for a member of staff who is no patron.</param>
public sealed record MeView(string PatronId, string Name, PatronGroup? Group, IReadOnlyList<Privilege> Privileges, QuotaView Quota, bool OfficeDelivery, bool Staff);

/// <summary>How many requests may be open at once, and how many are.</summary>
public sealed record QuotaView(int Limit, int Used, int Remaining, QuotaParts Parts);

/// <param name="Loans">Open requests whose item is in the patron's hands.</param>
/// <param name="OwnCheckouts">The Library's own items, where its circulation system is asked.</param>
public sealed record QuotaParts(int Requests, int Loans, int OwnCheckouts);

/// <summary><c>GET /api/me</c>.</summary>
public static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me", MeAsync).RequireAuthorization(SignIn.PatronPolicy).Produces<MeView>().WithName("Me").WithSummary("Who is signed in, their privileges and quota.");

    private static async Task<IResult> MeAsync(HttpContext context, MyRequestsDesk mine, RequestDesk desk, KnownPatrons patrons, CancellationToken cancellation)
    {
        await patrons.SeenAsync(context.Patron(), cancellation);
        return Results.Json(await OfAsync(context, mine, desk, cancellation), Answers.Options);
    }

    /// <summary>The same for a page.</summary>
    internal static async Task<MeView> OfAsync(HttpContext context, MyRequestsDesk mine, RequestDesk desk, CancellationToken cancellation)
    {
        var patron = context.Patron();
        var limit = patron.Group is { } group ? desk.Book.Policy.OpenRequests[group] : 0;
        var (open, _) = await mine.ListAsync(patron, open: true, Storage.RowLimits.RowsPerPage - 1, null, cancellation);
        var loans = open.Count(card => Hkall.Requests.RequestStatuses.IsWithPatron(card.Request.Status));
        return new MeView(
            patron.Id,
            patron.Person.Name,
            patron.Group,
            patron.Group is { } of ? Eligibility.Of(of, desk.Book.Policy) : [],
            new QuotaView(limit, open.Count, Math.Max(0, limit - open.Count), new QuotaParts(open.Count - loans, loans, OwnCheckouts: 0)),
            OfficeDelivery: patron.Group is { } its && Hkall.Requests.Delivering.OfficeDelivery.MayHave(its),
            patron.IsStaff);
    }
}
