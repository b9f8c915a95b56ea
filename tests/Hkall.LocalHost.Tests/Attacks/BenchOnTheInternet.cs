using Hkall.Service.Outwards;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Attacks;

/// <summary>A bench that calls only the public internet, as the service does on Azure.</summary>
public sealed class BenchOnTheInternet : IAsyncLifetime
{
    public ABench Bench { get; private set; } = null!;

    public async Task InitializeAsync() =>
        Bench = await ABench.InMemoryAsync(services => services.AddSingleton(new OutwardReach(ThisMachine: false)));

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
