using System.Globalization;
using System.Runtime.InteropServices;

namespace Hkall.Benchmarks.Figures;

/// <summary>The figures as a table in Markdown, on the console as they come and whole in a file.</summary>
internal sealed class FiguresTable(TextWriter console)
{
    private const string Head = "| no. | figure | ours | beside it | ratio | goal | |\n|---|---|---|---|---|---|---|";

    private readonly List<Figure> _figures = [];

    public void Begin() => console.WriteLine(Head);

    public void Add(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            _figures.Add(figure);
            console.WriteLine(LineOf(figure));
        }
    }

    /// <summary>The whole page: the command, the machine and the table.</summary>
    public string Page(string command, DateTimeOffset measuredAt) =>
        $"""
        # Figures

        This command

            {command}

        wrote this page on {measuredAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} ({Environment.ProcessorCount} processors, {RuntimeInformation.FrameworkDescription}).
        Counts are exact and the same on every machine. Times are not: compare only their ratios within one run.
        [proof.md](proof.md) explains the figures and the goals that they miss.

        {Head}
        {string.Join('\n', _figures.Select(LineOf))}

        """;

    private static string LineOf(Figure figure) =>
        $"| {figure.Number} | {figure.What} | {figure.Ours} | {figure.Beside} | {figure.Ratio} | {figure.Goal} | {figure.Verdict} |";
}
