using System.Globalization;

namespace Hkall.Benchmarks.Figures;

/// <summary>Which figures are wanted, and how large the measured things are.</summary>
internal sealed record Plan
{
    public const string Usage = "figures [--only 1,3,…] [--write FILE] [--deadlines N] [--rounds N] [--rows N] [--requests N]";

    /// <summary>What was typed, for the page to say.</summary>
    public required string Typed { get; init; }

    /// <summary>Empty: all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>Where the page is written; null: nowhere.</summary>
    public string? Write { get; init; }

    /// <summary>Pending deadlines of figure 6.</summary>
    public int Deadlines { get; init; } = 100_000;

    /// <summary>Rounds of figure 9, in each store.</summary>
    public int Rounds { get; init; } = 1_000;

    /// <summary>Most rows of figure 5.</summary>
    public int Rows { get; init; } = 1_000_000;

    /// <summary>Requests of figure 12: a term of a busy library.</summary>
    public int Requests { get; init; } = 5_000;

    /// <exception cref="ArgumentException">An argument is unknown or has no value that can be used.</exception>
    public static Plan Parse(IReadOnlyList<string> args)
    {
        var plan = new Plan { Typed = string.Join(' ', ["figures", .. args]) };
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : throw new ArgumentException($"{args[i]} needs a value. {Usage}");
            plan = args[i] switch
            {
                "--only" => plan with { Only = value.Split(',') },
                "--write" => plan with { Write = value },
                "--deadlines" => plan with { Deadlines = Number(value) },
                "--rounds" => plan with { Rounds = Number(value) },
                "--rows" => plan with { Rows = Number(value) },
                "--requests" => plan with { Requests = Number(value) },
                _ => throw new ArgumentException($"There is no argument {args[i]}. {Usage}"),
            };
        }

        return plan;
    }

    public bool Wants(string figure) => Only.Count == 0 || Only.Contains(figure);

    private static int Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new ArgumentException($"'{value}' is not a number. {Usage}");
}
