using Hkall.Service.Throttling;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <param name="Items">Every loan that the patron has, the first due first.</param>
public sealed record RenewAllAnswer(IReadOnlyList<RenewedLoan> Items);

/// <summary><c>POST /api/requests/renew-all</c>: asks for a renewal of every loan, each by the same command as a renewal of one.</summary>
public static class RenewAllEndpoint
{
    public static void MapRenewAll(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/requests/renew-all", RenewAllAsync).RequireAuthorization(SignIn.PatronPolicy).RequireRateLimiting(PersonLimits.Searching)
            .Produces<RenewAllAnswer>().ProducesProblem(429)
            .WithName("RenewAll").WithSummary("Asks the lending libraries to renew every loan; the answer says for each whether it was asked, or why not.");

    private static async Task<IResult> RenewAllAsync(HttpContext context, PatronActions actions, CancellationToken cancellation) =>
        Results.Json(new RenewAllAnswer(await actions.RenewAllAsync(context.Patron(), cancellation)), PagedJson.Options);
}
