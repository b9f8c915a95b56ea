using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Auditing;
using Hkall.Service.Citing;
using Hkall.Service.Engine;
using Hkall.Service.FreeCopies;
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
        pages.MapMethods("/staff/requests/{id}/edit", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.LookedAtRequest, "id");
        pages.MapPost("/staff/requests/{id}/edit", EditAsync).AuditedAs(AuditAction.ActedOnRequest, "id");
    }

    /// <param name="check"><c>on</c>: with what the sources say of the item; <c>take</c>: and with the form filled from it.</param>
    private static async Task<IResult> ShowAsync(
        string id, string? check, RequestStore<PatronRequest, RequestEvent> store, CitationFinder finder, FreeCopyFinder copies, CancellationToken cancellation)
    {
        if (!RequestIds.IsWellFormed(id) || await store.ReadAsync(id, cancellation) is not { } stored)
        {
            return Problems.NotFound();
        }

        if (!StaffButtons.CanEdit(stored.Request))
        {
            return PageRoutes.Then(StaffLinks.Request(id));
        }

        var item = stored.Request.Item;
        var said = check is "on" or "take" ? await ItemCheck.OfAsync(finder, copies, item, take: check == "take", cancellation) : null;
        return Page(stored, said is { IsTaken: true } ? said.FormOf(item) : new PageForm(ItemFormFields.Of(item)), check: said);
    }

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
                form.Terms,
                () => Task.FromResult(form.Read((fields, faults) => new EditForm { Item = ItemFormFields.Read(fields, faults), Approve = fields.Has("approve") ? true : null })),
                cancellation);
            return outcome is ChangedSince<PatronRequest>(var now) && StaffButtons.CanEdit(now.Request)
                ? Page(now, form, StatusCodes.Status412PreconditionFailed, hasChanged: true)
                : await view.AfterAsync(
                    context,
                    id,
                    outcome,
                    new SentOrder(
                        $"{StaffLinks.Request(id)}/edit", form, _ => Visit.Of(context).Say("Save and search again"), _ => HeldThen.Impossible)
                    { Did = form.Has("approve") ? "approve" : "edit" });
        }
        catch (BadInputException bad)
        {
            return await store.ReadAsync(id, cancellation) is { } stored
                ? Page(stored, form, bad.Status, Faults.Of(bad), seen: form.Seen)
                : Problems.NotFound();
        }
    }

    /// <param name="seen">The version that the form was made from, where it is shown again: what a colleague saved since is still unseen.</param>
    private static IResult Page(
        VersionedRequest<PatronRequest> stored, PageForm form, int status = StatusCodes.Status200OK, Faults? wrong = null, bool hasChanged = false,
        RequestVersion? seen = null, ItemCheck? check = null) =>
        PageRoutes.Page<EditPage>(
            new Dictionary<string, object?>
            {
                ["Request"] = stored.Request,
                ["Version"] = seen ?? RequestVersion.Of(stored),
                ["Form"] = form,
                ["Wrong"] = wrong,
                ["HasChanged"] = hasChanged,
                ["Check"] = check,
            },
            status);
}
