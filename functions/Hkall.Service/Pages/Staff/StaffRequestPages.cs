using Hkall.Service.MyRequests;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Placing;
using Hkall.Service.Scanning;
using Hkall.Service.StaffDesk;
using Hkall.Service.Storage;
using Hkall.Service.Turns;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages.Staff;

/// <summary>One request with everything behind it, and what staff do with it.</summary>
internal static class StaffRequestPages
{
    public static void MapStaffRequestPages(this IEndpointRouteBuilder pages)
    {
        pages.MapPage("/staff/requests/{id}", ShowAsync);
        pages.MapPost("/staff/requests/{id}", ActAsync);
    }

    private static Task<IResult> ShowAsync(
        HttpContext context, string id, string? told, MyRequestsDesk requests, Cabinet cabinet, IRows rows, IWakeStatus waker, CancellationToken cancellation) =>
        PageAsync(context, id, told, null, requests, cabinet, rows, waker, cancellation);

    private static async Task<IResult> ActAsync(
        HttpContext context, string id, MyRequestsDesk requests, Cabinet cabinet, IRows rows, RequestDesk desk, Barcodes barcodes, IWakeStatus waker, CancellationToken cancellation)
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
        };
        faults.ThrowIfAny();
        if (!RequestIds.IsWellFormed(id) || StaffOrders.Of(action, order, staff.Id) is not { } command)
        {
            return Problems.NotFound();
        }

        await barcodes.PutUpForAsync(id, command, cancellation);
        return await desk.DoAsync(id, command, By.Staff(staff.Id), cancellation) switch
        {
            Done or Nothing => PageRoutes.Then(StaffLinks.Request(id), "done"),
            TurnedDown(_, var why) => await PageAsync(context, id, null, why, requests, cabinet, rows, waker, cancellation),
            _ => Problems.NotFound(),
        };
    }

    private static async Task<IResult> PageAsync(
        HttpContext context, string id, string? told, string? refused, MyRequestsDesk requests, Cabinet cabinet, IRows rows, IWakeStatus waker, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await cabinet.ReadAsync(id, cancellation) is not { } card)
        {
            return Problems.NotFound();
        }

        var journal = await requests.JournalAsync(card, cancellation);
        return PageRoutes.Page<StaffRequestPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = card.Request,
                ["Journal"] = journal,
                ["Signed"] = SignedView.Of(journal, await Signature.OfAsync(rows, card.Request, cancellation)),
                ["Recorded"] = card.Card.Wake?.At,
                ["Waker"] = await waker.FindAsync(id, cancellation),
                ["Told"] = told == "done" ? Visit.Of(context).Say("Done.", "已完成。") : null,
                ["Refused"] = refused,
            },
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict);
    }
}
