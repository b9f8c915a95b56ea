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

    /// <summary>The three cases of a journey begin at different calls, so that together they strike one call in three.</summary>
    [Theory]
    [InlineData("loan", Fault.KilledBefore, 1)]
    [InlineData("loan", Fault.KilledAfter, 4)]
    [InlineData("loan", Fault.ReplyLost, 7)]
    [InlineData("copy", Fault.KilledBefore, 2)]
    [InlineData("copy", Fault.KilledAfter, 5)]
    [InlineData("copy", Fault.ReplyLost, 8)]
    public Task The_sweep_alone_brings_a_journey_to_its_end_after_a_fault_at_one_storage_call_in_nine(string journey, Fault fault, int first) =>
        CrashTests.ShouldSurviveAsync(journey, fault, first, oneIn: 9, leastCalls: 0, deaf: true);

    [Theory]
    [Trait("Run", "Full")]
    [InlineData("loan", Fault.KilledBefore)]
    [InlineData("loan", Fault.KilledAfter)]
    [InlineData("loan", Fault.ReplyLost)]
    [InlineData("copy", Fault.KilledBefore)]
    [InlineData("copy", Fault.KilledAfter)]
    [InlineData("copy", Fault.ReplyLost)]
    public Task The_sweep_alone_brings_a_journey_to_its_end_after_a_fault_at_any_storage_call(string journey, Fault fault) =>
        CrashTests.ShouldSurviveAsync(journey, fault, first: 1, oneIn: 1, leastCalls: 0, deaf: true);
}
