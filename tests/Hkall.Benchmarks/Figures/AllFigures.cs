using Hkall.LocalHost;
using Hkall.Service.Tests.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>Measures what the plan wants, one after the other, and writes the table. Figure 8 is the simulation's own.</summary>
internal static class AllFigures
{
    private const string Command = "dotnet run -c Release --project tests/Hkall.Benchmarks --";

    public static async Task<int> RunAsync(Plan plan, TextWriter console)
    {
        var azurite = new AzuriteFixture();
        await azurite.InitializeAsync();
        try
        {
            var table = new FiguresTable(console);
            table.Begin();
            (string Number, Func<Task<IReadOnlyList<Figure>>> Measure)[] all =
            [
                ("1", () => LoanCosts.MeasureAsync(azurite)),
                ("3", () => Throughput.MeasureAsync(azurite)),
                ("4", () => Task.FromResult(OneDecision.Measure())),
                ("5", () => MyRequestsReads.MeasureAsync(azurite, plan.Rows)),
                ("6", () => PendingDeadlines.MeasureAsync(plan.Deadlines)),
                ("7", IdleRequests.MeasureAsync),
                ("9", () => ParallelDownloads.MeasureAsync(azurite, plan.Rounds)),
                ("10", StartingTheBench.MeasureAsync),
                ("11", CitationLookups.MeasureAsync),
                ("12", () => PolicyLab.MeasureAsync(plan.Requests)),
            ];
            foreach (var (_, measure) in all.Where(figure => plan.Wants(figure.Number)))
            {
                table.Add(await measure());
            }

            if (plan.Write is { } file)
            {
                await File.WriteAllTextAsync(file, table.Page($"{Command} {plan.Typed}", BenchServices.RealTime.GetUtcNow()));
            }

            return 0;
        }
        finally
        {
            await azurite.DisposeAsync();
        }
    }
}
