using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>A bench that trusts an issuer of the test's own.</summary>
public sealed class BenchWithIssuer : IAsyncLifetime
{
    public AnIssuer Issuer { get; } = new();

    public ABench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await ABench.InMemoryAsync(services => services.AddSingleton(Issuer.Options));

    public async Task DisposeAsync()
    {
        await Bench.DisposeAsync();
        Issuer.Dispose();
    }
}
