using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>Staff complete the item of a request under review.</summary>
internal static class EditPages
{
    public static void MapEditPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/requests/{id}/edit", PageRoutes.Reading, ShowAsync);
        pages.MapPost("/staff/requests/{id}/edit", EditAsync);
    }

    private static async Task<IResult> ShowAsync(string id, RequestStore<PatronRequest, RequestEvent> store, CancellationToken cancellation) =>
        RequestIds.IsWellFormed(id) && await store.ReadAsync(id, cancellation) is { Request: var request }
            ? StaffActions.CanEdit(request) ? Page(request, new PageForm(ItemFormFields.Of(request.Item))) : PageRoutes.Then(StaffLinks.Request(id))
            : Problems.NotFound();

    private static async Task<IResult> EditAsync(HttpContext context, string id, RequestStore<PatronRequest, RequestEvent> store, StaffEdits editing, StaffRequestView view, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { Request: var request })
        {
            return Problems.NotFound();
        }

        var faults = new Fields();
        var item = ItemFormFields.Read(form, faults);
        if (faults.HasFaults)
        {
            return Page(request, form, StatusCodes.Status400BadRequest, Faults.Of(faults));
        }

        try
        {
            return await view.AfterAsync(context, id, await editing.EditAsync(id, new EditForm { Item = item }, By.Staff(context.Patron().Id), cancellation));
        }
        catch (BadInputException bad)
        {
            return Page(request, form, bad.Status, Faults.Of(bad.Errors ?? new Dictionary<string, string[]>()));
        }
    }

    private static IResult Page(PatronRequest request, PageForm form, int status = StatusCodes.Status200OK, Faults? wrong = null) =>
        PageRoutes.Page<EditPage>(new Dictionary<string, object?> { ["Request"] = request, ["Form"] = form, ["Wrong"] = wrong }, status);
}
