using System.Globalization;
using Hkall.LocalHost.Emulator;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Tests.Storage;

/// <summary>One Azurite for the whole run, in memory. Each test gets tables, containers and a queue of its own.</summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteProcess _azurite = null!;
    private int _opened;

    public string ConnectionString => _azurite.ConnectionString;

    // The clock of the machine: it only bounds how long a child process may take to start.
#pragma warning disable RS0030
    public async Task InitializeAsync() => _azurite = await AzuriteProcess.StartAsync(dataFolder: null, TimeProvider.System, CancellationToken.None);
#pragma warning restore RS0030

    public async Task DisposeAsync() => await _azurite.DisposeAsync();

    public string NewPrefix() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _opened)}");

    public async Task<Stores> OpenAsync()
    {
        var counter = new StorageRequestCounter();
        var clients = StorageClients.Connect(ConnectionString, new StorageClientSettings { Prefix = NewPrefix(), EachRequest = counter });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        return new(clients.Rows, clients.Blobs, clients.Queue, counter);
    }
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "Azurite";
}
