using System.Globalization;
using Hkall.LocalHost;
using Hkall.LocalHost.Emulator;
using Hkall.Service.Storage.Azure;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.TestKit.Drivers;

/// <summary>One Azurite for all journeys of a run, in memory; each bench gets tables, containers and a queue of its own.</summary>
public sealed class AzuriteForJourneys : IAsyncLifetime
{
    private AzuriteProcess _azurite = null!;
    private int _opened;

    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(dataFolder: null, BenchServices.RealTime, CancellationToken.None);

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    /// <param name="adapt">Puts something of the test's own in place of a service.</param>
    public async Task<ABench> BenchAsync(Action<IServiceCollection>? adapt = null)
    {
        var prefix = string.Create(CultureInfo.InvariantCulture, $"j{Interlocked.Increment(ref _opened)}");
        var clients = StorageClients.Connect(_azurite.ConnectionString, new StorageClientSettings { Prefix = prefix });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        return await ABench.OnAsync(clients, adapt);
    }
}
