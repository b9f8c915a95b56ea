using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Downloads;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Storage;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Inbox;

/// <summary>Messages nobody could use: sent off again, or dismissed with all that came with them.</summary>
public sealed class ParkedMessagesTests
{
    private static CancellationToken None => CancellationToken.None;

    [Theory]
    [InlineData(100)]
    [InlineData(40_000)]
    public async Task A_message_parked_anew_while_it_is_sent_off_stays_parked_and_whole(int length)
    {
        var world = await World.InMemoryAsync();
        var body = new string('x', length);
        var queue = new QueueThatMeanwhile(world.Stores.Queue);
        var parked = new ParkedMessages(world.Stores.Rows, world.Stores.Blobs, queue, world.Clock, new SystemRandom());
        await parked.ParkAsync(body, "not-asked", null, None);
        var id = (await parked.ListAsync(10, None)).ShouldHaveSingleItem().Id;

        queue.Meanwhile = () => parked.ParkAsync(body, "not-asked", null, None);
        (await parked.RetryAsync(id, None)).ShouldBeTrue();

        (await parked.ListAsync(10, None)).ShouldHaveSingleItem().Id.ShouldBe(id);
        queue.Meanwhile = null;
        (await parked.RetryAsync(id, None)).ShouldBeTrue();
        (await world.Stores.Queue.ReceiveAsync(10, TimeSpan.FromSeconds(1), None)).Select(message => message.Body).ShouldBe([body, body]);
        (await parked.ListAsync(10, None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_dismissed_message_takes_its_scan_with_it_and_leaves_who_dismissed_it_and_why()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        var message = await SendScanAsync(world, callers.Service, id, "NUS");
        await callers.AFewMinutesLaterAsync();
        var parked = (await callers.Service.Get<ParkedMessages>().ListAsync(10, None)).ShouldHaveSingleItem();

        (await callers.Service.Get<ParkedDismissal>().DismissAsync(parked.Id, Actor.Staff("lam").ToString(), "A scan for another library.", None)).ShouldBeTrue();

        (await world.Stores.Blobs.OpenAsync(BlobContainer.Scans, message.Scan!.Id, None)).ShouldBeNull();
        (await callers.Service.Get<ParkedMessages>().ListAsync(10, None)).ShouldBeEmpty();
        (await callers.Service.Get<ParkedDismissal>().ListAsync(10, None)).ShouldHaveSingleItem().ShouldBe(new DismissedMessage
        {
            Id = parked.Id,
            ParkedAt = parked.ParkedAt,
            Why = "not-asked",
            DismissedAt = world.Now,
            By = "staff:lam",
            Reason = "A scan for another library.",
            Symbol = "NUS",
            RequestId = id,
        });
    }

    [Fact]
    public async Task A_scan_that_a_patron_may_still_download_stays_though_its_message_is_dismissed()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await new Journeys(callers).PlaceAsync(Patrons.AnArticle);
        var message = await SendScanAsync(world, callers.Service, id, "CUHK");
        await callers.AFewMinutesLaterAsync();
        (await Books.RequestsAsync(world)).ShouldHaveSingleItem().Card.Request.Status.ShouldBe(RequestStatus.ReadyToDownload);
        var parked = callers.Service.Get<ParkedMessages>();
        await parked.ParkAsync(StoredJson.Write(new Envelope(message, null)), "failed", null, None);

        (await callers.Service.Get<ParkedDismissal>()
            .DismissAsync((await parked.ListAsync(10, None)).ShouldHaveSingleItem().Id, Actor.Staff("lam").ToString(), "Heard already.", None)).ShouldBeTrue();

        await using var scan = await world.Stores.Blobs.OpenAsync(BlobContainer.Scans, message.Scan!.Id, None);
        scan.ShouldNotBeNull();
    }

    [Fact]
    public async Task An_unreadable_message_can_be_dismissed_once()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        await service.Get<ParkedMessages>().ParkAsync("not even JSON", "malformed", null, None);
        var id = (await service.Get<ParkedMessages>().ListAsync(10, None)).ShouldHaveSingleItem().Id;

        (await service.Get<ParkedDismissal>().DismissAsync(id, Actor.Staff("lam").ToString(), "Noise.", None)).ShouldBeTrue();
        (await service.Get<ParkedDismissal>().DismissAsync(id, Actor.Staff("lam").ToString(), "Noise.", None)).ShouldBeFalse();
    }

    private static async Task<PartnerMessage> SendScanAsync(World world, AService service, string requestId, string symbol)
    {
        var scanId = ScanIds.For(requestId, symbol, "1", "0");
        using var content = new MemoryStream("%PDF-1.7"u8.ToArray());
        var stored = await service.Blobs.WriteAsync(BlobContainer.Scans, scanId, content, 1_000, None);
        var message = new PartnerMessage
        {
            MessageId = "1",
            Symbol = symbol,
            RequestId = requestId,
            ReceivedAt = world.Now,
            Scan = new Scan(scanId, ScanIds.FileNameOf(requestId, "application/pdf"), "application/pdf", stored.Bytes, stored.Sha256),
        };
        await service.Envelopes.SendAsync(message, None);
        service.Get<IRequestScheduler>().MessageQueued();
        return message;
    }

    /// <summary>The queue, and what others do while something is being put on it.</summary>
    private sealed class QueueThatMeanwhile(IMessageQueue queue) : IMessageQueue
    {
        public Func<Task>? Meanwhile { get; set; }

        public async Task SendAsync(string body, CancellationToken cancellation)
        {
            await queue.SendAsync(body, cancellation);
            await (Meanwhile?.Invoke() ?? Task.CompletedTask);
        }

        public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation) =>
            queue.ReceiveAsync(max, invisibleFor, cancellation);

        public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) => queue.DeleteAsync(message, cancellation);

        public Task<int> CountAsync(CancellationToken cancellation) => queue.CountAsync(cancellation);
    }
}
