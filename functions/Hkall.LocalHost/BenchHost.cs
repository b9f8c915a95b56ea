using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Endpoints;

namespace Hkall.LocalHost;

/// <summary>The bench as a web application.</summary>
public static class BenchHost
{
    /// <param name="addDesk">Adds the desk, its stores and <see cref="StorageCounts"/>.</param>
    /// <param name="useDesk">Puts the desk's own pipeline and routes in front of the bench's.</param>
    /// <param name="real">The time that passes outside, for a test to stand in for.</param>
    /// <exception cref="BadArgumentException">The data folder cannot be used.</exception>
    public static WebApplication Build(BenchArguments arguments, Action<WebApplicationBuilder> addDesk, Action<WebApplication> useDesk, TimeProvider? real = null)
    {
        // The arguments are ours alone, and the pages lie beside the program wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(arguments.Urls.Split(';'));
        builder.Services.AddBench(arguments, real);
        addDesk(builder);
        var app = builder.Build();
        useDesk(app);
        app.MapBench();
        return app;
    }

    /// <summary>Serves until it is stopped, and says in one line where.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken cancellation)
    {
        await app.StartAsync(cancellation);
        await Console.Out.WriteLineAsync($"Ready at {app.Services.GetRequiredService<BenchAddress>().Url.ToString().TrimEnd('/')}");
        await app.WaitForShutdownAsync(cancellation);
    }
}
