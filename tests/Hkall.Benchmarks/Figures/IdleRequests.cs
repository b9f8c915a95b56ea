using System.Globalization;
using System.Text;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Counts;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 7: what a request costs while nothing happens, and what is left of it when it is closed.</summary>
internal static class IdleRequests
{
    private const int Fewer = 15_000;
    private const int More = 45_000;
    private const int MostBytesOfMemory = 16;
    private const int MostRows = 15;
    private const int MostBytesStored = 6 * 1024;
    private static readonly TimeSpan SweepEvery = TimeSpan.FromMinutes(5);

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync()
    {
        var (fewer, fewerAsked) = await IdleAsync(Fewer);
        var (more, moreAsked) = await IdleAsync(More);
        var slope = (more - fewer) / (double)(More - Fewer);
        var asked = (moreAsked - fewerAsked) / (double)(More - Fewer);
        return
        [
            new Figure(
                "7", Text($"memory of a process for each idle request, from {Fewer:N0} to {More:N0}"), Text($"{slope:0.0} B"), "-", "-",
                Text($"≤ {MostBytesOfMemory} B"), slope <= MostBytesOfMemory),
            new Figure(
                "7", "storage requests in an hour for each idle request", Text($"{asked:0.####} (and {moreAsked} sweeps for all together)"), "-", "-", "0",
                asked == 0),
            await ClosedAsync(),
        ];
    }

    /// <summary>The memory that goes when the process does: what it holds beside the store.</summary>
    private static async Task<(long Bytes, long AskedInAnHour)> IdleAsync(int requests)
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        var service = new AService(world, Mishap.None, deaf: true);
        for (var number = 0; number < requests; number++)
        {
            var patron = Patrons.Ho with { Id = string.Create(CultureInfo.InvariantCulture, $"p{number:D25}") };
            if (await service.Placing.PlaceAsync(patron, Patrons.ABook, null, None) is not Placement.Placed)
            {
                throw new InvalidOperationException("A request was not placed.");
            }
        }

        // The guards of the placing are taken down first.
        world.Clock.Advance(SweepEvery);
        while (await service.Sweep.RunAsync(None) > 0)
        {
        }

        var before = world.Stores.Counter.Total;
        for (var passed = TimeSpan.Zero; passed < TimeSpan.FromHours(1); passed += SweepEvery)
        {
            world.Clock.Advance(SweepEvery);
            await service.Sweep.RunAsync(None);
        }

        var asked = world.Stores.Counter.Total - before;
        world.Lenders.Heard.Clear();
        world.Post.Sent.Clear();
        world.Post.Mails.Clear();
        var with = GC.GetTotalMemory(forceFullCollection: true);
        await service.DisposeAsync();
        service = null;
        var without = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(world);
        return (with - without, asked);
    }

    private static async Task<Figure> ClosedAsync()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var script = new LoanScript(world, service, 1);
        await script.RunAsync();
        var (partition, id) = script.Placed[0];
        var rows = (await world.Stores.Rows.RangeAsync(RowTable.Requests, partition, "!", "~", RowLimits.RowsPerPage, openOnly: false, None))
            .Where(row => row.Key.Contains(id, StringComparison.Ordinal) || row.Key.StartsWith(Keys.IdempotencyFrom, StringComparison.Ordinal))
            .ToList();
        var bytes = rows.Sum(row => Encoding.UTF8.GetByteCount(row.Partition + row.Key + row.Body + row.Commit));
        return new Figure(
            "7",
            "rows and bytes of a closed loan, its whole history in them",
            Text($"{rows.Count} rows, {bytes / 1024.0:0.0} KiB"),
            "-",
            "-",
            Text($"≤ {MostRows} rows, ≤ {MostBytesStored / 1024} KiB"),
            rows.Count <= MostRows && bytes <= MostBytesStored);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
