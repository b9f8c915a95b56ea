using System.Diagnostics;
using System.Globalization;
using Hkall.Simulation.Faults;

namespace Hkall.Simulation.Running;

/// <summary>Many runs, each on a thread of its own, and what came of them all.</summary>
public static class Campaign
{
    private const int MostShown = 10;

    public static int Run(SeedArguments arguments, TextWriter output)
    {
        var clock = Stopwatch.StartNew();
        var results = All(arguments.Plan, arguments.From, arguments.Seeds, arguments.Threads);
        var seconds = clock.Elapsed.TotalSeconds;
        var processor = Environment.CpuUsage.TotalTime.TotalSeconds;
        Tell(results, seconds, processor, output);
        var failed = results.Where(result => !result.Passed).Take(MostShown).ToList();
        foreach (var result in failed)
        {
            Explain(result, output);
        }

        return failed.Count == 0 ? 0 : 1;
    }

    /// <summary>One run, step by step.</summary>
    public static int Follow(SeedArguments arguments, TextWriter output)
    {
        var result = OneRun.Play(arguments.Plan with { Seed = arguments.From }, output.WriteLine);
        Tell([result], 0, 0, output);
        foreach (var violation in result.Violations)
        {
            output.WriteLine(violation);
        }

        return result.Passed ? 0 : 1;
    }

    public static IReadOnlyList<RunResult> All(RunPlan plan, ulong from, int seeds, int threads) =>
        All([.. Enumerable.Range(0, seeds).Select(i => plan with { Seed = from + (ulong)i })], threads);

    public static IReadOnlyList<RunResult> All(IReadOnlyList<RunPlan> plans, int threads)
    {
        var results = new RunResult[plans.Count];
        var next = -1;
        var workers = Enumerable.Range(0, threads).Select(_ => new Thread(() =>
        {
            for (var i = Interlocked.Increment(ref next); i < plans.Count; i = Interlocked.Increment(ref next))
            {
                results[i] = OneRun.Play(plans[i]);
            }
        })).ToList();
        workers.ForEach(worker => worker.Start());
        workers.ForEach(worker => worker.Join());
        return results;
    }

    private static void Tell(IReadOnlyList<RunResult> results, double seconds, double processor, TextWriter output)
    {
        var lifecycles = results.Sum(result => result.Lifecycles);
        var hash = results.Aggregate(0UL, (sum, result) => Scheduling.Dice.Mixed(sum ^ result.Hash));
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seeds {results.Count}, failed {results.Count(result => !result.Passed)}, steps {results.Sum(result => result.Steps)}, commits {results.Sum(result => result.Commits)}, lifecycles {lifecycles}, hash {hash:x16}"));
        if (seconds > 0)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{seconds:0.0} s, and {processor:0.0} s of processors of which {GC.GetTotalPauseDuration().TotalSeconds:0.0} s collecting: {results.Count / seconds:0.0} seeds/s; for each second of a processor {lifecycles / processor:0} lifecycles and {results.Sum(result => result.Steps) / processor:0} steps"));
        }

        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-26}{results.Sum(result => (long)result.Fired[(int)kind]),12}"));
        }
    }

    private static void Explain(RunResult result, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {result.Plan.Seed} failed: {result.Violations[0]}"));
        var least = Shrinking.Least(result.Plan);
        output.WriteLine($"at least: {SeedArguments.Replay(least.Plan)}");
        output.WriteLine($"          {least.Violations[0]}");
    }
}
