using System.Diagnostics;
using System.Globalization;
using Hkall.LocalHost;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 10: the bench as a process of its own, from its start to its "Ready", once installed and built.</summary>
internal static class StartingTheBench
{
    private const int Times = 5;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync() =>
    [
        await OfAsync("azurite", "with Azurite", TimeSpan.FromSeconds(3)),
        await OfAsync("memory", "in memory", TimeSpan.FromSeconds(1)),
    ];

    private static async Task<Figure> OfAsync(string storage, string where, TimeSpan goal)
    {
        var times = new List<TimeSpan>();
        for (var time = 0; time < Times; time++)
        {
            times.Add(await StartAsync(storage));
        }

        times.Sort();
        var median = times[Times / 2];
        return new Figure(
            "10",
            $"the bench from start to Ready, {where}, median of {Times}",
            Seconds(median),
            $"fastest {Seconds(times[0])}, slowest {Seconds(times[^1])}",
            string.Create(CultureInfo.InvariantCulture, $"{median / goal:0.00} × goal"),
            $"≤ {Seconds(goal)}",
            median <= goal);
    }

    private static async Task<TimeSpan> StartAsync(string storage)
    {
        var folder = Directory.CreateTempSubdirectory("hkall-bench-");
        try
        {
            using var process = new Process
            {
                StartInfo = new ProcessStartInfo("dotnet")
                {
                    ArgumentList = { typeof(BenchServices).Assembly.Location, "--urls", "http://127.0.0.1:0", "--data", folder.FullName, "--storage", storage },
                    RedirectStandardOutput = true,
                },
            };
            var begun = Stopwatch.StartNew();
            process.Start();
            try
            {
                using var patience = new CancellationTokenSource(Longest);
                while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
                {
                    if (line.StartsWith("Ready", StringComparison.Ordinal))
                    {
                        return begun.Elapsed;
                    }
                }

                throw new InvalidOperationException("The bench ended before it was ready.");
            }
            finally
            {
                // With its own child, Azurite.
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync();
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string Seconds(TimeSpan time) => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.00} s");
}
