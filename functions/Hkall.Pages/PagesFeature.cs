using Hkall.Pages.Kit;
using Hkall.Pages.SigningIn;
using Hkall.Service.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Hkall.Pages;

/// <summary>Puts the pages into the service's pipeline.</summary>
internal sealed class PagesFeature : IWebFeature
{
    public void UseIn(IApplicationBuilder app) => app.UsePageSession();

    public void Map(IEndpointRouteBuilder routes) => routes.MapPages();

    public void SetHeaders(HttpContext context) => PageHeaders.Set(context);
}
