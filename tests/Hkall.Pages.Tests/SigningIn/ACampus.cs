using Hkall.Pages.SigningIn;
using Hkall.Pages.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Web;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Pages.Tests.SigningIn;

/// <summary>A bench whose pages sign people in at a provider.</summary>
internal sealed class ACampus : IAsyncDisposable
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false });

    private ACampus(AnIdentityProvider provider, ABench bench) => (Provider, Bench) = (provider, bench);

    public AnIdentityProvider Provider { get; }

    public ABench Bench { get; }

    public static async Task<ACampus> StartAsync(TimeProvider? machine = null, Action<IServiceCollection>? adapt = null)
    {
        var provider = await AnIdentityProvider.StartAsync(machine);
        return new ACampus(provider, await ABench.InMemoryAsync(services =>
        {
            services.AddSingleton(
                new SignInOptions(provider.Issuer, AnIdentityProvider.ClientId, [], $"{provider.Issuer}/.well-known/openid-configuration"));
            services.AddCampusSignIn(new CampusClient(AnIdentityProvider.Secret));
            if (machine is not null)
            {
                services.AddSingleton(new MachineTime(machine));
            }

            adapt?.Invoke(services);
        }));
    }

    /// <returns>Somebody who has signed in at the provider.</returns>
    public async Task<AForm> SignedInAsync()
    {
        var reader = new AForm(Bench);
        (await reader.GetAsync(await ThroughTheProviderAsync(reader, "/account"))).ShouldBe(302);
        return reader;
    }

    /// <returns>The address at which the provider sends the browser back to us, with its code.</returns>
    public async Task<string> ThroughTheProviderAsync(AForm reader, string returnUrl, string door = "/sign-in")
    {
        var sent = (await reader.GetAsync($"{door}?returnUrl={Uri.EscapeDataString(returnUrl)}")).ShouldBe(302);
        using var answer = await Http.GetAsync(sent.Header("Location"));
        var back = answer.Headers.Location!;
        back.GetLeftPart(UriPartial.Authority).ShouldBe(Bench.Url.GetLeftPart(UriPartial.Authority));
        return back.PathAndQuery;
    }

    /// <summary>What the provider sends when a session has ended there.</summary>
    public async Task<Answer> LogoutAsync(params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        return await Bench.SendAsync(HttpMethod.Post, "/sign-out/back-channel", null, content);
    }

    public async ValueTask DisposeAsync()
    {
        await Bench.DisposeAsync();
        await Provider.DisposeAsync();
    }
}
