using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Upkeep;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>What runs by itself and when, for administrators.</summary>
internal static class SchedulePages
{
    public static void MapSchedulePages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/staff/schedule", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.Listed, about: "schedule");

    private static async Task<IResult> ShowAsync(ScheduleReading reading, MachineTime machine, CancellationToken cancellation) =>
        PageRoutes.Page<SchedulePage>(new Dictionary<string, object?>
        {
            ["Jobs"] = await reading.AllAsync(cancellation),
            ["Now"] = machine.Clock.GetUtcNow(),
        });
}
