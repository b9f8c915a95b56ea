using Hkall.Service.Pages.Downloads;
using Hkall.Service.Pages.Home;
using Hkall.Service.Pages.Kit;
using Hkall.Service.Pages.LentCopies;
using Hkall.Service.Pages.SigningIn;
using Hkall.Service.Pages.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Service.Pages;

/// <summary>The pages. They come from this assembly, so every host serves the same.</summary>
public static class PageEndpoints
{
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/pages/{name}", (HttpContext context, string name) => PageFiles.Send(context, name)).ExcludeFromDescription();
        routes.MapHome();
        routes.MapSignIn();
        routes.MapDownloadPages();
        routes.MapLentCopyPages();
        routes.MapStaffPages();
    }
}
