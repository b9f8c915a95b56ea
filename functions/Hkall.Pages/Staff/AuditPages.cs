using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.Staff;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The audit trail, for administrators.</summary>
internal static class AuditPages
{
    private const string RowsOnAPage = "50";

    public static void MapAuditPages(this IEndpointRouteBuilder pages) =>
        pages.MapMethods("/staff/audit", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.LookedAtAudit);

    private static async Task<IResult> ShowAsync(HttpContext context, string? after, AuditReading reading, CancellationToken cancellation)
    {
        // The fields that the form leaves empty count as missing.
        var form = PageForm.Query(context);
        var filter = new AuditFilter(form["day"], form["person"]?.Trim(), form["by"]?.Trim(), form["request"]?.Trim().ToUpperInvariant());
        try
        {
            var page = await reading.FindAsync(filter, RowsOnAPage, after, cancellation);
            return Page(filter, page, reading.Today, wrong: null, StatusCodes.Status200OK);
        }
        catch (BadInputException bad)
        {
            return Page(filter, new Page<AuditEntry>([], null), reading.Today, bad.Detail, bad.Status);
        }
    }

    private static IResult Page(AuditFilter filter, Page<AuditEntry> page, DateOnly today, Text? wrong, int status) => PageRoutes.Page<AuditPage>(
        new Dictionary<string, object?>
        {
            ["Filter"] = filter,
            ["Entries"] = page.Items,
            ["Next"] = page.Next,
            ["Today"] = today,
            ["Wrong"] = wrong,
        },
        status);
}
