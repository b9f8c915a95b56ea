using System.Globalization;
using Hkall.Simulation.Faults;

namespace Hkall.Simulation.Running;

/// <summary>What the program was asked for.</summary>
public sealed record SeedArguments
{
    public const string Usage = """
        --seeds N          how many runs (1000)
        --from N           the first seed (1)
        --seed N           this one alone
        --trace            with --seed: every step of it
        --faults A,B | -A  only these kinds of faults, or all but those
        --fury N           N times as many faults as usual
        --people N         patrons of a run
        --requests N       requests of a run
        --races            two writers in every order of their calls, in place of seeds
        --pairs            every two faults at any two writes of the short journeys, in place of seeds
        --threads N        runs at once (one for each processor)
        """;

    public ulong From { get; init; } = 1;

    public int Seeds { get; init; } = 1_000;

    public bool Trace { get; init; }

    public bool Races { get; init; }

    public bool Pairs { get; init; }

    public int Threads { get; init; } = Environment.ProcessorCount;

    public RunPlan Plan { get; init; } = new(0);

    /// <returns>Null where it cannot be understood.</returns>
    public static SeedArguments? Read(IReadOnlyList<string> args)
    {
        var read = new SeedArguments();
        for (var i = 0; i < args.Count; i++)
        {
            var value = i + 1 < args.Count ? args[i + 1] : string.Empty;
            SeedArguments? next = args[i] switch
            {
                "--trace" => read with { Trace = true },
                "--races" => read with { Races = true },
                "--pairs" => read with { Pairs = true },
                "--seeds" when Number(value) is { } seeds => read with { Seeds = (int)seeds },
                "--from" when Number(value) is { } from => read with { From = from },
                "--seed" when Number(value) is { } seed => read with { From = seed, Seeds = 1 },
                "--threads" when Number(value) is { } threads and > 0 => read with { Threads = (int)threads },
                "--people" when Number(value) is { } people and > 0 => read with { Plan = read.Plan with { People = (int)people } },
                "--requests" when Number(value) is { } requests => read with { Plan = read.Plan with { Requests = (int)requests } },
                "--fury" when Number(value) is { } fury and > 0 => read with { Plan = read.Plan with { Fury = (int)fury } },
                "--faults" when FaultsOf(value) is { } faults => read with { Plan = read.Plan with { Faults = faults } },
                _ => null,
            };
            if (next is null)
            {
                return null;
            }

            read = next;
            i += args[i] is "--trace" or "--races" or "--pairs" ? 0 : 1;
        }

        return read;
    }

    /// <summary>How somebody runs the same again.</summary>
    public static string Replay(RunPlan plan)
    {
        var line = string.Create(
            CultureInfo.InvariantCulture,
            $"--seed {plan.Seed} --people {plan.People} --requests {plan.Requests}{(plan.Fury == 1 ? string.Empty : $" --fury {plan.Fury}")}");
        return plan.Faults.Count == RunPlan.AllFaults.Count
            ? line : $"{line} --faults {(plan.Faults.Count == 0 ? "none" : string.Join(',', plan.Faults.Order()))}";
    }

    private static ulong? Number(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static HashSet<FaultKind>? FaultsOf(string text)
    {
        if (text is "none")
        {
            return [];
        }

        var without = text.StartsWith('-');
        var named = new HashSet<FaultKind>();
        foreach (var name in text.TrimStart('-').Split(','))
        {
            if (!Enum.TryParse<FaultKind>(name, out var kind))
            {
                return null;
            }

            named.Add(kind);
        }

        return without ? [.. RunPlan.AllFaults.Except(named)] : named;
    }
}
