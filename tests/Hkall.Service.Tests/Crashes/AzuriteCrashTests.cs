using Hkall.Service.Tests.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The same in the emulator, at some of the calls: what holds in memory holds behind the storage clients.</summary>
public sealed class AzuriteCrashTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private const int OneInFive = 5;
    private const int OneInForty = 40;

    /// <summary>Takes seconds: a journey in the emulator takes most of one.</summary>
    [Theory]
    [InlineData("loan", Fault.KilledAfter, 13)]
    [InlineData("copy", Fault.ReplyLost, 22)]
    [InlineData("lending a loan", Fault.KilledBefore, 7)]
    [InlineData("lending a copy", Fault.KilledAfter, 31)]
    public Task A_fault_at_one_storage_call_in_forty_loses_nothing_and_doubles_nothing(string journey, Fault fault, int first) =>
        ShouldSurviveAsync(journey, fault, first, OneInForty);

    [Theory]
    [Trait("Run", "Full")]
    [InlineData("loan", Fault.KilledBefore, 1)]
    [InlineData("loan", Fault.KilledAfter, 3)]
    [InlineData("copy", Fault.KilledBefore, 2)]
    [InlineData("copy", Fault.KilledAfter, 4)]
    [InlineData("loan", Fault.ReplyLost, 5)]
    [InlineData("lending a loan", Fault.KilledAfter, 1)]
    [InlineData("lending a copy", Fault.KilledBefore, 4)]
    public Task A_fault_at_every_fifth_storage_call_loses_nothing_and_doubles_nothing(string journey, Fault fault, int first) =>
        ShouldSurviveAsync(journey, fault, first, OneInFive);

    private async Task ShouldSurviveAsync(string journey, Fault fault, int first, int oneIn)
    {
        var calls = await CrashTests.CallsAsync(() => World.InMemoryAsync(), journey);
        var failures = new List<string>();
        for (var call = first; call <= calls; call += oneIn)
        {
            await CrashTests.FailingAt(await World.InAzuriteAsync(azurite), journey, fault, call, failures);
        }

        failures.ShouldBeEmpty($"{failures.Count} of {calls / oneIn} failed.");
    }
}
