namespace Hkall.TestKit.Drivers;

/// <summary>A bench in memory that the tests of a class share; none of them moves its clock.</summary>
public sealed class BenchFixture : IAsyncLifetime
{
    public ABench Bench { get; private set; } = null!;

    public async Task InitializeAsync() => Bench = await ABench.InMemoryAsync();

    public async Task DisposeAsync() => await Bench.DisposeAsync();
}
