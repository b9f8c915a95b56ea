namespace Hkall.Benchmarks.Figures;

/// <summary>One line of the table: what we need, and beside it what a peer or the least possible needs in the same run.</summary>
/// <param name="Number">As the goals are numbered.</param>
/// <param name="Beside">The peer or the floor, with its name; "-" where there is none.</param>
/// <param name="Ratio">Ours to theirs, or "-".</param>
/// <param name="Met">Null where the line only informs.</param>
internal sealed record Figure(string Number, string What, string Ours, string Beside, string Ratio, string Goal, bool? Met)
{
    public string Verdict => Met switch
    {
        true => "met",
        false => "**missed**",
        null => "-",
    };
}
