using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Policies;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Account;

/// <summary>Who of the staff looked at the patron's requests.</summary>
internal static class LooksPages
{
    private const string RowsOnAPage = "50";

    public static void MapLooks(this IEndpointRouteBuilder pages) => pages.MapMethods("/account/looks", PageRoutes.Reading, ShowAsync);

    private static async Task<IResult> ShowAsync(
        HttpContext context, string? after, AuditTrail trail, PolicyInForce policy, CancellationToken cancellation)
    {
        var page = await LooksEndpoints.OfAsync(trail, context.Patron().Id, RowsOnAPage, after, cancellation);
        return PageRoutes.Page<LooksPage>(new Dictionary<string, object?>
        {
            ["Looks"] = page.Items,
            ["Next"] = page.Next,
            ["KeptDays"] = policy.Document.Audit.KeepDays,
        });
    }
}
