using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Notices;
using Hkall.Service.Placing;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The due index leads to every request that waits, whatever was put up and taken down before.</summary>
public sealed class WakesTests
{
    /// <summary>Of a sweep that finds one deadline due: the index, the calendar, the version of the policy, and the commit on the card remembered.</summary>
    private const int CallsUpToTheCommit = 4;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deadline_that_comes_back_to_the_same_instant_still_wakes_the_request(bool atAnotherDesk)
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None], deaf: true);
        await using var another = new AService(world, Mishap.None, deaf: true);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        var first = (await Books.RequestsAsync(world)).Single().Card.Request.Deadline!;

        // The library promises it, and takes its promise back on the same day: the next one has until the same hour.
        var service = atAnotherDesk ? another : callers.Service;
        await service.Inbox.WorkOffAsync(Message(id, CallbackStatus.WillSupply), 1, service.Stop);
        await callers.Service.Inbox.WorkOffAsync(Message(id, CallbackStatus.Unfilled), 1, service.Stop);
        var request = (await Books.RequestsAsync(world)).Single().Card.Request;
        request.Supplier!.Symbol.ShouldBe("HKU");
        request.Deadline!.At.ShouldBe(first.At);

        // What the desk has replaced is taken down only now.
        await service.Sweep.RunAsync(service.Stop);
        await callers.AFewMinutesLaterAsync();
        await Books.ShouldBeFoundByTheIndexAsync(world);
        await callers.PassAsync(TimeSpan.FromDays(8));
        (await Books.RequestsAsync(world)).Single().Card.Request.Status.ShouldBe(RequestStatus.InReview, "Nobody is left to ask: it lies with staff.");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_undelivered_mail_is_retried_on_time_though_the_request_moves_on(bool deaf)
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None], deaf);
        var journeys = new Journeys(callers);
        world.Post.Answers = new MailResult.Later(TimeSpan.FromHours(5), "over the quota");
        var id = await journeys.PlaceAsync(Patrons.ABook);
        await callers.PassAsync(TimeSpan.FromHours(1));
        world.Post.Answers = null;
        await journeys.SayAsync(id, CallbackStatus.WillSupply, RequestStatus.Expected);
        await Books.ShouldBeFoundByTheIndexAsync(world);

        await callers.PassAsync(TimeSpan.FromHours(5));

        world.Post.Sent.Count.ShouldBe(2);
        (await Books.RequestsAsync(world)).Single().Journal.SelectMany(entry => entry.Outbox).ShouldAllBe(item => item.State == Delivery.Delivered);
    }

    [Fact]
    public async Task Effects_of_a_deadline_are_delivered_after_its_process_died()
    {
        var world = await World.InMemoryAsync();
        var (armed, since) = (false, 0);
        await using var struck = new AService(world, new Mishap(Fault.KilledAfter, _ => armed && ++since == CallsUpToTheCommit), deaf: true);
        var placed = await struck.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, struck.Stop);
        var request = placed.ShouldBeOfType<Placement.Placed>().Card.Request;

        // Another's request takes the wake down that guarded the delivery: it must not be what finds the rest below. It is
        // placed on the next day, so that its own deadline is not among those that the process dies over.
        world.Clock.Advance(TimeSpan.FromDays(1));
        await struck.Placing.PlaceAsync(Patrons.Ho with { Id = "p-another" }, Patrons.ABook, null, struck.Stop);
        world.Lenders.Heard.Clear();

        // The library is silent. The next one is asked, and the process dies before it has said so to anybody.
        world.Clock.SetUtcNow(request.Deadline!.At);
        armed = true;
        await Should.ThrowAsync<OperationCanceledException>(() => struck.Sweep.RunAsync(struck.Stop));
        world.Lenders.Heard.ShouldBeEmpty();

        // Before the sweep comes by again, the first library answers after all, and its answer is a parcel.
        await using var callers = new Callers(world, [Mishap.None], deaf: true);
        await callers.Service.Inbox.WorkOffAsync(Message(request.Id, CallbackStatus.Shipped), 1, CancellationToken.None);
        (await callers.Service.Requests.HandleAsync(
            request.Id, new ReceiveItem(), Actor.Staff("lam"), CancellationToken.None)).ShouldBeOfType<Done<PatronRequest>>();
        await Books.ShouldBeFoundByTheIndexAsync(world);
        await callers.AFewMinutesLaterAsync();

        // The request to the next library was never said, and by now it would order a second item: it is settled as not needed.
        world.Lenders.Heard.Where(message => message.RequestId == request.Id).Select(message => (message.To, message.Message)).ShouldBe(
            [("CUHK", RequestingAction.Cancel), ("HKU", RequestingAction.Cancel), ("CUHK", RequestingAction.Received)], ignoreOrder: true);
        var moot = (await Books.RequestsAsync(world)).Single(book => book.Card.Request.Id == request.Id).Journal
            .SelectMany(entry => entry.Outbox).Single(item => item.Effect is MessageSupplier { Symbol: "HKU", Word: RequestingAction.Request });
        moot.State.ShouldBe(Delivery.NotNeeded);
        moot.Note.ShouldBe("HKU is no longer asked.");
    }

    private static string Message(string id, CallbackStatus status) => StoredJson.Write(new Envelope(
        new PartnerMessage { MessageId = $"CUHK-{status}", Symbol = "CUHK", RequestId = id, ReceivedAt = World.Opening, Status = status }, null));
}
