namespace Hkall.Service.Tests.Crashes;

/// <summary>A nudge is a hint: with every one of them lost, the sweep alone brings everything to its end.</summary>
public sealed class DroppedNudgesTests
{
    [Theory]
    [InlineData("loan")]
    [InlineData("copy")]
    public async Task The_sweep_alone_brings_a_journey_to_its_end(string journey)
    {
        await using var callers = new Callers(await World.InMemoryAsync(), [Mishap.None], deaf: true);

        await CrashTests.RunAsync(callers, journey);

        await Books.ShouldBeAtRestAsync(callers);
    }

    [Theory]
    [InlineData("loan", Fault.KilledBefore)]
    [InlineData("loan", Fault.KilledAfter)]
    [InlineData("loan", Fault.ReplyLost)]
    [InlineData("copy", Fault.KilledBefore)]
    [InlineData("copy", Fault.KilledAfter)]
    [InlineData("copy", Fault.ReplyLost)]
    public async Task So_it_does_after_a_fault_at_any_storage_call(string journey, Fault fault)
    {
        var calls = await CrashTests.CallsAsync(() => World.InMemoryAsync(), journey);
        var failures = new List<string>();
        for (var call = 1; call <= calls; call++)
        {
            await CrashTests.FailingAt(await World.InMemoryAsync(), journey, fault, call, failures, deaf: true);
        }

        failures.ShouldBeEmpty($"{failures.Count} of {calls} failed.");
    }
}
