using Hkall.LocalHost.Arguments;
using Hkall.LocalHost.Emulator;
using Hkall.LocalHost.Endpoints;
using Hkall.Service.Storage;
using Hkall.Service.Storage.Azure;
using Hkall.Service.Storage.Memory;

namespace Hkall.LocalHost.Keeping;

/// <summary>The rows, files and messages of the bench in the storage its arguments choose. Every request is counted.</summary>
public sealed class BenchStores : IAsyncDisposable
{
    private readonly AzuriteProcess? _azurite;
    private readonly StorageRequestCounter _counter;

    private BenchStores(IRows rows, IBlobs blobs, IMessageQueue queue, StorageRequestCounter counter, AzuriteProcess? azurite)
    {
        (Rows, Blobs, Queue, _counter, _azurite) = (rows, blobs, queue, counter, azurite);
    }

    public IRows Rows { get; }

    public IBlobs Blobs { get; }

    public IMessageQueue Queue { get; }

    public StorageCounts Counts => () => _counter.Snapshot();

    /// <param name="machine">Real time, which storage runs on.</param>
    /// <exception cref="AzuriteException">Azurite is missing or did not start.</exception>
    /// <exception cref="StorageUnavailableException">The account does not answer.</exception>
    public static Task<BenchStores> OpenAsync(BenchArguments arguments, TimeProvider machine, CancellationToken cancellation) => arguments.Storage switch
    {
        BenchStorage.Memory => Task.FromResult(InMemory(machine)),
        BenchStorage.Azurite => InAzuriteAsync(arguments.Data, machine, cancellation),
        BenchStorage.Account account => InAccountAsync(account.ConnectionString, null, cancellation),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public async ValueTask DisposeAsync()
    {
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }

    private static BenchStores InMemory(TimeProvider machine)
    {
        var counter = new StorageRequestCounter();
        return new BenchStores(new MemoryRows(counter.Count), new MemoryBlobs(counter.Count), new MemoryQueue(machine, counter.Count), counter, null);
    }

    private static async Task<BenchStores> InAzuriteAsync(string data, TimeProvider machine, CancellationToken cancellation)
    {
        var azurite = await AzuriteProcess.StartAsync(Path.Combine(data, "azurite"), machine, cancellation);
        try
        {
            return await InAccountAsync(azurite.ConnectionString, azurite, cancellation);
        }
        catch
        {
            await azurite.DisposeAsync();
            throw;
        }
    }

    private static async Task<BenchStores> InAccountAsync(string connectionString, AzuriteProcess? azurite, CancellationToken cancellation)
    {
        var counter = new StorageRequestCounter();
        var clients = StorageClients.Connect(connectionString, new StorageClientSettings { EachRequest = KillSwitch.Around(counter) });
        await clients.EnsureCreatedAsync(cancellation);
        return new BenchStores(clients.Rows, clients.Blobs, clients.Queue, counter, azurite);
    }
}
