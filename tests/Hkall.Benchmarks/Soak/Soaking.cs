using System.Diagnostics;
using System.Globalization;
using Hkall.LocalHost;
using Hkall.LocalHost.Emulator;

namespace Hkall.Benchmarks.Soak;

/// <summary>
/// Months of a library on the real parts: the bench as a process that is killed again and again, Azurite, and nothing but HTTP. At
/// the end every request has come to its end, no call was answered with a fault, and no mail came twice but where a kill came in between.
/// </summary>
internal static class Soaking
{
    /// <returns>0 where all of it held.</returns>
    public static async Task<int> RunAsync(SoakPlan plan, TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("hkall-soak-");
        try
        {
            await using var azurite = await AzuriteProcess.StartAsync(dataFolder: null, BenchServices.RealTime, CancellationToken.None);
            await using var bench = new BenchInUse(azurite.ConnectionString, folder.FullName, plan.KillEvery, new Random(plan.Seed));
            await bench.StartAsync();
            var term = new Term(bench, plan, new Random(plan.Seed + 1), output);
            var time = Stopwatch.StartNew();
            await term.RunAsync();
            return await ReportAsync(bench, term, plan, time.Elapsed, output);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> ReportAsync(BenchInUse bench, Term term, SoakPlan plan, TimeSpan time, TextWriter output)
    {
        var ends = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var open = new List<string>();
        foreach (var id in term.Placed)
        {
            var seen = (await bench.GetAsync($"/api/staff/requests/{id}", "lam-mei-ling")).Json!["request"]!;
            var status = seen["status"]!.GetValue<string>();
            ends[status] = ends.GetValueOrDefault(status) + 1;
            if (seen["closedAt"] is null)
            {
                open.Add($"{id} {status}");
            }
        }

        var mails = (await bench.GetAsync("/bench/mail")).Items.Select(mail => mail["id"]!.GetValue<string>()).ToList();
        var twice = mails.Count - mails.Distinct().Count();
        var parked = (await bench.GetAsync("/api/staff/parked", "lam-mei-ling")).Items.Count();
        await bench.DisposeAsync();
        Say($"{term.Placed.Count} requests in {plan.Days} days, the last ended on day {term.EndedOn?.ToString(CultureInfo.InvariantCulture) ?? "never"}; {bench.Calls} calls, {mails.Count} mails, {bench.Killed} kills, {time.TotalMinutes:0.0} minutes");
        Say($"ended as: {Counts(ends)}");
        Say($"refused: {Counts(bench.Refusals)}");
        Say($"memory of the program: {string.Join(", ", term.Memory.Select(at => string.Create(CultureInfo.InvariantCulture,
            $"day {at.Day} {at.MebiBytes:0} MiB")))}");
        Say($"mails sent twice: {twice} (at most one for each kill); parked messages: {parked}");
        Tell("still open", open);
        Tell("answered with a fault", bench.Faults);
        Tell("errors in the log", bench.Errors);
        var held = open.Count == 0 && bench.Faults.Count == 0 && twice <= bench.Killed;
        Say($"{(held ? "All of it held." : "NOT ALL OF IT HELD.")}");
        return held ? 0 : 1;

        void Say(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));

        void Tell(string what, IReadOnlyList<string> some)
        {
            Say($"{what}: {some.Count}");
            foreach (var same in some.GroupBy(line => line).OrderByDescending(same => same.Count()).Take(20))
            {
                Say($"  {same.Count()} × {same.Key}");
            }
        }
    }

    private static string Counts(IEnumerable<KeyValuePair<string, int>> counts) =>
        string.Join(", ", counts.Select(count => string.Create(CultureInfo.InvariantCulture, $"{count.Key} {count.Value}")));
}
