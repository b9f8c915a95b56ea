using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Hkall.Benchmarks.Deciding;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 4: one decision, over the whole approved table, beside a state machine that only moves.</summary>
internal static class OneDecision
{
    private const double Goal = 0.25;

    public static IReadOnlyList<Figure> Measure()
    {
        // In this process: a project made for the purpose would not find the packages pinned here.
        var config = ManualConfig.CreateMinimumViable().AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance));
        var summary = BenchmarkRunner.Run<Decisions>(config);
        var ours = Of(summary, nameof(Decisions.Ours));
        var reused = Of(summary, nameof(Decisions.StatelessReused));
        var rebuilt = Of(summary, nameof(Decisions.StatelessRebuilt));
        var bare = Of(summary, nameof(Decisions.BareSwitch));
        return
        [
            new Figure(
                "4",
                string.Create(CultureInfo.InvariantCulture, $"one decision, mean over {Decisions.Count:N0} of the table"),
                Text(ours),
                $"Stateless reused {Text(reused)}, rebuilt {Text(rebuilt)}; a bare switch {Text(bare)}",
                string.Create(CultureInfo.InvariantCulture, $"{ours.Nanoseconds / reused.Nanoseconds:0.00} × reused"),
                string.Create(CultureInfo.InvariantCulture, $"≤ {Goal} × reused"),
                ours.Nanoseconds <= Goal * reused.Nanoseconds),
        ];
    }

    private static (double Nanoseconds, double Bytes) Of(Summary summary, string method)
    {
        var report = summary.Reports.Single(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name == method);
        return (
            report.ResultStatistics!.Mean / Decisions.Count,
            (report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0) / (double)Decisions.Count);
    }

    private static string Text((double Nanoseconds, double Bytes) one) =>
        string.Create(CultureInfo.InvariantCulture, $"{one.Nanoseconds:0} ns / {one.Bytes:0} B");
}
