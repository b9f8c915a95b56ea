namespace Hkall.Service.Tests.Crashes;

/// <summary>What we lend, with the process killed before or after each storage call, and the storage failing it there: as for what we borrow.</summary>
public sealed class LendingCrashTests
{
    /// <summary>
    /// In the quick run each case strikes one call in five, and the five cases of a journey begin at the five first calls: together they strike every call.
    /// </summary>
    private const int OneIn = 5;

    /// <summary>A journey makes more calls than that; fewer would mean that the faults strike nothing.</summary>
    private const int LeastCalls = 40;

    public static IEnumerable<object[]> Faults =>
        from journey in new[] { "lending a loan", "lending a copy" }
        from fault in Enum.GetValues<Fault>()
        where fault != Fault.None
        select new object[] { journey, fault };

    public static IEnumerable<object[]> FaultsAndFirstCalls => Faults.Select((fault, number) => (object[])[.. fault, 1 + (number % OneIn)]);

    [Theory]
    [MemberData(nameof(FaultsAndFirstCalls))]
    public Task A_fault_at_one_storage_call_in_five_loses_nothing_and_doubles_nothing_of_lending(string journey, Fault fault, int first) =>
        CrashTests.ShouldSurviveAsync(journey, fault, first, OneIn, LeastCalls);

    [Theory]
    [Trait("Run", "Full")]
    [MemberData(nameof(Faults))]
    public Task A_fault_at_any_storage_call_loses_nothing_doubles_nothing_and_counts_once(string journey, Fault fault) =>
        CrashTests.ShouldSurviveAsync(journey, fault, first: 1, oneIn: 1, LeastCalls);

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
