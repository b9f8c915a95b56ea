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

    /// <summary>What a process that slept between any two steps reads again: the libraries' directory, the patron's address, the calendar, what
    /// version of the policy is in force, and the letters that staff changed.</summary>
    private const int MostForALoanAmongExpiredCaches = 73;

    /// <summary>
    /// A reminder that waits for the morning all by itself: into the tray, the tray read, a try begun and ended. Several share all but the first.
    /// </summary>
    private const int ForTheMorning = 5;

    /// <summary>A process reads the letters that staff changed with its first mail; many loans share that.</summary>
    private const int ForTheLetters = 1;

    internal abstract Task<World> OpenAsync(bool cachesExpire = false);

    [Theory]
    [InlineData(1, MostForALoan + ForTheMorning + ForTheLetters)]
    public async Task A_physical_loan_costs_at_most_35_storage_requests_and_5_more_for_a_lone_reminder(int loans, int most) =>
        await ShouldCostAsync(await OpenAsync(), loans, most);

    [Fact]
    public async Task A_loan_all_by_itself_on_which_every_cache_has_expired_costs_a_few_more() =>
        await ShouldCostAsync(await OpenAsync(cachesExpire: true), 1, MostForALoanAmongExpiredCaches);

    internal static async Task ShouldCostAsync(World world, int loans, int most)
    {
        await using var service = new AService(world, Mishap.None);
        var script = new LoanScript(world, service, loans);

        await script.RunAsync();

        script.PerLoan.ShouldBeLessThanOrEqualTo(most, script.Breakdown());
    }
}

public sealed class PhysicalLoanInMemoryTests : PhysicalLoanContract
{
    [Theory]
    [InlineData(10)]
    [InlineData(100)]
    public async Task Many_physical_loans_cost_at_most_35_storage_requests_each(int loans) => await ShouldCostAsync(await OpenAsync(), loans, MostForALoan);

    internal override Task<World> OpenAsync(bool cachesExpire = false) => World.InMemoryAsync(cachesExpire: cachesExpire);
}

public sealed class PhysicalLoanInAzuriteTests(AzuriteFixture azurite) : PhysicalLoanContract, IClassFixture<AzuriteFixture>
{
    [Fact]
    [Trait("Run", "Full")]
    public async Task Ten_physical_loans_in_the_emulator_cost_at_most_35_storage_requests_each() => await ShouldCostAsync(await OpenAsync(), 10, MostForALoan);

    internal override Task<World> OpenAsync(bool cachesExpire = false) => World.InAzuriteAsync(azurite, cachesExpire: cachesExpire);
}
