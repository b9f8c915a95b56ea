using Hkall.Service.Circulation;
using Hkall.Service.MyRequests;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Pages.SigningIn;
using Hkall.Service.Turns;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages.Account;

/// <summary>What a patron may have and how much of it is used.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder routes) =>
        routes.MapPageGroup(PageSession.PatronPolicy).MapPage("/account", async (HttpContext context, Standings standings, RequestDesk desk, CancellationToken cancellation) =>
            PageRoutes.Page<AccountPage>(new Dictionary<string, object?>
            {
                ["Me"] = await MeEndpoint.OfAsync(context, standings, desk, cancellation),
                ["Policy"] = desk.Book.Policy,
            }));
}
