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
        if (await PageForm.FileAsync(context, "list", cancellation) is { Length: > 0 } file)
        {
            return await LoadAsync(context, holidays, form, file, cancellation);
        }

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

    /// <summary>The Government's calendar file, or the JSON document of the API.</summary>
    private static async Task<IResult> LoadAsync(
        HttpContext context, HolidayService holidays, PageForm form, IFormFile file, CancellationToken cancellation)
    {
        if (file.Length > HolidayService.LargestBytes)
        {
            throw new BadInputException(StatusCodes.Status413PayloadTooLarge, "body-too-large", "The form is too large.");
        }

        var year = form.Read((fields, faults) => fields.Number("year", faults));
        if (year is null)
        {
            throw BadInputException.Field("year", "missing-member", "This member is required.");
        }

        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, cancellation);
        await holidays.LoadAsync(
            year.Value,
            HolidayService.OfDocument(year.Value, content.ToArray(), form["source"]),
            dryRun: false,
            context.Patron().Id,
            changes => Audited.RecordFirstAsync(context, changes, cancellation),
            cancellation);
        return PageRoutes.Then(Address, "loaded");
    }
}
