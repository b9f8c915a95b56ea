using Hkall.Service.Tests.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The same in the emulator, at some of the calls: what holds in memory holds behind the storage clients.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class AzuriteCrashTests(AzuriteFixture azurite)
{
    private const int Every = 5;

    [Theory]
    [InlineData("loan", Fault.KilledBefore, 1)]
    [InlineData("loan", Fault.KilledAfter, 3)]
    [InlineData("copy", Fault.KilledBefore, 2)]
    [InlineData("copy", Fault.KilledAfter, 4)]
    [InlineData("loan", Fault.ReplyLost, 5)]
    [InlineData("lending a loan", Fault.KilledAfter, 1)]
    [InlineData("lending a copy", Fault.KilledBefore, 4)]
    public async Task A_fault_at_every_fifth_storage_call_loses_nothing_and_doubles_nothing(string journey, Fault fault, int first)
    {
        var calls = await CrashTests.CallsAsync(() => World.InMemoryAsync(), journey);
        var failures = new List<string>();
        for (var call = first; call <= calls; call += Every)
        {
            await CrashTests.FailingAt(await World.InAzuriteAsync(azurite), journey, fault, call, failures);
        }

        failures.ShouldBeEmpty($"{failures.Count} of {calls / Every} failed.");
    }
}
