using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hkall.Pages.Account;
using Hkall.Pages.Answers;
using Hkall.Pages.Downloads;
using Hkall.Pages.Finding;
using Hkall.Pages.Help;
using Hkall.Pages.Home;
using Hkall.Pages.Kit;
using Hkall.Pages.LentCopies;
using Hkall.Pages.Placing;
using Hkall.Pages.Portal;
using Hkall.Pages.Print;
using Hkall.Pages.Promises;
using Hkall.Pages.Requests;
using Hkall.Pages.SigningIn;
using Hkall.Pages.Staff;
using Hkall.Pages.Staff.Lending;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages;

/// <summary>Adds and maps the pages. They are in this assembly, so every host serves the same ones.</summary>
public static class PageEndpoints
{
    /// <summary>Adds the pages to the service. The host adds <see cref="SignInDoor"/>, where a person signs in.</summary>
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Chinese is written as characters, not as numeric references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddPageSession();
        services.AddSingleton<IWebFeature, PagesFeature>();
        services.AddSingleton<IErrorPages, ErrorPages>();
        services.AddSingleton<OwnRequestView>();
        services.AddSingleton<RequestRows>();
        services.AddSingleton<OrderService>();
        services.AddSingleton<StaffRequestView>();
        services.AddSingleton<LendingRequestView>();
    }

    internal static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/pages/{name}", PageRoutes.Reading, (HttpContext context, string name) => PageFiles.Send(context, name))
            .AllowAnonymous().ExcludeFromDescription();
        routes.MapPortal();
        routes.MapHome();
        routes.MapPromisesPages();
        routes.MapHelpPages();
        routes.MapCitationPages();
        routes.MapPlacePages();
        routes.MapRequestPages();
        routes.MapAccountPages();
        routes.MapSignIn();
        routes.MapDownloadPages();
        routes.MapLentCopyPages();
        routes.MapAnswerPages();
        routes.MapBorrowerAnswerPages();
        routes.MapStaffPages();
        routes.MapLendingPaper();
        routes.MapInvoicePaper();
    }
}
