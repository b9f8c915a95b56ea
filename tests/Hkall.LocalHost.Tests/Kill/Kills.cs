using System.Globalization;
using Hkall.LocalHost.Emulator;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Kill;

/// <summary>Where the program is killed, and the journey that it is killed on.</summary>
internal static class Kills
{
    /// <summary>What a start asks of storage before it serves; the kills on the way are counted from there.</summary>
    private const int RequestsToStart = 14;

    public static string At(int request, bool before) => string.Create(CultureInfo.InvariantCulture, $"{(before ? "before:" : "")}{request}");

    public static string OnTheWay(int requests, bool before) => At(RequestsToStart + requests, before);

    /// <returns>How often the program was killed.</returns>
    public static async Task<int> WalkAsync(string journey, params string[] kills)
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
