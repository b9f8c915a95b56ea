using Hkall.Pages.Tests.Kit;
using Hkall.Service.Web;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hkall.Pages.Tests.Portal;

/// <summary>My Requests on a page of another site, which has been told to this service.</summary>
public sealed class PortalTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserTheory]
    [InlineData("en", "The Structure of Scientific Revolutions", "will supply it", "All requests")]
    [InlineData("zh-Hant", "The Structure of Scientific Revolutions", "將會提供資料", "查閱全部申請")]
    [InlineData("zh-CN", "The Structure of Scientific Revolutions", "将会提供文献", "查看全部申请")]
    public async Task A_portal_shows_its_visitor_their_open_requests_in_its_language(string language, string title, string status, string all)
    {
        await using var portal = await PortalAsync();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(new PortalOrigins([portal.Origin])));
        await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        portal.Shows(bench.Url, language, await bench.TokenAsync("okafor"));
        var page = await browser.BareAsync();

        await page.GotoAsync(portal.Origin);
        var shown = page.Locator("hkall-my-requests");
        await shown.GetByText(title).WaitForAsync();

        var text = await shown.EvaluateAsync<string>("it => it.shadowRoot.textContent");
        text.ShouldContain(status);
        text.ShouldContain(all);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_site_that_was_not_named_sees_nothing()
    {
        await using var portal = await PortalAsync();
        await using var bench = await ABench.InMemoryAsync(services => services.AddSingleton(new PortalOrigins(["https://another.example"])));
        await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        portal.Shows(bench.Url, "en", await bench.TokenAsync("okafor"));
        var page = await browser.BareAsync();

        await page.GotoAsync(portal.Origin);

        await page.Locator("hkall-my-requests").GetByText("cannot be shown").WaitForAsync();
        await page.Context.CloseAsync();
    }

    private static async Task<APortal> PortalAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var portal = new APortal(builder.Build());
        await portal.StartAsync();
        return portal;
    }

    private sealed class APortal(WebApplication app) : IAsyncDisposable
    {
        private string _page = string.Empty;
        private string _token = string.Empty;

        public string Origin => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

        public void Shows(Uri service, string language, string token)
        {
            _page = $"""<!doctype html><html lang="{language}"><title>Portal</title><script src="{service}pages/my-requests.js" defer></script><hkall-my-requests token-url="/hkall-token"></hkall-my-requests>""";
            _token = token;
        }

        public Task StartAsync()
        {
            app.MapGet("/", () => Results.Content(_page, "text/html; charset=utf-8"));
            app.MapGet("/hkall-token", () => Results.Json(new { token = _token }));
            return app.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await app.StopAsync();
            await app.DisposeAsync();
        }
    }
}
