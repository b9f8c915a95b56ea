using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Engine;
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
            ? StaffButtons.CanEdit(request) ? Page(request, new PageForm(ItemFormFields.Of(request.Item))) : PageRoutes.Then(StaffLinks.Request(id))
            : Problems.NotFound();

    /// <summary>Errors come back on the same form, with everything that was filled in.</summary>
    private static async Task<IResult> EditAsync(
        HttpContext context,
        string id,
        RequestStore<PatronRequest, RequestEvent> store,
        StaffActions actions,
        StaffRequestView view,
        CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            var outcome = await actions.EditAsync(
                context.Patron().Id,
                id,
                () => Task.FromResult(form.Read((fields, faults) => new EditForm { Item = ItemFormFields.Read(fields, faults) })),
                cancellation);
            return await view.AfterAsync(context, id, outcome);
        }
        catch (BadInputException bad)
        {
            return await store.ReadAsync(id, cancellation) is { Request: var request }
                ? Page(request, form, bad.Status, Faults.Of(bad))
                : Problems.NotFound();
        }
    }

    private static IResult Page(PatronRequest request, PageForm form, int status = StatusCodes.Status200OK, Faults? wrong = null) =>
        PageRoutes.Page<EditPage>(new Dictionary<string, object?> { ["Request"] = request, ["Form"] = form, ["Wrong"] = wrong }, status);
}
