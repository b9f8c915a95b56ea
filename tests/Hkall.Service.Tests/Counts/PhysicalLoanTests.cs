using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;

namespace Hkall.Service.Tests.Counts;

/// <summary>
/// What a physical loan costs in storage requests, from placing to close. A naive durable orchestration of the same loan
/// costs 138, and its polling on top.
/// </summary>
public abstract class PhysicalLoanContract
{
    internal const int MostForALoan = 35;

    /// <summary>What a process that slept between any two steps reads again: the libraries' directory and the patron's address.</summary>
    private const int MostForALoanAmongExpiredCaches = 45;

    internal abstract Task<World> OpenAsync(bool cachesExpire = false);

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task A_physical_loan_costs_at_most_35_storage_requests_however_many_there_are(int loans) =>
        await ShouldCostAsync(await OpenAsync(), loans, MostForALoan);

    [Fact]
    public async Task A_loan_all_by_itself_on_which_every_cache_has_expired_costs_a_few_more() =>
        await ShouldCostAsync(await OpenAsync(cachesExpire: true), 1, MostForALoanAmongExpiredCaches);

    internal static async Task ShouldCostAsync(World world, int loans, int most)
    {
        await using var desk = new ADesk(world, Mishap.None);
        var script = new LoanScript(world, desk, loans);

        await script.RunAsync();

        script.PerLoan.ShouldBeLessThanOrEqualTo(most, script.Breakdown());
    }
}

public sealed class PhysicalLoanInMemoryTests : PhysicalLoanContract
{
    [Fact]
    public async Task So_do_a_hundred_loans() => await ShouldCostAsync(await OpenAsync(), 100, MostForALoan);

    internal override Task<World> OpenAsync(bool cachesExpire = false) => World.InMemoryAsync(cachesExpire: cachesExpire);
}

[Collection(AzuriteCollection.Name)]
public sealed class PhysicalLoanInAzuriteTests(AzuriteFixture azurite) : PhysicalLoanContract
{
    internal override Task<World> OpenAsync(bool cachesExpire = false) => World.InAzuriteAsync(azurite, cachesExpire: cachesExpire);
}
