using Hkall.Pages.Kit;
using Hkall.Service.Reports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Promises;

/// <summary>The page that says how long requests take, and how often the dates that we name hold. It is open to everybody.</summary>
internal static class PromisesPages
{
    public const string Address = "/promises";

    public static void MapPromisesPages(this IEndpointRouteBuilder routes) =>
        routes.MapPageGroup().MapMethods(Address, PageRoutes.Reading, async (PublishedPromises promises, CancellationToken cancellation) =>
            PageRoutes.Page<PromisesPage>(new { Promises = await promises.CurrentAsync(cancellation) }));
}
