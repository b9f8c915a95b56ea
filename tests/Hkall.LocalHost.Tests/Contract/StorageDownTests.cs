using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.LocalHost.Tests.Contract;

/// <summary>While the storage does not answer nothing is confirmed, and everybody is told to come again.</summary>
public sealed class StorageDownTests : IAsyncLifetime
{
    private readonly Switch _storage = new();
    private ABench _bench = null!;

    public async Task InitializeAsync() => _bench = await ABench.InMemoryAsync(services => services.AddSingleton<IRows>(_storage));

    public async Task DisposeAsync() => await _bench.DisposeAsync();

    [Fact]
    public async Task Nothing_is_confirmed_that_is_not_stored()
    {
        var patron = _bench.Patron("okafor");
        var id = await patron.HasPlacedAsync(Orders.Kuhn);
        _storage.Down = true;

        (await _bench.GetAsync("/healthz")).ShouldBe(200);
        ShouldSayLater(await _bench.GetAsync("/readyz"));
        ShouldSayLater(await patron.GetAsync("/api/me"));
        ShouldSayLater(await patron.GetAsync($"/api/requests/{id}"));
        ShouldSayLater(await patron.PlaceAsync(Orders.Piketty, ("Idempotency-Key", "k1")));
        ShouldSayLater(await patron.CancelsAsync(id));
        ShouldSayLater(await _bench.LendingStaff().TriesToAsync("receive", id));

        _storage.Down = false;
        (await _bench.GetAsync("/readyz")).ShouldBe(200);
        (await patron.MyRequestsAsync()).ShouldHaveSingleItem().At("status").ShouldBe("expected");
        (await patron.PlaceAsync(Orders.Piketty, ("Idempotency-Key", "k1"))).ShouldBe(201);
    }

    private static void ShouldSayLater(Answer answer)
    {
        answer.ShouldBeProblem(503, "storage-unavailable");
        answer.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    private sealed class Switch : IRows
    {
        private readonly MemoryRows _rows = new(_ => { });

        public bool Down { get; set; }

        private IRows Rows => Down ? throw new StorageUnavailableException("Switched off.") : _rows;

        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            Rows.FindAsync(table, partition, key, cancellation);

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            Rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation);

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            Rows.CommitAsync(table, partition, writes, cancellation);
    }
}
