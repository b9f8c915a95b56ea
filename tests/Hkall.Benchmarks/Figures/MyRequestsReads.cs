using System.Globalization;
using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;
using Hkall.Service.Web;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 5: what *My Requests* of a patron with twenty requests reads, however many rows others have.</summary>
internal static class MyRequestsReads
{
    private const int Mine = 20;

    /// <summary>Azurite looks at every row of a table for each query, so that filling it with more takes hours and shows nothing else.</summary>
    private const int MostInAzurite = 10_000;

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(AzuriteFixture azurite, int most)
    {
        var figures = new List<Figure>();
        for (var size = 1_000; size <= most; size *= 10)
        {
            figures.Add(await OfAsync(await World.InMemoryAsync(cachesExpire: false), size, "in memory"));
            if (size <= MostInAzurite)
            {
                figures.Add(await OfAsync(await World.InAzuriteAsync(azurite, cachesExpire: false), size, "in Azurite"));
            }
        }

        return figures;
    }

    private static async Task<Figure> OfAsync(World world, int size, string where)
    {
        await using (var service = new AService(world, Mishap.None))
        {
            var placed = (Placement.Placed)await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None);
            await FillAsync(world.Stores.Rows, placed.Card, size);
        }

        var counted = new CountingRows(world.Stores.Rows);
        var before = world.Stores.Counter.Total;
        var (storedRequests, _) = await new MyRequestsService(counted, null!).ListAsync(Patrons.Ho, open: null, Paging.LargestPage, after: null, None);
        var requests = world.Stores.Counter.Total - before;
        return new Figure(
            "5",
            string.Create(CultureInfo.InvariantCulture, $"*My Requests* of {storedRequests.Count} at {size:N0} rows {where}"),
            $"{requests} request, {counted.Read} entities",
            $"floor 1 request, {Mine} entities; naive: every row",
            "1.00",
            $"1 request, {Mine} entities",
            requests == 1 && counted.Read == Mine && storedRequests.Count == Mine);
    }

    /// <summary>The patron's other requests, and those of patrons enough to make up the number; each is the placed one under another id.</summary>
    private static async Task FillAsync(IRows rows, VersionedRequest<PatronRequest> stored, int size)
    {
        var body = VersionedRequest<PatronRequest>.ToRow(stored.Partition, stored.Stored, "fill", null).Body;
        var left = size;
        for (var patron = 0; left > 0; patron++)
        {
            var partition = patron == 0 ? stored.Partition : string.Create(CultureInfo.InvariantCulture, $"q{patron:D25}");
            var writes = Enumerable.Range(1, Math.Min(left, patron == 0 ? Mine - 1 : Mine))
                .Select(number => string.Create(CultureInfo.InvariantCulture, $"7{number:D25}"))
                .Select(
                    id => (RowWrite)new RowWrite.Put(
                        new Row(partition, Keys.Request(id), body.Replace(stored.Request.Id, id, StringComparison.Ordinal), "fill") { Open = true }))
                .ToList();
            await rows.CommitAsync(RowTable.Requests, partition, writes, None);
            left -= writes.Count;
        }
    }
}
