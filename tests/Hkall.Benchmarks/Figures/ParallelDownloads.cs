using System.Globalization;
using System.Text;
using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>Figure 9: a hundred downloads of one copy at the same moment, at two processes, again and again.</summary>
internal static class ParallelDownloads
{
    private const int Callers = 100;
    private const int Allowed = 5;

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(AzuriteFixture azurite, int rounds) =>
    [
        await OfAsync(await World.InMemoryAsync(cachesExpire: false), rounds, "in memory"),
        await OfAsync(await World.InAzuriteAsync(azurite, cachesExpire: false), rounds, "in Azurite"),
    ];

    private static async Task<Figure> OfAsync(World world, int rounds, string where)
    {
        await using var one = new AService(world, Mishap.None);
        await using var other = new AService(world, Mishap.None);
        var exact = 0;
        var (fewest, most) = (int.MaxValue, 0);
        for (var round = 0; round < rounds; round++)
        {
            var id = await ACopyAsync(one, round);
            var answers = await Task.WhenAll(Enumerable.Range(0, Callers).Select(caller => Task.Run(() =>
                (caller % 2 == 0 ? one : other).Requests.HandleAsync(id, new DownloadFile(), Actor.Patron, None))));
            var granted = answers.Count(answer => answer is Done<PatronRequest>);
            exact += granted == Allowed ? 1 : 0;
            (fewest, most) = (Math.Min(fewest, granted), Math.Max(most, granted));
        }

        return new Figure(
            "9",
            string.Create(CultureInfo.InvariantCulture, $"{Callers} downloads at once, {rounds:N0} rounds {where}"),
            string.Create(CultureInfo.InvariantCulture, $"exactly {Allowed} in {exact:N0} rounds (fewest {fewest}, most {most})"),
            $"{Allowed}",
            string.Create(CultureInfo.InvariantCulture, $"{exact / (double)rounds:0.00}"),
            $"exactly {Allowed}, every round",
            exact == rounds);
    }

    /// <summary>
    /// Each round is another patron's and another article, so that neither quota nor related requests stand in the way. Staff put the scan in, which takes no
    /// library.
    /// </summary>
    private static async Task<string> ACopyAsync(AService service, int round)
    {
        var patron = Patrons.Ho with { Id = string.Create(CultureInfo.InvariantCulture, $"p{round:D25}") };
        var order = Patrons.AnArticle with { Item = Patrons.AnArticle.Item with { Title = string.Create(CultureInfo.InvariantCulture, $"Journal {round}") } };
        var placed = (Placement.Placed)await service.Placing.PlaceAsync(patron, order, null, None);
        var id = placed.Card.Request.Id;
        var stored = await service.Blobs.WriteAsync(BlobContainer.Scans, $"scan-{id}", new MemoryStream(Encoding.UTF8.GetBytes("a scan")), 100, None);
        var supplied =
            await service.Requests.HandleAsync(
                id, new SupplyScan(new Scan($"scan-{id}", "scan.pdf", "application/pdf", stored.Bytes, stored.Sha256)), Actor.Staff("lam"), None);
        return supplied is Done<PatronRequest> ? id : throw new InvalidOperationException($"The scan was not taken: {supplied}.");
    }
}
