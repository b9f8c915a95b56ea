namespace Hkall.LocalHost.Tests.Kill;

/// <summary>
/// The program is killed with SIGKILL on the way through a journey, again and again, and started again on what it left.
/// With <c>HKALL_EVERY_KILL=1</c> in the environment it is instead killed once at each storage request of each journey,
/// before and after it, one journey for each: that takes about an hour.
/// </summary>
[Trait("Run", "Full")]
public abstract class KillTests(string journey)
{
    /// <summary>A journey and its program's starts take fewer.</summary>
    private const int MostRequests = 120;

    [Fact]
    public async Task A_program_that_is_killed_eight_times_on_the_way_loses_nothing_and_doubles_nothing()
    {
        string[] kills = [.. new[] { 5, 4, 7, 6, 9, 5, 8, 7 }.Select((requests, i) => Kills.OnTheWay(requests, before: i % 2 == 0))];

        (await Kills.WalkAsync(journey, kills)).ShouldBe(kills.Length);
    }

    [Fact]
    public async Task A_program_that_is_killed_once_at_any_storage_request_loses_nothing_and_doubles_nothing()
    {
        if (Environment.GetEnvironmentVariable("HKALL_EVERY_KILL") != "1")
        {
            return;
        }

        for (var request = 1; request <= MostRequests; request++)
        {
            // One kill that is never reached says that the journey has no more requests.
            if (await Kills.WalkAsync(journey, Kills.At(request, before: true)) + await Kills.WalkAsync(journey, Kills.At(request, before: false)) == 0)
            {
                return;
            }
        }

        throw new ShouldAssertException($"The journey has more than {MostRequests} storage requests.");
    }
}

public sealed class KilledLoanTests() : KillTests("loan");

public sealed class KilledCopyTests() : KillTests("copy");

/// <summary>The same with two kills, one before a storage request and one after it: what every run of the tests can afford.</summary>
public sealed class KilledTwiceTests
{
    // More than two seconds: Azurite and the program start as processes of their own, the program three times.
    [Fact]
    public async Task A_program_that_is_killed_twice_during_a_loan_loses_nothing_and_doubles_nothing() =>
        (await Kills.WalkAsync("loan", Kills.OnTheWay(5, before: true), Kills.OnTheWay(9, before: false))).ShouldBe(2);
}
