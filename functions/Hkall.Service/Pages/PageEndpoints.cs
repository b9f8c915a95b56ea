using System.Text.Encodings.Web;
using System.Text.Unicode;
using Hkall.Service.Pages.Account;
using Hkall.Service.Pages.Downloads;
using Hkall.Service.Pages.Home;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Pages.LentCopies;
using Hkall.Service.Pages.Placing;
using Hkall.Service.Pages.Portal;
using Hkall.Service.Pages.Requests;
using Hkall.Service.Pages.SigningIn;
using Hkall.Service.Pages.Staff;
using Hkall.Service.Pages.Staff.Lending;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Service.Pages;

/// <summary>Maps the pages. They are in this assembly, so every host serves the same ones.</summary>
public static class PageEndpoints
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Chinese is written as characters, not as numeric references.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddPageSession();
        services.AddPortalAccess();
        services.AddSingleton<RequestActions>();
        services.AddSingleton<OrderService>();
        services.AddSingleton<StaffRequestView>();
        services.AddSingleton<LendingRequestView>();
    }

    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/pages/{name}", PageRoutes.Reading, (HttpContext context, string name) => PageFiles.Send(context, name)).ExcludeFromDescription();
        routes.MapPortal();
        routes.MapHome();
        routes.MapPlacePages();
        routes.MapRequestPages();
        routes.MapAccountPages();
        routes.MapSignIn();
        routes.MapDownloadPages();
        routes.MapLentCopyPages();
        routes.MapStaffPages();
    }
}
