using System.Globalization;

namespace Hkall.Benchmarks.Soak;

/// <summary>Days at the library, one after the other: patrons ask, libraries answer as they please, the lending desk does what lies on its lists.</summary>
internal sealed class Term(BenchInUse bench, SoakPlan plan, Random chance, TextWriter output)
{
    /// <summary>After the last order the longest loan with every renewal, notice and search is over by then.</summary>
    private const int LongestTail = 400;

    /// <summary>A day begins at ten, when the desk has opened.</summary>
    private static readonly DateTimeOffset Begins = new(2027, 1, 4, 10, 0, 0, TimeSpan.FromHours(8));

    private readonly PatronsDay _patrons = new(bench, chance);
    private readonly StaffDay _staff = new(bench, chance);

    /// <summary>The memory of the program, by day.</summary>
    public List<(int Day, double MebiBytes)> Memory { get; } = [];

    /// <summary>The requests that were accepted.</summary>
    public IReadOnlyCollection<string> Placed => _patrons.Placed;

    /// <summary>The day on which nothing was open any more.</summary>
    public int? EndedOn { get; private set; }

    public async Task RunAsync()
    {
        await _patrons.BrowseAsync();
        for (var day = 0; day < plan.Days + LongestTail; day++)
        {
            var today = Begins.AddDays(day);
            bench.SignEverybodyOut();
            var placing = day < plan.Days;
            if (today.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday))
            {
                await _staff.WorkAsync(hurry: !placing);
            }

            for (var order = 0; placing && order < plan.ADay; order++)
            {
                await _patrons.PlaceAsync();
            }

            var open = await _patrons.LookAfterAsync(hurry: !placing);
            if (day % 30 == 0)
            {
                Memory.Add((day, bench.MemoryBytes / 1024.0 / 1024.0));
                await output.WriteLineAsync(
                    string.Create(
                        CultureInfo.InvariantCulture, $"day {day}: {Placed.Count} placed, {open} open, {bench.Killed} kills, {Memory[^1].MebiBytes:0} MiB"));
            }

            if (!placing && open == 0)
            {
                EndedOn = day;
                return;
            }

            await bench.PostAsync("/bench/clock", body: new { to = today.AddDays(1) });
        }
    }
}
