using Hkall.Pages.Kit;
using Hkall.Service.Lending;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The counts of the worklists as they are now, for the script of a page that stands open. They name nobody.</summary>
internal static class LiveCounts
{
    public const string OfRequests = "/staff/counts";
    public const string OfLending = "/staff/lending/counts";

    public static void MapOfRequests(IEndpointRouteBuilder pages) => pages.MapMethods(
        OfRequests, PageRoutes.Reading,
        async (WorklistService lists, CancellationToken cancellation) => Answer(await lists.CountsAsync(cancellation)));

    public static void MapOfLending(IEndpointRouteBuilder pages) => pages.MapMethods(
        OfLending, PageRoutes.Reading,
        async (OpenLendings lendings, CancellationToken cancellation) => Answer(await lendings.CountsAsync(cancellation)));

    private static IResult Answer(IEnumerable<WorklistCount> lists) =>
        Results.Json(lists.ToDictionary(list => list.Name, list => list.Count), PagedJson.Options);
}
