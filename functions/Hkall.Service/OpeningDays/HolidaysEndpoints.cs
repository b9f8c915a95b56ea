using Hkall.Domain.Calendar;
using Hkall.Service.Auditing;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.OpeningDays;

/// <summary>The general holidays by year.</summary>
/// <param name="ListedUntil">The last day for which there is a list; later holidays are computed.</param>
/// <param name="EndsSoon">Whether it is time to load the next list.</param>
public sealed record HolidaysView(DateOnly? ListedUntil, bool EndsSoon, IReadOnlyList<HolidayYear> Years);

/// <summary>The general holidays of one year.</summary>
/// <param name="State"><c>shipped</c> with the service, <c>loaded</c> by staff, or <c>proposed</c>: computed and to be confirmed.</param>
/// <param name="By">The opaque key of the member of staff who loaded it.</param>
/// <param name="Moved">What the list moved; left out before every request was looked at.</param>
public sealed record HolidayYear(
    int Year, string State, string Source, string? By, DateTimeOffset? EnteredAt, IReadOnlyList<StoredHoliday> Holidays, DatesMovedCount? Moved)
{
    public static HolidayYear Of(StoredYear loaded) =>
        new(loaded.Year, "loaded", loaded.Source, loaded.By, loaded.EnteredAt, loaded.Holidays, loaded.Moved);

    public static HolidayYear Of(int year, string state, IReadOnlyList<Holiday> list) =>
        new(year, state, list[0].Source, null, null, [.. list.Select(holiday => new StoredHoliday(holiday.Date, holiday.Name))], null);
}

/// <summary>A list as it was loaded, and where it differs from what the law foresees: a holiday more or less may be a mistake.</summary>
public sealed record LoadedYear(HolidayYear Year, IReadOnlyList<DateOnly> More, IReadOnlyList<DateOnly> Less);

/// <summary><c>GET /api/staff/holidays</c> and <c>PUT /api/staff/holidays/{year}</c>.</summary>
public static class HolidaysEndpoints
{
    private const string Calendar = "text/calendar";

    public static void MapHolidays(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("holidays", ListAsync).Produces<HolidaysView>()
            .WithName("Holidays").WithSummary("The general holidays by year: the lists, and for years without one what the law foresees.");
        staff.MapPut("holidays/{year}", PutAsync).AuditedAs(AuditAction.ChangedCalendar, "year")
            .Accepts<HolidaysForm>("application/json", Calendar).Produces<LoadedYear>().ProducesProblem(400)
            .WithName("PutHolidays")
            .WithSummary("Loads the holidays of a year, as JSON or as the Government’s calendar file. Dates on new holidays move. With dryRun=true, only checks the list.");
    }

    private static async Task<IResult> ListAsync(HolidayService holidays, CancellationToken cancellation) =>
        Results.Json(await holidays.AllAsync(cancellation), PagedJson.Options);

    private static async Task<IResult> PutAsync(
        HttpContext context, int year, HolidayService holidays, string? source, string? dryRun, CancellationToken cancellation)
    {
        if (dryRun is not (null or "true" or "false"))
        {
            throw BadInputException.Field("dryRun", "unknown-value", "true or false.");
        }

        var form = context.Request.ContentType?.StartsWith(Calendar, StringComparison.OrdinalIgnoreCase) == true
            ? new HolidaysForm
            {
                Holidays = HolidayService.OfCalendar(year, await StrictJson.BytesAsync(context.Request, HolidayService.LargestBytes, cancellation)),
                Source = source ?? HolidayService.GovernmentCalendar,
            }
            : await StrictJson.ReadAsync<HolidaysForm>(context.Request, cancellation);
        return Results.Json(
            await holidays.LoadAsync(
                year, form, dryRun == "true", context.Patron().Id, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation),
            PagedJson.Options);
    }
}
