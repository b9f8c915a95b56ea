using Hkall.Domain.Accounts;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary>The signed-in patron, and what they may request.</summary>
/// <param name="Group">Null for a member of staff who is not a patron.</param>
/// <param name="Blocks">What stops the patron from placing and renewing; empty if nothing does.</param>
/// <param name="Fees">What the patron owes; the entries are at <c>/api/me/fees</c>.</param>
public sealed record MeView(
    string PatronId,
    string Name,
    PatronGroup? Group,
    IReadOnlyList<Privilege> Privileges,
    QuotaView Quota,
    bool OfficeDelivery,
    bool Staff,
    IReadOnlyList<Block> Blocks,
    DebtView Fees);

/// <summary>How many items a patron may have at once, and how many they have. The Library's own count covers books only; copies do not count.</summary>
public sealed record QuotaView(int Limit, int Used, int Remaining, QuotaParts Parts, OwnAccountView OwnAccount);

/// <param name="Requests">Open requests whose item the patron does not have.</param>
/// <param name="Loans">Open requests whose item the patron has.</param>
/// <param name="OwnCheckouts">The Library's own items, from its circulation system.</param>
public sealed record QuotaParts(int Requests, int Loans, int OwnCheckouts);

/// <summary>How reliable the figures for the Library's own items are.</summary>
/// <param name="Known">False if the circulation system gives no answer, and so nothing was counted.</param>
/// <param name="AsOf">When the circulation system last answered; null if it never has.</param>
public sealed record OwnAccountView(bool Known, DateTimeOffset? AsOf);

/// <summary><c>GET /api/me</c>.</summary>
public static class MeEndpoint
{
    public static void MapMe(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/me", MeAsync)
            .RequireAuthorization(SignIn.PatronPolicy)
            .Produces<MeView>().WithName("Me").WithSummary("Who is signed in, their privileges, quota, blocks and debts.");

    private static async Task<IResult> MeAsync(
        HttpContext context, PatronStandings standings, PatronRequestProcessor processor, KnownPatrons patrons, CancellationToken cancellation)
    {
        await patrons.SeenAsync(context.Patron(), cancellation);
        return Results.Json(await OfAsync(context, standings, processor, cancellation), PagedJson.Options);
    }

    /// <summary>The same view for a page.</summary>
    internal static async Task<MeView> OfAsync(HttpContext context, PatronStandings standings, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        var (patron, policy) = (context.Patron(), processor.Book.Policy);
        var standing = await standings.OfAsync(patron, cancellation);
        var use = patron.Group is { } group
            ? Quota.Of(group, standing.Open, standing.Own.Account, policy)
            : new QuotaUse(0, standing.Open.Count, 0, 0);
        return new MeView(
            patron.Id,
            patron.Person.Name,
            patron.Group,
            patron.Group is { } of ? Eligibility.Of(of, policy) : [],
            new QuotaView(
                use.Limit,
                use.Used,
                use.Remaining,
                new QuotaParts(use.Requests, use.Loans, use.OwnCheckOuts),
                new OwnAccountView(standing.Own.Account is not null, standing.Own.AsOf)),
            OfficeDelivery: patron.Group is { } its && Hkall.Domain.Delivering.OfficeDelivery.MayHave(its),
            patron.IsStaff,
            standing.Blocks,
            DebtView.Of([.. standing.Open, .. standing.Owing], processor.Book.Calendar.DateOf(processor.Now), processor.Book));
    }
}
