namespace Hkall.Service.Tests.Crashes;

/// <summary>What we lend, with the process killed before or after each storage call, and the storage failing it there: as for what we borrow.</summary>
public sealed class LendingCrashTests
{
    public static IEnumerable<object[]> Faults =>
        from journey in new[] { "lending a loan", "lending a copy" }
        from fault in Enum.GetValues<Fault>()
        where fault != Fault.None
        select new object[] { journey, fault };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_at_any_storage_call_loses_nothing_doubles_nothing_and_counts_once(string journey, Fault fault)
    {
        var calls = await CrashTests.CallsAsync(() => World.InMemoryAsync(), journey);
        calls.ShouldBeGreaterThan(40);
        var failures = new List<string>();
        for (var call = 1; call <= calls; call++)
        {
            await CrashTests.FailingAt(await World.InMemoryAsync(), journey, fault, call, failures);
        }

        failures.ShouldBeEmpty($"{failures.Count} of {calls} failed.");
    }

    [Theory]
    [InlineData("lending a loan", false)]
    [InlineData("lending a loan", true)]
    [InlineData("lending a copy", false)]
    [InlineData("lending a copy", true)]
    public async Task Two_desks_that_lend_in_turns_are_never_misled_by_what_they_remember(string journey, bool deaf)
    {
        await using var callers = new Callers(await World.InMemoryAsync(), [Mishap.None, Mishap.None], deaf);

        await CrashTests.RunAsync(callers, journey);
        await Books.ShouldBeAtRestAsync(callers);

        callers.World.Lenders.Told.Select(word => word.MessageId).ShouldBeUnique();
    }
}
