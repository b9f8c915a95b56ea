using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Endpoints;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.LocalHost.Pages;
using Hkall.LocalHost.People;
using Hkall.Pages;
using Hkall.Pages.SigningIn;
using Hkall.Service;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Policies;
using Hkall.Service.Web;

namespace Hkall.LocalHost;

/// <summary>The bench: the service on Kestrel, with its stores, its clock, its people and its libraries. Stopping it stops everything it started.</summary>
public sealed class BenchHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly BenchStores _stores;

    private BenchHost(WebApplication app, BenchStores stores)
    {
        _app = app;
        _stores = stores;
    }

    public IServiceProvider Services => _app.Services;

    public Uri Url => Services.GetRequiredService<BenchAddress>().Url;

    /// <summary>Starts everything; the bench serves requests when this returns.</summary>
    /// <param name="machine">Real time.</param>
    /// <param name="adapt">Lets a test replace a service.</param>
    public static async Task<BenchHost> StartAsync(
        BenchArguments arguments, TimeProvider machine, CancellationToken cancellation, Action<IServiceCollection>? adapt = null)
    {
        var stores = await BenchStores.OpenAsync(arguments, machine, cancellation);
        WebApplication? app = null;
        try
        {
            app = Build(arguments, machine, stores, adapt);
            await app.Services.GetRequiredService<SeededDirectory>().PutAsync(cancellation);
            await app.StartAsync(cancellation);
            var host = new BenchHost(app, stores);

            // With port 0 the libraries' addresses are known only now.
            await app.Services.GetRequiredService<SeededDirectory>().PutAsync(cancellation);
            return host;
        }
        catch
        {
            if (app is not null)
            {
                await app.DisposeAsync();
            }

            await stores.DisposeAsync();
            throw;
        }
    }

    public Task WaitForShutdownAsync(CancellationToken cancellation) => _app.WaitForShutdownAsync(cancellation);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _stores.DisposeAsync();
    }

    private static WebApplication Build(BenchArguments arguments, TimeProvider machine, BenchStores stores, Action<IServiceCollection>? adapt)
    {
        // The bench parses its own arguments, and settings are beside the program, whatever the current folder is.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(arguments.Urls.Split(';'));
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
        builder.Services.AddBench(arguments, machine);
        if (arguments.Policy is { } policy)
        {
            using var document = File.OpenRead(policy);
            builder.Services.AddSingleton(PolicyFile.Read(document));
        }

        builder.Services.AddHkallService();
        builder.Services.AddPages();
        builder.Services.AddSingleton(new MachineTime(machine));
        builder.Services.AddSingleton(stores.Rows);
        builder.Services.AddSingleton(stores.Blobs);
        builder.Services.AddSingleton(stores.Queue);
        builder.Services.AddSingleton(stores.Counts);
        builder.Services.AddSingleton(provider => new PublicAddress(() => provider.GetRequiredService<BenchAddress>().Url));
        AddSignIn(builder.Services, arguments);
        builder.Services.AddSingleton(provider => new DownloadTokens(KeptKeys.OfDownloads(provider.GetRequiredService<BenchFolder>())));
        builder.Services.AddSingleton(provider => KeptKeys.OfPartnerSecrets(provider.GetRequiredService<BenchFolder>()));
        builder.Services.AddSingleton(new InboxOptions(PartnerPump.InvisibleFor));
        adapt?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseOnlyOwnHosts(arguments);
        app.UseHkallService();
        app.MapBench();
        BenchPages.Map(app);
        return app;
    }

    /// <summary>The sample people, or the people of a provider: then the sample people's tokens are nobody's.</summary>
    private static void AddSignIn(IServiceCollection services, BenchArguments arguments)
    {
        if (arguments.SignInAt is not { } provider)
        {
            services.AddSingleton(
                found => new SignInOptions(BenchIssuer.Issuer, BenchIssuer.Audience, [found.GetRequiredService<BenchIssuer>().SigningKey]));
            return;
        }

        // An issuer is compared letter by letter, and a Uri adds a slash to one without a path.
        var issuer = provider.OriginalString;
        services.AddSingleton(new SignInOptions(issuer, arguments.ClientId, [], $"{issuer.TrimEnd('/')}/.well-known/openid-configuration"));
        services.AddCampusSignIn(new CampusClient(arguments.ClientSecret));
    }
}
