using Hkall.Domain;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Messages too large for the queue, whose content waits in a file.</summary>
public sealed class LargeMessagesTests
{
    private static readonly string Long = new('x', 60 * 1024);

    [Theory]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    [InlineData(Fault.DownBefore)]
    [InlineData(Fault.DownAfter)]
    [InlineData(Fault.ReplyLost)]
    public async Task A_fault_at_any_storage_call_neither_loses_one_nor_parks_it(Fault fault)
    {
        for (var call = 1; call <= 25; call++)
        {
            var world = await World.InMemoryAsync();
            await using var callers = new Callers(world, [new Mishap(fault, call)]);
            var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
            await callers.AskAsync(service => SendAsync(service, Promise(world, id, "CUHK-1")));
            await callers.AFewMinutesLaterAsync();
            await callers.AFewMinutesLaterAsync();

            (await Books.ShouldBalanceAsync(world)).Status.ShouldBe(RequestStatus.Expected, $"{fault} at {call}");
        }
    }

    [Fact]
    public async Task A_large_message_that_was_sent_twice_counts_once_and_is_not_parked()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        await SendAsync(callers.Service, Promise(world, id, "CUHK-1"));
        await SendAsync(callers.Service, Promise(world, id, "CUHK-1"));

        await callers.AFewMinutesLaterAsync();

        (await Books.ShouldBalanceAsync(world)).Status.ShouldBe(RequestStatus.Expected);
    }

    [Fact]
    public async Task A_large_message_nobody_can_use_is_parked_whole()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await new Journeys(callers).PlaceAsync(Patrons.ABook);
        var message = Promise(world, id, "NUS-1") with { Symbol = "NUS", Reason = Long[..(40 * 1024)] };
        await SendAsync(callers.Service, message);

        await callers.AFewMinutesLaterAsync();

        (await world.Stores.Queue.CountAsync(CancellationToken.None)).ShouldBe(0);
        var parked = (await callers.Service.Get<ParkedMessages>().ListAsync(10, CancellationToken.None)).ShouldHaveSingleItem();
        parked.Why.ShouldBe("not-asked");
        (await callers.Service.Get<ParkedMessages>().RetryAsync(parked.Id, CancellationToken.None)).ShouldBeTrue();
        var again = (await world.Stores.Queue.ReceiveAsync(1, TimeSpan.FromSeconds(1), CancellationToken.None)).ShouldHaveSingleItem();
        (await callers.Service.Envelopes.OpenAsync(again.Body, CancellationToken.None)).Message.ShouldBe(message);
    }

    private static async Task<bool> SendAsync(AService service, PartnerMessage message)
    {
        await service.Envelopes.SendAsync(message, service.Stop);
        service.Get<IRequestScheduler>().MessageQueued();
        return true;
    }

    private static PartnerMessage Promise(World world, string id, string messageId) =>
        new() { MessageId = messageId, Symbol = "CUHK", RequestId = id, ReceivedAt = world.Now, Status = CallbackStatus.WillSupply, Reason = Long };
}
