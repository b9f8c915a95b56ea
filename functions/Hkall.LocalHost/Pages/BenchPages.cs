using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Libraries;
using Hkall.LocalHost.Mail;
using Hkall.LocalHost.People;
using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Web;

namespace Hkall.LocalHost.Pages;

/// <summary>The bench's own pages: sign-in, clock and caught mail.</summary>
internal static class BenchPages
{
    /// <summary>How many of the newest mails are listed; a tester would not read a longer list.</summary>
    private const int MostMail = 100;

    public static void AddBenchPages(this IServiceCollection services)
    {
        services.AddSingleton(new SignInDoor(returnUrl => PageRoutes.Then($"/bench/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}")));
        services.AddSingleton(new PageStrip(typeof(BenchStrip)));
        services.AddSingleton<Hkall.Pages.Home.IFinder, Catalogue.CatalogueFinder>();
    }

    public static void Map(IEndpointRouteBuilder routes)
    {
        var pages = routes.MapPageGroup();
        pages.MapMethods(
            "/bench/sign-in", PageRoutes.Reading, (string? returnUrl) => PageRoutes.Page<BenchSignIn>(new { ReturnUrl = PageLinks.Within(returnUrl) }));
        pages.MapPost("/bench/sign-in/as", SignInAsync);
        pages.MapPost("/bench/clock/move", MoveAsync);
        pages.MapMethods("/bench", PageRoutes.Reading, (MailCatcher catcher, LibraryList list) => PageRoutes.Page<BenchPage>(new Dictionary<string, object?>
        {
            ["Mail"] = (IReadOnlyList<(CaughtMail, int)>)[.. catcher.To(null).Select((mail, number) => (mail, number)).Reverse().Take(MostMail)],
            ["Libraries"] = list.All,
        }));
        pages.MapMethods("/bench/styles", PageRoutes.Reading, (BenchClock clock) => PageRoutes.Page<StylesPage>(new
        {
            Today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime),
        }));
        pages.MapMethods(
            "/bench/mail/{number:int}", PageRoutes.Reading, (int number, MailCatcher catcher) => catcher.To(null).ElementAtOrDefault(number) is { } mail
            ? PageRoutes.Page<BenchMailPage>(new { Mail = mail })
            : Problems.NotFound());
        pages.MapPost("/bench/script", ScriptAsync);
    }

    private static async Task<IResult> ScriptAsync(HttpContext context, LibraryList list, SimulatedLibraries libraries, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (form["symbol"] is not { } symbol || form["scenario"] is not { } scenario || Scenarios.Find(scenario) is null
            || (symbol != SimulatedLibraries.Everyone && list.Find(symbol) is null))
        {
            return Problems.NotFound();
        }

        libraries.Script(symbol, [scenario]);
        return PageRoutes.Then("/bench");
    }

    private static async Task<IResult> SignInAsync(HttpContext context, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (form["person"] is not { } name || SamplePeople.Find(name) is not { } person)
        {
            return Problems.NotFound();
        }

        await PageSession.BeginAsync(context, BenchIssuer.ClaimsOf(person));
        context.Response.Cookies.Delete(Visit.LanguageCookie);
        return PageRoutes.Then(PageLinks.Within(form["returnUrl"]));
    }

    /// <summary>Moves a manual clock to the next event or by a duration.</summary>
    private static async Task<IResult> MoveAsync(HttpContext context, BenchClock clock, BenchDriver driver, CancellationToken cancellation)
    {
        var form = await PageForm.ReadAsync(context, cancellation);
        if (clock.Pace.Mode == ClockMode.Manual)
        {
            await driver.SettleAsync(cancellation);
            if (Iso8601.Duration(form["advance"] ?? string.Empty) is { } duration && duration <= TimeSpan.FromDays(366))
            {
                await driver.AdvanceAsync(duration, cancellation);
            }
            else if (driver.NextDue is { } due)
            {
                await driver.AdvanceAsync(due, cancellation);
            }
        }

        return PageRoutes.Then(PageLinks.Within(form["returnUrl"]));
    }
}
