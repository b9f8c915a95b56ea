using Hkall.Domain;
using Hkall.Service.Counter;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Pages.Kit;
using Hkall.Service.Placing;
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
        pages.MapMethods("/staff/requests/{id}", PageRoutes.Reading, (HttpContext context, string id, string? told, StaffRequestView view) => view.ShowAsync(context, id, told));
        pages.MapPost("/staff/requests/{id}", ActAsync);

        // The address a form posts to: a person who returns to it by going back sees the request.
        pages.MapMethods("/staff/requests/{id}/add-library", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapMethods("/staff/requests/{id}/fees/{number:int}", PageRoutes.Reading, (string id) => PageRoutes.Then(StaffLinks.Request(id)));
        pages.MapPost("/staff/requests/{id}/add-library", AddLibraryAsync);
        pages.MapPost("/staff/requests/{id}/fees/{number:int}", FeeAsync);
    }

    private static async Task<IResult> ActAsync(HttpContext context, string id, PatronRequestProcessor desk, Barcodes barcodes, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var action = form["action"] ?? string.Empty;
        var faults = new Fields();
        var staff = context.Patron();
        var order = new StaffForm
        {
            Note = form["note"],
            LibraryUseOnly = form["libraryUseOnly"] is "true" ? true : null,
            DueOn = form.Date("dueOn", faults),
            Barcode = form["barcode"],
            Fault = action == "resupply" ? ScanFaultFields.Read(form) : null,
            Parts = form.Number("parts", faults),
        };
        faults.ThrowIfAny();
        if (!RequestIds.IsWellFormed(id) || StaffCommands.Of(action, order, staff.Id) is not { } command)
        {
            return Problems.NotFound();
        }

        await barcodes.PutUpForAsync(id, command, cancellation);
        return await view.AfterAsync(context, id, await desk.HandleAsync(id, command, By.Staff(staff.Id), cancellation));
    }

    private static async Task<IResult> AddLibraryAsync(HttpContext context, string id, AddingLibraries adding, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        return RequestIds.IsWellFormed(id)
            ? await view.AfterAsync(context, id, await adding.AddAsync(id, new AddLibraryForm { Symbol = form["symbol"] ?? string.Empty }, By.Staff(context.Patron().Id), cancellation))
            : Problems.NotFound();
    }

    private static async Task<IResult> FeeAsync(HttpContext context, string id, int number, RequestStore<PatronRequest, RequestEvent> store, PatronRequestProcessor desk, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored || form["action"] is not ("settle" or "waive"))
        {
            return Problems.NotFound();
        }

        var faults = new Fields();
        var order = new FeeForm { Amount = AmountOf(form, stored.Request, number, faults), Reason = form["reason"] ?? string.Empty };
        faults.ThrowIfAny();
        var command = FeesEndpoints.OrderOf(form["action"]!, number, order);
        return await view.AfterAsync(context, id, await desk.HandleAsync(id, command, By.Staff(context.Patron().Id), cancellation), number);
    }

    /// <summary>The amount in the currency of the fee; null where the field is empty, which means all that is owed.</summary>
    private static MoneyForm? AmountOf(PageForm form, Hkall.Domain.PatronRequest request, int number, Fields faults) => form.Amount("amount", faults) is { } amount
        ? new MoneyForm(request.Fees.FirstOrDefault(line => line.Number == number)?.Amount.Currency ?? "HKD", amount)
        : null;
}
