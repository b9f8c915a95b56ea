using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Pages.Kit;
using Hkall.Service.Fees;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The page of one request with all its details, and the actions of staff on it.</summary>
internal static class StaffRequestPages
{
    public static void MapStaffRequestPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(
            "/staff/requests/{id}", PageRoutes.Reading,
            (HttpContext context, string id, string? told, StaffRequestView view) => view.ShowAsync(context, id, told));
        pages.MapPost("/staff/requests/{id}", ActAsync);

        // The address a form posts to: a person who returns to it by going back sees the request.
        pages.MapMethods("/staff/requests/{id}/add-library", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapMethods("/staff/requests/{id}/fees/{number:int}", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapPost("/staff/requests/{id}/add-library", AddLibraryAsync);
        pages.MapPost("/staff/requests/{id}/fees/{number:int}", FeeAsync);
    }

    private static async Task<IResult> ActAsync(HttpContext context, string id, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        return await view.AfterAsync(
            context, id, await actions.ActAsync(context.Patron().Id, id, form["action"] ?? string.Empty, () => Task.FromResult(form.Read(Read)), cancellation));
    }

    private static async Task<IResult> AddLibraryAsync(
        HttpContext context, string id, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var outcome = await actions.AddLibraryAsync(
            context.Patron().Id,
            id,
            () => PageForm.ReadAsync(context, (form, _) => new AddLibraryForm { Symbol = form["symbol"] ?? string.Empty }, cancellation),
            cancellation);
        return await view.AfterAsync(context, id, outcome);
    }

    private static async Task<IResult> FeeAsync(
        HttpContext context, string id, int number, StaffActions actions, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var outcome = await actions.FeeAsync(
            context.Patron().Id,
            patronId: null,
            id,
            number,
            form["action"] ?? string.Empty,
            request => Task.FromResult(form.Read((fields, faults) => Read(fields, request, number, faults))),
            cancellation);
        return await view.AfterAsync(context, id, outcome, number);
    }

    private static StaffForm Read(PageForm form, Fields faults) => new()
    {
        Note = form["note"],
        LibraryUseOnly = form.Either("libraryUseOnly", "true", "false", faults),
        DueOn = form.Date("dueOn", faults),
        Barcode = form["barcode"],
        Fault = form.Choice<ScanFault>("fault", faults),
        Parts = form.Number("parts", faults),
    };

    /// <summary>The amount is in the currency of the fee. An empty field means all that is owed.</summary>
    private static FeeForm Read(PageForm form, PatronRequest request, int number, Fields faults) => new()
    {
        Amount = form.Amount("amount", faults) is { } amount
            ? new MoneyForm(request.Fees.FirstOrDefault(line => line.Number == number)?.Amount.Currency ?? "HKD", amount)
            : null,
        Reason = form["reason"] ?? string.Empty,
    };
}
