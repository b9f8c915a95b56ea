using System.Globalization;
using Hkall.LocalHost.Emulator;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;

namespace Hkall.Service.Tests.Storage;

/// <summary>
/// One Azurite for the whole run, in memory. Each test gets tables, containers and a queue of its own, so that test classes that
/// share it run side by side.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    // The clock of the machine: it only bounds how long a child process may take to start.
#pragma warning disable RS0030
    /// <summary>Started by the first class that needs it. It ends with the test run, when its standard input closes.</summary>
    private static readonly Lazy<Task<AzuriteProcess>> OfThisRun = new(
        () => AzuriteProcess.StartAsync(dataFolder: null, TimeProvider.System, CancellationToken.None));
#pragma warning restore RS0030

    private static int _opened;

    private AzuriteProcess _azurite = null!;

    public string ConnectionString => _azurite.ConnectionString;

    public async Task InitializeAsync() => _azurite = await OfThisRun.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    public string NewPrefix() => string.Create(CultureInfo.InvariantCulture, $"t{Interlocked.Increment(ref _opened)}");

    public async Task<Stores> OpenAsync()
    {
        var counter = new StorageRequestCounter();
        var clients = StorageClients.Connect(ConnectionString, new StorageClientSettings { Prefix = NewPrefix(), EachRequest = counter });
        await clients.EnsureCreatedAsync(CancellationToken.None);
        return new(clients.Rows, clients.Blobs, clients.Queue, counter);
    }
}
