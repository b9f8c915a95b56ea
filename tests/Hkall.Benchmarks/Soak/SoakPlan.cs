using System.Globalization;

namespace Hkall.Benchmarks.Soak;

/// <summary>How long the bench is used, how much, and how often it is killed.</summary>
internal sealed record SoakPlan
{
    public const string Usage = "soak [--days N] [--a-day N] [--kill-every N] [--seed N]";

    /// <summary>Days of the bench on which requests are placed; afterwards it goes on until nothing is open.</summary>
    public int Days { get; init; } = 120;

    /// <summary>Orders tried on each day.</summary>
    public int ADay { get; init; } = 8;

    /// <summary>The program is killed about once in so many of its storage requests; 0: never.</summary>
    public int KillEvery { get; init; } = 5_000;

    public int Seed { get; init; } = 1;

    /// <exception cref="ArgumentException">An argument is unknown or has no value that can be used.</exception>
    public static SoakPlan Parse(IReadOnlyList<string> args)
    {
        var plan = new SoakPlan();
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new ArgumentException($"{args[i]} needs a number. {Usage}");
            plan = args[i] switch
            {
                "--days" => plan with { Days = value },
                "--a-day" => plan with { ADay = value },
                "--kill-every" => plan with { KillEvery = value },
                "--seed" => plan with { Seed = value },
                _ => throw new ArgumentException($"There is no argument {args[i]}. {Usage}"),
            };
        }

        return plan;
    }
}
