using Hkall.Service.Engine;
using Hkall.Service.Policies;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.PolicyVersions;

/// <summary>Versions that cannot be read stop nothing.</summary>
public sealed class DamagedPoliciesTests
{
    [Theory]
    [InlineData("w:000002:00", "not json")]
    [InlineData("w:000002:00", """{"text":"{ \"figures\": { \"pickupDays\": 0 } }"}""")]
    [InlineData("v:000002", "not json")]
    public async Task If_the_version_in_force_is_damaged_a_host_that_starts_takes_the_one_before(string key, string body)
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));
        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(4, "2027-01")));
        await DamageAsync(world, "v:000003", "not json");
        await DamageAsync(world, key, body);

        await using var started = new AService(world, Mishap.None);
        (await started.Requests.BookAsync(started.Stop)).Policy.PickupDays.ShouldBe(7);
        started.Get<PolicyInForce>().Number.ShouldBe(1);
        (await started.Get<PolicyInForce>().LinesAsync(started.Stop)).ShouldHaveSingleItem()
            .ShouldBe("policy: version 3, 2 cannot be used; version 1 is in force");

        // A host that has read the version before goes on with it.
        world.Clock.Advance(RuleBooks.KeptFor);
        (await host.Requests.BookAsync(host.Stop)).Policy.PickupDays.ShouldBe(4);
        (await desk.AllAsync()).InForce.ShouldBe(3);
    }

    [Fact]
    public async Task If_the_register_is_damaged_the_last_version_stays_in_force_and_the_operators_read_it()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));
        await DamageAsync(world, "a", "[]");
        world.Clock.Advance(RuleBooks.KeptFor);

        (await host.Requests.BookAsync(host.Stop)).Policy.PickupDays.ShouldBe(5);
        (await desk.InForce.LinesAsync(host.Stop)).ShouldHaveSingleItem().ShouldStartWith("policy:");
    }

    [Fact]
    public async Task If_the_storage_cannot_be_reached_the_last_version_stays_in_force()
    {
        var world = await World.InMemoryAsync();
        await using var host = new AService(world, Mishap.None);
        var desk = new PolicyDesk(host);
        await desk.PutAsync(await desk.DraftAsync(PolicyDesk.Shelf(5, "2026-12")));
        var down = new Down(world.Stores.Rows);
        await using var other = new AService(world.Over(down), Mishap.None);
        (await other.Requests.BookAsync(other.Stop)).Policy.PickupDays.ShouldBe(5);

        down.IsDown = true;
        world.Clock.Advance(RuleBooks.KeptFor);
        (await other.Get<PolicyInForce>().RefreshAsync(other.Stop)).Policy.PickupDays.ShouldBe(5);
        (await other.Get<PolicyInForce>().LinesAsync(other.Stop)).Count.ShouldBe(1);
        down.Asked = 0;
        await other.Get<PolicyInForce>().RefreshAsync(other.Stop);
        down.Asked.ShouldBe(0, "it is not asked again at every call");

        down.IsDown = false;
        world.Clock.Advance(RuleBooks.KeptFor);
        await other.Get<PolicyInForce>().RefreshAsync(other.Stop);
        (await other.Get<PolicyInForce>().LinesAsync(other.Stop)).ShouldBeEmpty();
    }

    private static async Task DamageAsync(World world, string key, string body)
    {
        var row = (await world.Stores.Rows.FindAsync(RowTable.Policies, "policies", key, CancellationToken.None)).ShouldNotBeNull();
        await world.Stores.Rows.CommitAsync(RowTable.Policies, "policies", [new RowWrite.Put(row with { Body = body })], CancellationToken.None);
    }

    private sealed class Down(IRows rows) : IRows
    {
        public bool IsDown { get; set; }

        public int Asked { get; set; }

        public Task<Row?> FindAsync(RowTable table, string partition, string key, CancellationToken cancellation) =>
            At(table, () => rows.FindAsync(table, partition, key, cancellation));

        public Task<IReadOnlyList<Row>> RangeAsync(
            RowTable table, string partition, string from, string to, int take, bool openOnly, CancellationToken cancellation) =>
            At(table, () => rows.RangeAsync(table, partition, from, to, take, openOnly, cancellation));

        public Task<CommitResult> CommitAsync(RowTable table, string partition, IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            At(table, () => rows.CommitAsync(table, partition, writes, cancellation));

        private Task<T> At<T>(RowTable table, Func<Task<T>> call)
        {
            Asked += table == RowTable.Policies ? 1 : 0;
            return IsDown ? throw new StorageUnavailableException("The storage is down.") : call();
        }
    }
}
