using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Counts;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>
/// Figures 1 and 2: storage requests of a physical loan from placing to close, and of one change, counted where they leave for
/// Azurite. The floor is two for each change and one for each effect: read, write, and say what became of it.
/// </summary>
internal static class LoanCosts
{
    private const int Naive = 138;
    private const int Goal = 35;
    private const double GoalToFloor = 1.3;
    private const double NaiveByChange = 12.5;
    private const double GoalOverHttp = 2.0;
    private const double GoalFromTheQueue = 3.2;
    private const int Notes = 10;

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(AzuriteFixture azurite)
    {
        var figures = new List<Figure>();
        double fromTheQueue = 0;
        foreach (var loans in new[] { 1, 10, 100 })
        {
            var world = await World.InAzuriteAsync(azurite, cachesExpire: false);
            await using var service = new AService(world, Mishap.None);
            var script = new LoanScript(world, service, loans);
            await script.RunAsync();
            var (partition, id) = script.Placed[0];
            var journal = await service.Get<RequestStore<PatronRequest, RequestEvent>>().JournalAsync(partition, id, None);
            var floor = (2 * journal.Count) + journal.Sum(entry => entry.Outbox.Count);
            figures.Add(new Figure(
                "1",
                Text($"storage requests of a physical loan, {loans} side by side"),
                Text($"{script.PerLoan:0.0}"),
                Text($"naive durable orchestration {Naive}; floor {floor} ({journal.Count} changes, {floor - (2 * journal.Count)} effects)"),
                Text($"{script.PerLoan / Naive:0.00}; {script.PerLoan / floor:0.00} × floor"),
                Text($"≤ {Goal}, ≤ {GoalToFloor} × floor"),
                script.PerLoan <= Goal && script.PerLoan <= GoalToFloor * floor));
            fromTheQueue = script.Costs.Where(step => step.Step.Contains(" shipped", StringComparison.Ordinal)).Sum(step => step.Requests) / (double)loans;
        }

        figures.Add(OfAChange("over HTTP, by the process that made the last one", await OverHttpAsync(azurite, byAnother: false), GoalOverHttp));
        figures.Add(OfAChange("over HTTP, by a process that has never seen the request", await OverHttpAsync(azurite, byAnother: true), GoalOverHttp));
        figures.Add(OfAChange("from the queue: shipped, 100 waiting", fromTheQueue, GoalFromTheQueue));
        return figures;
    }

    private static Figure OfAChange(string what, double ours, double goal) => new(
        "2",
        $"storage requests of one change {what}",
        Text($"{ours:0.0}"),
        Text($"naive {NaiveByChange}; floor 2"),
        Text($"{ours / NaiveByChange:0.00}"),
        Text($"≤ {goal:0.0}"),
        ours <= goal);

    /// <summary>
    /// A note of staff on each of ten requests: by the process that wrote it last, or by one that has never seen it and looks up where it is kept.
    /// </summary>
    private static async Task<double> OverHttpAsync(AzuriteFixture azurite, bool byAnother)
    {
        var world = await World.InAzuriteAsync(azurite, cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        await using var another = new AService(world, Mishap.None);
        var ids = new List<string>();
        for (var request = 0; request < Notes; request++)
        {
            var patron = Patrons.Ho with { Id = Text($"p{request:D25}") };
            ids.Add(((Placement.Placed)await service.Placing.PlaceAsync(patron, Patrons.ABook, null, None)).Card.Request.Id);
        }

        var before = world.Stores.Counter.Total;
        foreach (var id in ids)
        {
            await (byAnother ? another : service).Requests.HandleAsync(id, new AddNote("lam", "A note."), Actor.Staff("lam"), None);
        }

        return (world.Stores.Counter.Total - before) / (double)Notes;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
