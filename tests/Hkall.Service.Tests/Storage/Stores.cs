using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Service.Tests.Storage;

/// <summary>Empty stores for one test, the count of what they were asked, and how time passes for them.</summary>
public sealed record Stores(IRows Rows, IBlobs Blobs, IMessageQueue Queue, StorageRequestCounter Counter)
{
    public static Stores InMemory() => InMemory(new FakeTimeProvider());

    /// <summary>Moves the clock where there is one to move; Azurite's goes by itself.</summary>
    public Action<TimeSpan> Wait { get; init; } = _ => { };

    public static Stores InMemory(FakeTimeProvider clock)
    {
        var counter = new StorageRequestCounter();
        return new(new MemoryRows(counter.Count), new MemoryBlobs(counter.Count), new MemoryQueue(clock, counter.Count), counter) { Wait = clock.Advance };
    }

    /// <summary>What a call cost, as <c>tables GET: 1</c>.</summary>
    public async Task<string> CostOf(Func<Task> call)
    {
        var before = Counter.Snapshot();
        await call();
        return string.Join(", ", Counter.Snapshot()
            .Select(count => (count.Key, Cost: count.Value - before.GetValueOrDefault(count.Key)))
            .Where(count => count.Cost > 0)
            .Select(count => $"{count.Key}: {count.Cost}"));
    }
}

/// <summary>A test against stores that some of its subclasses keep in memory and others in Azurite.</summary>
public abstract class StoresContract : IAsyncLifetime
{
    protected static CancellationToken None => CancellationToken.None;

    protected Stores Stores { get; private set; } = null!;

    public async Task InitializeAsync() => Stores = await OpenAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    protected abstract Task<Stores> OpenAsync();
}
