using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Pages.Placing;
using Hkall.Service.Auditing;
using Hkall.Service.Placing;
using Hkall.Service.Slips;
using Hkall.Service.Staff;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>"Please contact the Library staff for assistance in placing requests" (page): the form with which staff place a request for a patron.</summary>
internal static class PlaceForPages
{
    public static void MapPlaceForPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods("/staff/place", PageRoutes.Reading, ShowAsync).AuditedAs(AuditAction.LookedAtPerson);
        pages.MapPost("/staff/place", PlaceAsync).AuditedAs(AuditAction.PlacedForPatron);
    }

    /// <summary>By a key the patron is certain; by a number, an address or a name several may be meant, and staff choose.</summary>
    private static async Task<IResult> ShowAsync(HttpContext context, string? patron, PlacingFor placing, CancellationToken cancellation)
    {
        var notes = AuditNotes.In(context);
        if (patron?.Trim() is not { Length: > 0 } words)
        {
            notes.ShowedNothing();
            return Page(null, null, PageForm.Query(context));
        }

        switch (await placing.MeantAsync(words, cancellation))
        {
            case []:
                notes.ShowedNothing();
                return Page(words, null, PageForm.Query(context));
            case [var one]:
                notes.Of = one.Id;
                return Page(one.Id, one, PageForm.Query(context));
            case var several:
                notes.What = AuditAction.Searched;
                return PageRoutes.Page<PlaceForPage>(new
                {
                    PatronKey = words,
                    Key = string.Empty,
                    Several = (IReadOnlyList<FoundPatron>)[.. several.Select(FoundPatron.Of)],
                });
        }
    }

    private static async Task<IResult> PlaceAsync(HttpContext context, PlacingFor placing, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        var key = form["patron"];
        if (key is null || await placing.FindAsync(key, cancellation) is not { } patron)
        {
            return Page(key, null, form);
        }

        AuditNotes.In(context).Of = key;
        var by = Actor.Staff(context.Patron().Id);
        try
        {
            var order = form.Read(
                (fields, faults) => OrderService.Read(fields, fields.Required<ServiceType>("service", faults), help: fields.Has("incomplete"), faults));
            return await placing.PlaceAsync(patron, order, OrderService.KeyOf(form, by.ToString()), by, cancellation) switch
            {
                Placement.Placed(var stored, _) => PageRoutes.Then(StaffLinks.Request(stored.Request.Id), "placed"),
                Placement.PlacedBefore(var stored) => PageRoutes.Then(StaffLinks.Request(stored.Request.Id), "placed"),
                Placement.TurnedDown refused => Page(key, patron, form, Problems.StatusOf(refused.Refusal), null, refused),
                Placement.KeyReused => Page(key, patron, form, StatusCodes.Status409Conflict),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (BadInputException bad)
        {
            return Page(key, patron, form, bad.Status, Faults.Of(bad));
        }
    }

    private static IResult Page(
        string? key, Patron? patron, PageForm form, int status = StatusCodes.Status200OK, Faults? wrong = null, Placement.TurnedDown? refused = null) =>
        PageRoutes.Page<PlaceForPage>(
            new Dictionary<string, object?>
            {
                ["PatronKey"] = key,
                ["Group"] = patron?.Group,
                ["Initials"] = patron is null ? null : PickupCode.Initials(patron.Person.Name),
                ["Form"] = form,
                ["Key"] = OrderService.NewKey(),
                ["Wrong"] = wrong,
                ["Refused"] = refused,
            },
            key is not null && patron is null ? StatusCodes.Status404NotFound : status);
}
