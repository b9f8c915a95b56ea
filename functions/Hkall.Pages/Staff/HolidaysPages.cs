using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.OpeningDays;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The general holidays by year. Staff confirm what the law foresees for a year once the Government has published the same.</summary>
internal static class HolidaysPages
{
    private const string Address = "/staff/holidays";

    public static void MapHolidaysPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ShowAsync);
        pages.MapPost(Address, ConfirmAsync).AuditedAs(AuditAction.ChangedCalendar, about: "holidays");
    }

    private static async Task<IResult> ShowAsync(HttpContext context, string? told, HolidayService holidays, CancellationToken cancellation) =>
        PageRoutes.Page<HolidaysPage>(new Dictionary<string, object?>
        {
            ["View"] = await holidays.AllAsync(cancellation),
            ["Told"] = told == "loaded" ? Visit.Of(context).Say("The list is in force. Dates that end on a new holiday are moving.") : null,
        });

    /// <summary>What is confirmed is the list as the page showed it: the law does not change between two presses.</summary>
    private static async Task<IResult> ConfirmAsync(HttpContext context, HolidayService holidays, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var wanted = form.Read((fields, faults) => fields.Number("year", faults));
        if ((await holidays.AllAsync(cancellation)).Years.FirstOrDefault(year => year.Year == wanted && year.State == "proposed") is not { } proposed)
        {
            return Problems.NotFound();
        }

        await holidays.LoadAsync(
            proposed.Year,
            new HolidaysForm { Holidays = proposed.Holidays, Source = "Cap. 149, confirmed by staff" },
            dryRun: false,
            context.Patron().Id,
            changes => Audited.RecordFirstAsync(context, changes, cancellation),
            cancellation);
        return PageRoutes.Then(Address, "loaded");
    }
}
