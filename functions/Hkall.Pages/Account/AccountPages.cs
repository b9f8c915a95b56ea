using System.Text.Json;
using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Mailing;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Policies;
using Hkall.Service.Privacy;
using Hkall.Service.Sessions;
using Hkall.Service.Storage;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages.Account;

/// <summary>A patron's account: privileges and quota, fees, mail preferences, and the data we hold about them.</summary>
internal static class AccountPages
{
    public static void MapAccountPages(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup(PageSession.PatronPolicy);
        pages.MapMethods("/account", PageRoutes.Reading, AccountAsync);
        pages.MapMethods(
            "/account/fees", PageRoutes.Reading,
            async (HttpContext context, FeeService fees, PatronRequestProcessor processor, PolicyInForce policy, CancellationToken cancellation) =>
            PageRoutes.Page<FeesPage>(new
            {
                Fees = await fees.OfAsync(context.Patron().Id, cancellation) ?? FeeService.Nothing(processor.Book),
                processor.Book.Policy.Fines.ClosedDaysCount,
                Hours = policy.Document.Library.CounterHoursIn(Visit.Of(context).Language),
            }));
        pages.MapMethods("/account/preferences", PageRoutes.Reading, PreferencesAsync);
        pages.MapPost("/account/preferences", ChooseAsync);
        pages.MapDevices();
        pages.MapLooks();
        pages.MapMethods("/account/data", PageRoutes.Reading, DataAsync);
        pages.MapMethods("/account/data.json", PageRoutes.Reading, DownloadAsync);
        pages.MapMethods("/account/history", PageRoutes.Reading, () => PageRoutes.Then("/account/data"));
        pages.MapPost("/account/history", HistoryAsync);
    }

    private static async Task<IResult> AccountAsync(
        HttpContext context, PatronStandings standings, KnownPatrons patrons, PatronRequestProcessor processor, CancellationToken cancellation)
    {
        // The page shows the patron's key for staff who place requests for them. From now on the service knows the patron by it.
        await patrons.SeenAsync(context.Patron(), cancellation);
        return PageRoutes.Page<AccountPage>(new Dictionary<string, object?>
        {
            ["Me"] = await MeEndpoint.OfAsync(context, standings, processor, cancellation),
            ["Policy"] = processor.Book.Policy,
        });
    }

    private static async Task<IResult> PreferencesAsync(
        HttpContext context, string? told, PreferencesService preferences, MailRules rules, CancellationToken cancellation)
    {
        var patron = context.Patron();
        return PageRoutes.Page<PreferencesPage>(new Dictionary<string, object?>
        {
            ["View"] = PreferencesEndpoints.Of(patron, await preferences.FindAsync(patron, cancellation), rules),
            ["Told"] = told == "kept" ? Visit.Of(context).Say("Your preferences have been saved.") : null,
        });
    }

    /// <summary>A browser does not send an unticked box, so a displayed kind that is missing from the form is switched off.</summary>
    private static async Task<IResult> ChooseAsync(HttpContext context, PreferencesService preferences, MailRules rules, CancellationToken cancellation)
    {
        var choices = await PageForm.ReadAsync(
            context,
            (form, faults) => new PreferencesForm
            {
                Language = form["language"],
                TurnedOff = [.. rules.OptionalNotices.Except(form.Choices<Notice>("wanted", faults))],
            },
            cancellation);
        await preferences.ChooseAsync(context.Patron(), choices, cancellation);
        return PageRoutes.Then("/account/preferences", "kept");
    }

    private static async Task<IResult> DataAsync(
        HttpContext context, string? told, IRows rows, MailQueue queue, SessionStore sessions, PreferencesService preferences, PolicyInForce policy,
        TimeProvider clock, CancellationToken cancellation)
    {
        var say = Visit.Of(context);
        return PageRoutes.Page<MyDataPage>(new Dictionary<string, object?>
        {
            ["View"] = await MyDataEndpoints.OfAsync(context.Patron(), rows, queue, sessions, clock, cancellation),
            ["KeepsHistory"] = (await preferences.FindAsync(context.Patron(), cancellation)).KeepHistory,
            ["PersonDays"] = policy.Document.Retention.PersonDays,
            ["ItemDays"] = policy.Document.Retention.ItemDays,
            ["Told"] = told switch
            {
                "history-kept" => say.Say("We’ll keep your history from now on."),
                "history-ended" => say.Say("We’ve stopped keeping your history."),
                _ => null,
            },
        });
    }

    private static async Task<IResult> DownloadAsync(
        HttpContext context, IRows rows, MailQueue queue, SessionStore sessions, TimeProvider clock, CancellationToken cancellation)
    {
        context.Response.Headers.CacheControl = "no-store";
        var view = await MyDataEndpoints.OfAsync(context.Patron(), rows, queue, sessions, clock, cancellation);
        return Results.File(JsonSerializer.SerializeToUtf8Bytes(view, PagedJson.Options), "application/json", "hkall-my-data.json");
    }

    private static async Task<IResult> HistoryAsync(HttpContext context, PreferencesService preferences, CancellationToken cancellation)
    {
        var keep = await PageForm.ReadAsync(context, (form, faults) => form.RequiredEither("keep", "yes", "no", faults), cancellation);
        await preferences.ChooseAsync(context.Patron(), new PreferencesForm { KeepHistory = keep }, cancellation);
        return PageRoutes.Then("/account/data", keep ? "history-kept" : "history-ended");
    }
}
