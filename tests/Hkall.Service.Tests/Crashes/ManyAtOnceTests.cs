using Hkall.Domain;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Storage;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Many callers at the same moment, at two processes over one store: what may happen once happens once.</summary>
public abstract class ManyAtOnceContract
{
    private static CancellationToken None => CancellationToken.None;

    internal abstract Task<World> OpenAsync(Policy? policy = null);

    [Fact]
    public async Task Fifty_calls_with_one_idempotency_key_place_one_request()
    {
        var world = await OpenAsync();
        await using var desks = new TwoServices(world);

        var answers = await desks.AtOnceAsync(50, (service, _) => service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, Patrons.Key("once"), None));

        answers.OfType<Placement.Placed>().ShouldHaveSingleItem();
        answers.OfType<Placement.PlacedBefore>().Count().ShouldBe(49);
        await Books.ShouldBalanceAsync(world);
    }

    [Fact]
    public async Task Fifty_calls_against_a_quota_that_has_three_places_left_place_three_requests()
    {
        var world = await OpenAsync(new Policy { OpenRequests = Enum.GetValues<PatronGroup>().ToDictionary(group => group, _ => 5) });
        await using var desks = new TwoServices(world);
        for (var book = 101; book <= 102; book++)
        {
            (await desks[0].Placing.PlaceAsync(Patrons.Ho, ABook(book), null, None)).ShouldBeOfType<Placement.Placed>();
        }

        var answers = await desks.AtOnceAsync(50, (service, book) => service.Placing.PlaceAsync(Patrons.Ho, ABook(book), null, None));

        answers.OfType<Placement.Placed>().Count().ShouldBe(3);
        answers.OfType<Placement.TurnedDown>().Count(answer => answer.Refusal == Refusal.QuotaReached).ShouldBe(47);
        (await Books.RequestsAsync(world)).Count.ShouldBe(5);
    }

    [Fact]
    public async Task A_hundred_downloads_at_once_are_granted_five_times()
    {
        var world = await OpenAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        await using var desks = new TwoServices(world);
        var journeys = new Journeys(callers);
        var id = await journeys.PlaceAsync(Patrons.AnArticle);
        await journeys.SendScanAsync(id);

        var answers = await desks.AtOnceAsync(100, (service, _) => service.Requests.HandleAsync(id, new DownloadFile(), Actor.Patron, None));

        answers.OfType<Done<PatronRequest>>().Count().ShouldBe(5);
        answers.OfType<CommandRefused<PatronRequest>>().Count(answer => answer.Refusal == Refusal.NoDownloadsLeft).ShouldBe(95);
        var (stored, journal) = (await Books.RequestsAsync(world)).Single();
        stored.Request.Download!.Used.ShouldBe(5);
        journal.SelectMany(entry => entry.Events).OfType<FileDownloaded>().Select(grant => grant.Number).ShouldBe([1, 2, 3, 4, 5]);
    }

    [Fact]
    public async Task A_message_that_comes_ten_times_at_once_to_two_consumers_has_one_effect()
    {
        var world = await OpenAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        await using var desks = new TwoServices(world);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        var message = new PartnerMessage { MessageId = "1", Symbol = "CUHK", RequestId = id, ReceivedAt = world.Now, Status = CallbackStatus.WillSupply };

        await desks.AtOnceAsync(10, async (service, _) =>
        {
            await service.Envelopes.SendAsync(message, None);
            return true;
        });
        await desks.AtOnceAsync(10, (service, _) => service.Inbox.PumpAsync(3, None));

        await callers.AFewMinutesLaterAsync();
        var request = await Books.ShouldBalanceAsync(world);
        request.Heard.ShouldHaveSingleItem();
        world.Post.Sent.Count.ShouldBe(2);
        world.Post.Sent.ShouldBeUnique();
    }

    private static Order ABook(int number) => Patrons.ABook with { Item = new Item { Title = $"Volume {number}", Author = "Said" } };

    /// <summary>Two processes, to which callers come by turns.</summary>
    private sealed class TwoServices(World world) : IAsyncDisposable
    {
        private readonly AService[] _services = [new(world, Mishap.None), new(world, Mishap.None)];

        public AService this[int number] => _services[number];

        public Task<T[]> AtOnceAsync<T>(int callers, Func<AService, int, Task<T>> call) =>
            Task.WhenAll(Enumerable.Range(1, callers).Select(caller => Task.Run(() => call(_services[caller % 2], caller))));

        public async ValueTask DisposeAsync()
        {
            foreach (var service in _services)
            {
                await service.DisposeAsync();
            }
        }
    }
}

public sealed class ManyAtOnceInMemoryTests : ManyAtOnceContract
{
    internal override Task<World> OpenAsync(Policy? policy = null) => World.InMemoryAsync(policy: policy);
}

public sealed class ManyAtOnceInAzuriteTests(AzuriteFixture azurite) : ManyAtOnceContract, IClassFixture<AzuriteFixture>
{
    internal override Task<World> OpenAsync(Policy? policy = null) => World.InAzuriteAsync(azurite, policy);
}
