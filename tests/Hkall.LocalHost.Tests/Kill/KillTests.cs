using System.Globalization;
using Hkall.LocalHost.Emulator;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Kill;

/// <summary>
/// The program is killed with SIGKILL on the way through a journey, again and again, and started again on what it left.
/// With <c>HKALL_EVERY_KILL=1</c> in the environment it is instead killed once at each storage request of each journey,
/// before and after it, one journey for each: that takes about an hour.
/// </summary>
public abstract class KillTests(string journey)
{
    /// <summary>A journey and its program's starts take fewer.</summary>
    private const int MostRequests = 120;

    /// <summary>What a start asks of storage before it serves; the kills that follow are counted from there.</summary>
    private const int RequestsToStart = 14;

    [Fact]
    public async Task A_program_that_is_killed_eight_times_on_the_way_loses_nothing_and_doubles_nothing()
    {
        string[] kills = [.. new[] { 5, 4, 7, 6, 9, 5, 8, 7 }.Select((requests, i) => At(RequestsToStart + requests, before: i % 2 == 0))];

        (await KilledAsync(kills)).ShouldBe(kills.Length);
    }

    [Fact]
    public async Task So_does_one_that_is_killed_once_at_any_storage_request()
    {
        if (Environment.GetEnvironmentVariable("HKALL_EVERY_KILL") != "1")
        {
            return;
        }

        for (var request = 1; request <= MostRequests; request++)
        {
            // One kill that is never reached says that the journey has no more requests.
            if (await KilledAsync([At(request, before: true)]) + await KilledAsync([At(request, before: false)]) == 0)
            {
                return;
            }
        }

        throw new ShouldAssertException($"The journey has more than {MostRequests} storage requests.");
    }

    private static string At(int request, bool before) => string.Create(CultureInfo.InvariantCulture, $"{(before ? "before:" : "")}{request}");

    /// <returns>How often the program was killed.</returns>
    private async Task<int> KilledAsync(string[] kills)
    {
        using var folder = new TempFolder();
        await using var azurite = await AzuriteProcess.StartAsync(dataFolder: null, BenchServices.RealTime, CancellationToken.None);
        await using var bench = await KilledBench.StartAsync(azurite.ConnectionString, folder.Path, kills);
        var journeys = new KilledJourneys(bench);
        try
        {
            await (journey == "loan" ? journeys.LoanAsync("okafor") : journeys.CopyAsync("fernandes"));
        }
        catch (Exception failure)
        {
            throw new ShouldAssertException($"The {journey} killed at {string.Join(", ", kills)}: {failure.Message}", failure);
        }

        return bench.Killed;
    }
}

public sealed class KilledLoanTests() : KillTests("loan");

public sealed class KilledCopyTests() : KillTests("copy");
