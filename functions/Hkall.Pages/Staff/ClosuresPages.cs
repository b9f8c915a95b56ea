using Hkall.Domain.Calendar;
using Hkall.Pages.Kit;
using Hkall.Service.Auditing;
using Hkall.Service.OpeningDays;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Staff;

/// <summary>The page of the closed days: a form that first shows what would move, and a button to take a closure back.</summary>
internal static class ClosuresPages
{
    private const string Address = "/staff/closures";

    public static void MapClosuresPages(this IEndpointRouteBuilder pages)
    {
        pages.MapMethods(Address, PageRoutes.Reading, ShowAsync);
        pages.MapPost(Address, EnterAsync).AuditedAs(AuditAction.ChangedCalendar, about: "closures");
        pages.MapPost($"{Address}/{{id}}", TakeBackAsync).AuditedAs(AuditAction.ChangedCalendar, "id");
    }

    private static Task<IResult> ShowAsync(HttpContext context, string? told, ClosureService closures, CancellationToken cancellation) => PageAsync(
        closures,
        new Shown(Told: told switch
        {
            "closed" => Visit.Of(context).Say("Entered. The dates are moving, and each patron concerned gets one email."),
            "taken-back" => Visit.Of(context).Say("Taken back. Dates that patrons have been given stay as they are."),
            _ => null,
        }),
        StatusCodes.Status200OK,
        cancellation);

    /// <summary>The first press shows what would move; only the second closes the day.</summary>
    private static async Task<IResult> EnterAsync(HttpContext context, ClosureService closures, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        try
        {
            var closure = form.Read(Read);
            if (!form.Has("confirmed"))
            {
                return await PageAsync(
                    closures, new Shown(form, ClosurePreview.Of(await closures.ForeseeAsync(closure, cancellation))), StatusCodes.Status200OK, cancellation);
            }

            await closures.EnterAsync(context.Patron().Id, closure, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation);
            return PageRoutes.Then(Address, "closed");
        }
        catch (BadInputException bad)
        {
            return await PageAsync(closures, new Shown(form, Wrong: bad.Errors), bad.Status, cancellation);
        }
    }

    private static async Task<IResult> TakeBackAsync(HttpContext context, string id, ClosureService closures, CancellationToken cancellation) =>
        await closures.TakeBackAsync(id, context.Patron().Id, changes => Audited.RecordFirstAsync(context, changes, cancellation), cancellation) is null
            ? Problems.NotFound()
            : PageRoutes.Then(Address, "taken-back");

    private static async Task<IResult> PageAsync(ClosureService closures, Shown shown, int status, CancellationToken cancellation) =>
        PageRoutes.Page<ClosuresPage>(
            new Dictionary<string, object?>
            {
                ["Closures"] = await closures.AllAsync(cancellation),
                ["OfPolicy"] = closures.OfPolicy,
                ["MayTakeBack"] = (Func<Hkall.Service.Engine.StoredClosure, bool>)closures.MayTakeBack,
                ["Form"] = shown.Form ?? PageForm.Empty,
                ["Preview"] = shown.Preview,
                ["Wrong"] = shown.Wrong,
                ["Told"] = shown.Told,
            },
            status);

    private static ClosureForm Read(PageForm form, Fields faults)
    {
        var restOfDay = form["span"] == "rest-of-day";
        return new ClosureForm
        {
            From = restOfDay ? null : form.Date("from", faults),
            To = restOfDay ? null : form.Date("to", faults),
            RestOfDay = restOfDay,
            Reason = form.Choice<ClosureReason>("reason", faults) ?? ClosureReason.Other,
            Words = form["words"],
        };
    }

    private sealed record Shown(
        PageForm? Form = null, ClosurePreview? Preview = null, IReadOnlyDictionary<string, Text[]>? Wrong = null, string? Told = null);
}
