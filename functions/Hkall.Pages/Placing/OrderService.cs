using System.Security.Cryptography;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Pages.Kit;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Http;

namespace Hkall.Pages.Placing;

/// <summary>Places a request from a page's form. Errors come back on the same form, with everything that was filled in.</summary>
internal sealed class OrderService(PatronActions actions, PatronRequestProcessor processor, PatronStandings standings, MyRequestsService mine)
{
    /// <summary>A key for the form: a form sent twice is one request.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));

    public async Task<IResult> PlaceAsync(HttpContext context, ServiceType? service, bool help)
    {
        var form = await PageForm.ReadAsync(context, context.RequestAborted);
        var shown = service ?? (form["service"] == Names.Of(ServiceType.Copy) ? ServiceType.Copy : ServiceType.Loan);
        try
        {
            var order = form.Read((fields, faults) => Read(fields, service ?? fields.Required<ServiceType>("service", faults), help, faults));
            return await actions.PlaceAsync(context.Patron(), order, KeyOf(form), context.RequestAborted) switch
            {
                Placement.Placed(var stored, _) => PageRoutes.Then(PageLinks.Request(stored.Request.Id), "placed"),
                Placement.PlacedBefore(var stored) => PageRoutes.Then(PageLinks.Request(stored.Request.Id), "placed"),
                Placement.TurnedDown(var refusal, var why) => await AgainAsync(
                    context, shown, help, form, Problems.StatusOf(refusal),
                    refusal == Refusal.DeclarationRequired ? Faults.Of(DeclarationFields.Unticked(form)) : Faults.None, refusal, why),
                Placement.KeyReused => await AgainAsync(context, shown, help, form, StatusCodes.Status409Conflict, Faults.None),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (BadInputException bad)
        {
            return await AgainAsync(context, shown, help, form, bad.Status, Faults.Of(bad));
        }
    }

    private async Task<IResult> AgainAsync(
        HttpContext context, ServiceType service, bool help, PageForm form, int status, Faults faults, Refusal? refusal = null, string? why = null)
    {
        var parameters = new Dictionary<string, object?>
        {
            ["Form"] = form,
            ["Policy"] = processor.Book.Policy,
            ["Today"] = processor.Book.Calendar.DateOf(processor.Now),
            ["Key"] = NewKey(),
            ["Wrong"] = faults,
            ["Refusal"] = refusal,
            ["Why"] = why,
            ["Same"] = refusal == Refusal.DuplicateRequest ? await SameAsync(context, why ?? string.Empty) : null,
            ["Me"] = await MeEndpoint.OfAsync(context, standings, processor, context.RequestAborted),
        };
        if (help)
        {
            return PageRoutes.Page<HelpPage>(parameters, status);
        }

        parameters["Service"] = service;
        return PageRoutes.Page<OrderPage>(parameters, status);
    }

    /// <summary>The open request that the refusal speaks of, by its number.</summary>
    private async Task<string?> SameAsync(HttpContext context, string why) =>
        (await mine.StandingAsync(context.Patron().Id, context.RequestAborted))
        .FirstOrDefault(request => why.Contains(NoticeFields.Reference(request.Id), StringComparison.Ordinal))?.Id;

    internal static PlacingForm Read(PageForm form, ServiceType service, bool help, Fields faults) => new()
    {
        Service = service,
        Item = ItemFormFields.Read(form, faults),
        AcceptTiers = form.Has("tiers-shown") ? form.Choices<Tier>("tier", faults) : null,
        NeededBy = form.Date("neededBy", faults),
        Note = form["note"],
        Pickup = service == ServiceType.Loan ? PickupOf(form["place"], form["office"]) : null,
        MaxCost = form.Number("maxCost", faults) is { } most ? new MoneyForm("HKD", most) : null,
        Declaration = service == ServiceType.Copy ? DeclarationFields.ReadShown(form) : null,
        StaffHelp = help,
        FreeCopySeen = form["freeCopy"] is "seen",
    };

    /// <summary>An office that is filled in counts only where the patron chose delivery to it, or where the form offers no choice.</summary>
    private static PickupForm? PickupOf(string? place, string? office) => place switch
    {
        null => office is null ? null : new PickupForm { Office = office },
        "office" => new PickupForm { Office = office ?? string.Empty },
        _ => new PickupForm { Place = place },
    };

    /// <summary>Derives the key from the form's content, so that a corrected form is another order under its own key.</summary>
    /// <param name="by">The sender where it is not the patron; their keys are separate.</param>
    internal static Idempotency? KeyOf(PageForm form, string? by = null) =>
        Idempotency.Of(
            form["key"] is { } key && by is not null ? $"{by}:{key}" : form["key"],
            Encoding.UTF8.GetBytes(string.Join('\n', form.Fields.Where(field => field.Key != "form-token").Select(field => $"{field.Key}={field.Value}"))));
}
