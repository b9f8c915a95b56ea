using Hkall.Domain;
using Hkall.Service.Mailing;
using Hkall.Service.Notices;
using Hkall.Service.Texts;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.MyRequests;

/// <summary>A patron's preferences, and the choices available.</summary>
/// <param name="Language">The language of mails: <c>en</c>, <c>zh-Hant</c> or <c>zh-Hans</c>.</param>
/// <param name="TurnedOff">The reminders the patron has turned off.</param>
/// <param name="Optional">The reminders a patron can turn off.</param>
/// <param name="Obligatory">The notices a patron cannot turn off: they say what a patron must know.</param>
/// <param name="KeepHistory">Whether closed requests keep their item.</param>
public sealed record PreferencesView(
    string Language, IReadOnlyList<string> Languages, IReadOnlyList<Notice> TurnedOff, IReadOnlyList<Notice> Optional, IReadOnlyList<Notice> Obligatory,
    bool KeepHistory);

/// <summary>The body of a change; absent members stay as they are.</summary>
public sealed record PreferencesForm
{
    public string? Language { get; init; }

    public IReadOnlyList<Notice>? TurnedOff { get; init; }

    public bool? KeepHistory { get; init; }
}

/// <summary><c>GET|PUT /api/me/preferences</c>: the language of mails, which reminders to send, and whether to keep a history.</summary>
public static class PreferencesEndpoints
{
    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        var mine = routes.MapGroup("/api/me/preferences").RequireAuthorization(SignIn.PatronPolicy);
        mine.MapGet("", GetAsync)
            .Produces<PreferencesView>()
            .WithName("Preferences").WithSummary("The language of mails, which reminders are wanted, and whether a history is kept.");
        mine.MapPut("", PutAsync).Accepts<PreferencesForm>("application/json").Produces<PreferencesView>().ProducesProblem(400).ProducesProblem(422)
            .WithName("ChoosePreferences").WithSummary("Chooses them; what is left out stays as it is. Obligatory notices cannot be turned off.");
    }

    private static async Task<IResult> GetAsync(HttpContext context, PreferencesService preferences, MailRules rules, CancellationToken cancellation) =>
        View(context, await preferences.FindAsync(context.Patron(), cancellation), rules);

    private static async Task<IResult> PutAsync(HttpContext context, PreferencesService preferences, MailRules rules, CancellationToken cancellation)
    {
        var form = await StrictJson.ReadAsync<PreferencesForm>(context.Request, cancellation);
        return View(context, await preferences.ChooseAsync(context.Patron(), form, cancellation), rules);
    }

    private static IResult View(HttpContext context, Preferences preferences, MailRules rules) =>
        Results.Json(Of(context.Patron(), preferences, rules), PagedJson.Options);

    internal static PreferencesView Of(Patron patron, Preferences preferences, MailRules rules) => new(
        NoticeLanguages.Of(new Addressee(patron.Person, preferences).Reader.Language).Tag(),
        PreferencesService.Languages,
        [.. preferences.TurnedOff.Where(rules.IsOptional)],
        rules.OptionalNotices,
        [.. Enum.GetValues<Notice>().Where(notice => !rules.IsOptional(notice))],
        preferences.KeepHistory);
}
