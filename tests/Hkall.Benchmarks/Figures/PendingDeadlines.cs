using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Benchmarks.Figures;

/// <summary>
/// Figure 6: many requests to libraries that never answer, for ninety days of virtual time. Every nudge is lost, so that each
/// deadline comes up by the sweep alone, and now and then a process is killed in the middle of a sweep.
/// </summary>
internal static class PendingDeadlines
{
    private const int FewerByHundred = 100;
    private const double MostGrowth = 1.1;

    /// <summary>One sweep in so many is cut off at a storage call.</summary>
    private const int CrashOneIn = 7;

    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Placing = TimeSpan.FromDays(5);
    private static readonly TimeSpan Watched = TimeSpan.FromDays(90);

    /// <summary>One interval of the sweep, and one more where a process was killed in it.</summary>
    private static readonly TimeSpan Latest = 2 * SweepEvery;

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(int pending)
    {
        var few = await RunAsync(pending / FewerByHundred);
        var many = await RunAsync(pending);
        var growth = many.ReadByTurn / few.ReadByTurn;
        return
        [
            new Figure(
                "6",
                string.Create(CultureInfo.InvariantCulture, $"{pending:N0} pending deadlines over 90 days, {many.Crashes:N0} processes killed in a sweep"),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{many.Acted:N0} acted on; {many.Lost} lost, {many.Early} early, {many.Twice} twice, latest {many.Slowest.TotalMinutes:0} min"),
                "durable timers: 60 requests for a 30-day wait",
                "-",
                "0 lost, 0 early, 0 twice",
                many is { Lost: 0, Early: 0, Twice: 0 } && many.Slowest <= Latest),
            new Figure(
                "6",
                string.Create(CultureInfo.InvariantCulture, $"rows of the index read for each turn at {pending:N0} pending"),
                string.Create(CultureInfo.InvariantCulture, $"{many.ReadByTurn:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"{few.ReadByTurn:0.00} at {pending / FewerByHundred:N0}"),
                string.Create(CultureInfo.InvariantCulture, $"{growth:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"≤ {MostGrowth}"),
                growth <= MostGrowth),
        ];
    }

    private static async Task<Outcome> RunAsync(int pending)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        var rows = new CountingRows(world.Stores.Rows);
        var ids = new List<(string Partition, string Id)>();
        var outcome = new Outcome();
        var watched = world.Now + Watched;
        await using var hosts = new Hosts(world.Over(rows));
        var sweeps = (int)(Placing / SweepEvery);
        for (var sweep = 1; sweep <= sweeps; sweep++)
        {
            while (ids.Count < (long)pending * sweep / sweeps)
            {
                ids.Add(await PlaceAsync(hosts.Current, ids.Count));
            }

            world.Clock.Advance(SweepEvery);
            await hosts.SweepAsync(outcome);
        }

        var index = new RequestIndex(world.Stores.Rows);
        while (world.Now < watched)
        {
            // Between one wake and the next a sweep would find nothing; what it would cost, one request, is not counted here.
            var next = (await index.DueEntriesAsync(Keys.DueTo, 1, None)).FirstOrDefault()?.At ?? watched;
            do
            {
                world.Clock.Advance(SweepEvery);
            }
            while (world.Now < next && world.Now < watched);

            await hosts.SweepAsync(outcome);
        }

        outcome.Read = rows.ReadOfTheIndex;
        await JudgeAsync(hosts.Current, ids, world.Now, outcome);
        return outcome;
    }

    private static async Task<(string Partition, string Id)> PlaceAsync(AService service, int number)
    {
        var patron = Patrons.Ho with { Id = string.Create(CultureInfo.InvariantCulture, $"p{number:D25}"), Group = PatronGroup.Undergraduate };
        var placed = await service.Placing.PlaceAsync(patron, Patrons.ABook, null, None) as Placement.Placed
            ?? throw new InvalidOperationException("A request was not placed.");
        return (placed.Card.Partition, placed.Card.Request.Id);
    }

    /// <summary>Each commit that a deadline caused is held against the deadline that stood before it.</summary>
    private static async Task JudgeAsync(AService service, List<(string Partition, string Id)> ids, DateTimeOffset now, Outcome outcome)
    {
        foreach (var (partition, id) in ids)
        {
            var happened = new List<(RequestEvent Event, DateTimeOffset At)>();
            var acted = new HashSet<int>();
            foreach (var entry in await service.Get<RequestStore<PatronRequest, RequestEvent>>().JournalAsync(partition, id, None))
            {
                if (entry.By == Actor.Deadline && RequestFold.Fold(id, happened).Deadline is { } deadline)
                {
                    var late = entry.At - deadline.At;
                    outcome.Acted++;
                    outcome.Early += late < TimeSpan.Zero ? 1 : 0;
                    outcome.Twice += acted.Add(deadline.Id) ? 0 : 1;
                    outcome.Slowest = late > outcome.Slowest ? late : outcome.Slowest;
                }

                happened.AddRange(entry.Events.Select(@event => (@event, entry.At)));
            }

            outcome.Lost += RequestFold.Fold(id, happened).Deadline is { } waiting && waiting.At < now - Latest ? 1 : 0;
        }
    }

    private sealed class Outcome
    {
        public int Acted { get; set; }

        public int Early { get; set; }

        public int Twice { get; set; }

        public int Lost { get; set; }

        public int Crashes { get; set; }

        public long Turns { get; set; }

        public long Read { get; set; }

        public TimeSpan Slowest { get; set; }

        public double ReadByTurn => Read / (double)Turns;
    }

    /// <summary>The process that sweeps, and the next one when it has been killed.</summary>
    private sealed class Hosts(World world) : IAsyncDisposable
    {
        private int _sweeps;

        public AService Current { get; private set; } = new(world, Mishap.None, deaf: true);

        public async Task SweepAsync(Outcome outcome)
        {
            if (++_sweeps % CrashOneIn == 0)
            {
                await using var doomed = new AService(world, new Mishap(Fault.KilledAfter, 2 + (_sweeps % 11)), deaf: true);
                try
                {
                    outcome.Turns += await doomed.Sweep.RunAsync(doomed.Stop);
                }
                catch (OperationCanceledException) when (doomed.IsDead)
                {
                    outcome.Crashes++;
                }
            }

            for (int repaired; (repaired = await Current.Sweep.RunAsync(None)) > 0;)
            {
                outcome.Turns += repaired;
            }
        }

        public ValueTask DisposeAsync() => Current.DisposeAsync();
    }
}
