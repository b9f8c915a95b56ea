using System.Diagnostics;
using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Domain.Returning;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Tests.Storage;

namespace Hkall.Benchmarks.Figures;

/// <summary>
/// Figure 3: loans from placing to close, eight at a time, against the bare storage clients that send the same requests with the
/// same bodies, eight at a time, to the same Azurite. What is lost is what our own code takes.
/// </summary>
internal static class Throughput
{
    private const int Loans = 100;
    private const int AtOnce = 8;
    private const int Rounds = 5;
    private const double Goal = 0.85;

    /// <summary>Longer than a round: on a busy machine a message must not come twice, here or in the replay.</summary>
    private static readonly TimeSpan InvisibleFor = TimeSpan.FromMinutes(10);

    private static CancellationToken None => CancellationToken.None;

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(AzuriteFixture azurite)
    {
        // Once for the compilers of both sides.
        await RoundAsync(azurite);
        var rounds = new List<(double Ratio, double Ours, double Bare, int Requests)>();
        for (var round = 0; round < Rounds; round++)
        {
            rounds.Add(await RoundAsync(azurite));
        }

        var median = rounds.OrderBy(round => round.Ratio).ElementAt(Rounds / 2);
        return
        [
            new Figure(
                "3",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"storage requests a second over {Loans} loans, {AtOnce} at a time ({median.Requests:N0} requests), median of {Rounds}"),
                string.Create(CultureInfo.InvariantCulture, $"{median.Ours:N0}"),
                string.Create(CultureInfo.InvariantCulture, $"the bare clients {median.Bare:N0}"),
                string.Create(CultureInfo.InvariantCulture, $"{median.Ratio:0.00}"),
                string.Create(CultureInfo.InvariantCulture, $"≥ {Goal}"),
                median.Ratio >= Goal),
        ];
    }

    private static async Task<(double Ratio, double Ours, double Bare, int Requests)> RoundAsync(AzuriteFixture azurite)
    {
        var world = await World.InAzuriteAsync(azurite, cachesExpire: false);
        var trace = new StorageTrace();
        await using var service = new AService(world.Over(trace.Over(world.Stores.Rows), trace.Over(world.Stores.Queue), InvisibleFor), Mishap.None);
        var ours = await LoansAsync(service, world, trace);
        var bare = await trace.ReplayAsync(await BareStorage.CreateAsync(azurite.ConnectionString, azurite.NewPrefix()), AtOnce);
        return (bare / ours, trace.Count / ours.TotalSeconds, trace.Count / bare.TotalSeconds, trace.Count);
    }

    private static async Task<TimeSpan> LoansAsync(AService service, World world, StorageTrace trace)
    {
        var ids = new string[Loans];
        var time = new Stopwatch();
        await EachAsync("placed", async loan =>
        {
            var patron = Patrons.Ho with { Id = string.Create(CultureInfo.InvariantCulture, $"p{loan:D25}") };
            ids[loan] = ((Placement.Placed)await service.Placing.PlaceAsync(patron, Patrons.ABook, Patrons.Key("once"), None)).Card.Request.Id;
        });
        await SayAsync(CallbackStatus.WillSupply);
        await SayAsync(CallbackStatus.Shipped);
        await OrderAsync(new ReceiveItem());
        await OrderAsync(new CheckOutItem());
        await OrderAsync(new CheckInItem());
        await OrderAsync(new SendItemBack());
        await SayAsync(CallbackStatus.Completed);
        return time.Elapsed;

        async Task SayAsync(CallbackStatus status)
        {
            await EachAsync($"{status} sent", loan => service.Envelopes.SendAsync(
                new PartnerMessage { MessageId = $"{ids[loan]}-{status}", Symbol = "CUHK", RequestId = ids[loan], ReceivedAt = world.Now, Status = status },
                None));
            await EachAsync($"{status} heard", async worker =>
            {
                while (worker < AtOnce && await service.Inbox.PumpAsync(Loans / AtOnce, None) > 0)
                {
                }
            });
        }

        Task OrderAsync(RequestCommand order) => EachAsync($"{order}", async loan =>
        {
            if (await service.Requests.HandleAsync(ids[loan], order, Actor.Staff("lam"), None) is not Done<PatronRequest>)
            {
                throw new InvalidOperationException($"{order} was not done.");
            }
        });

        async Task EachAsync(string phase, Func<int, Task> work)
        {
            trace.Begin(phase);
            time.Start();
            await Parallel.ForEachAsync(Enumerable.Range(0, Loans), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (loan, _) =>
            {
                trace.Flow = loan;
                await work(loan);
            });
            time.Stop();
        }
    }
}
