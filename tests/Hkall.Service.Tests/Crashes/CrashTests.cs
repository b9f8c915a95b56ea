namespace Hkall.Service.Tests.Crashes;

/// <summary>
/// The process is killed before or after each storage call of a journey, one after the other, and the storage fails it there.
/// Nothing is lost, nothing is done twice, and the journey reaches its end.
/// </summary>
public sealed class CrashTests
{
    /// <summary>
    /// In the quick run each case strikes one call in ten, and the ten cases of a journey begin at the ten first calls: together they strike every call.
    /// </summary>
    private const int OneIn = 10;

    /// <summary>A journey makes more calls than that; fewer would mean that the faults strike nothing.</summary>
    private const int LeastCalls = 60;

    public static IEnumerable<object[]> Faults =>
        from journey in new[] { "loan", "copy" }
        from fault in Enum.GetValues<Fault>()
        from postCanTell in new[] { true, false }
        where fault != Fault.None
        select new object[] { journey, fault, postCanTell };

    public static IEnumerable<object[]> FaultsAndFirstCalls => Faults.Select((fault, number) => (object[])[.. fault, 1 + (number % OneIn)]);

    [Theory]
    [MemberData(nameof(FaultsAndFirstCalls))]
    public Task A_fault_at_one_storage_call_in_ten_loses_nothing_and_doubles_nothing(string journey, Fault fault, bool postCanTell, int first) =>
        ShouldSurviveAsync(journey, fault, first, OneIn, LeastCalls, postCanTell);

    [Theory]
    [Trait("Run", "Full")]
    [MemberData(nameof(Faults))]
    public Task A_fault_at_any_storage_call_loses_nothing_and_doubles_nothing(string journey, Fault fault, bool postCanTell) =>
        ShouldSurviveAsync(journey, fault, first: 1, oneIn: 1, LeastCalls, postCanTell);

    /// <summary>Runs the journey again and again with the fault at one call: at the first given, and at one in so many after it.</summary>
    internal static async Task ShouldSurviveAsync(string journey, Fault fault, int first, int oneIn, int leastCalls, bool postCanTell = true, bool deaf = false)
    {
        var calls = await CallsAsync(() => World.InMemoryAsync(), journey);
        calls.ShouldBeGreaterThan(leastCalls);
        var failures = new List<string>();
        for (var call = first; call <= calls; call += oneIn)
        {
            await FailingAt(await World.InMemoryAsync(postCanTell), journey, fault, call, failures, deaf);
        }

        failures.ShouldBeEmpty($"{failures.Count} of {calls} failed.");
    }

    /// <summary>Runs the journey with the fault at that call; what is wrong afterwards goes to the list.</summary>
    internal static async Task FailingAt(World world, string journey, Fault fault, int call, List<string> failures, bool deaf = false)
    {
        await using var callers = new Callers(world, [new Mishap(fault, call)], deaf);
        await NoteAsync(failures, call, async () =>
        {
            await RunAsync(callers, journey);
            await Books.ShouldBeAtRestAsync(callers);
        });
    }

    internal static async Task NoteAsync(List<string> failures, int call, Func<Task> run)
    {
        try
        {
            await run();
        }
#pragma warning disable CA1031 // Whatever it is, the list says at which call.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var where = failure.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains(nameof(Crashes), StringComparison.Ordinal))?.Trim();
            failures.Add($"call {call}: {failure.GetType().Name} {where}\n{failure.Message}");
        }
    }

    internal static async Task<int> CallsAsync(Func<Task<World>> open, string journey)
    {
        var fate = Mishap.None;
        await using var callers = new Callers(await open(), [fate]);
        await RunAsync(callers, journey);
        return fate.Calls;
    }

    internal static Task RunAsync(Callers callers, string journey) => journey switch
    {
        "loan" => new Journeys(callers).LoanAsync(),
        "copy" => new Journeys(callers).CopyAsync(),
        "lending a loan" => new LendingJourneys(callers).LoanAsync(),
        "lending a copy" => new LendingJourneys(callers).CopyAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(journey), journey, "There is no such journey."),
    };
}
