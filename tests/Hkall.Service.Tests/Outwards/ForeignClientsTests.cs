using System.Text.RegularExpressions;
using Hkall.Service.Circulation.Alma;
using Hkall.Service.Citing;
using Hkall.Service.Engine;
using Hkall.Service.Locating;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace Hkall.Service.Tests.Outwards;

/// <summary>Every HTTP client of the service calls by the one handler: a new one that forgets it is found here.</summary>
public sealed partial class ForeignClientsTests
{
    /// <summary>Where a handler may be made: the handler itself, and the storage's transport, whose addresses are ours.</summary>
    private static readonly string[] MayMakeHandlers = ["Outwards/ForeignHttp.cs", "Storage/Azure/StorageClients.cs"];

    [Fact]
    public void No_client_follows_a_redirect_or_uses_a_proxy_or_keeps_cookies()
    {
        using var services = Services().BuildServiceProvider();
        var names = Services().Select(service => service.ImplementationInstance).OfType<ConfigureNamedOptions<HttpClientFactoryOptions>>()
            .Select(options => options.Name).OfType<string>().Distinct().ToList();

        names.ShouldBe(["ScanClient", "PartnerHttpClient", "catalogues", SourceClient.ClientName, AlmaCirculation.Client], ignoreOrder: true);
        foreach (var name in names)
        {
            var handler = Last(services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name)).ShouldBeOfType<SocketsHttpHandler>(name);
            handler.AllowAutoRedirect.ShouldBeFalse(name);
            handler.UseProxy.ShouldBeFalse(name);
            handler.UseCookies.ShouldBeFalse(name);
            handler.ConnectCallback.ShouldNotBeNull(name);
            handler.MaxResponseHeadersLength.ShouldBe(32, name);
        }
    }

    [Fact]
    public void No_source_makes_a_handler_or_a_client_beside_it()
    {
        var folder = Path.Combine(Root(), "functions", "Hkall.Service");
        var making = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Making().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'));

        making.ShouldBe(MayMakeHandlers, ignoreOrder: true);
    }

    private static ServiceCollection Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddHkallService();
        services.AddAlma(new AlmaOptions(new Uri("https://alma.example"), "key", "LNU"));
        services.AddFinding([new Catalogue { Name = "union", Address = new Uri("https://union.example/sru") }]);
        services.AddSingleton(new MachineTime(new Microsoft.Extensions.Time.Testing.FakeTimeProvider()));
        return services;
    }

    private static HttpMessageHandler Last(HttpMessageHandler handler) =>
        handler is DelegatingHandler { InnerHandler: { } inner } ? Last(inner) : handler;

    private static string Root([System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"new (SocketsHttpHandler|HttpClientHandler|HttpClient)\b|SocketsHttpHandler Checked|: HttpClientHandler")]
    private static partial Regex Making();
}
