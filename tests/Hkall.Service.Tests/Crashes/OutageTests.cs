using Hkall.Domain;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;

namespace Hkall.Service.Tests.Crashes;

/// <summary>The tables are away for an hour while the queue goes on.</summary>
public sealed class OutageTests
{
    /// <summary>The version of the policy, the directory, the account with its requests, what the circulation system says, the pointers, the commit.</summary>
    private const int CallsUpToTheCommit = 7;

    [Fact]
    public async Task A_good_message_is_not_taken_for_poison_because_the_tables_were_away()
    {
        var world = await World.InMemoryAsync();
        string id;
        await using (var before = new Callers(world, [Mishap.None]))
        {
            id = await new Journeys(before).PlaceAsync(Patrons.ABook);
            await before.Service.Envelopes.SendAsync(
                new PartnerMessage { MessageId = "1", Symbol = "CUHK", RequestId = id, ReceivedAt = world.Now, Status = CallbackStatus.WillSupply },
                CancellationToken.None);
        }

        var away = true;
        await using var service = new AService(world, new Mishap(Fault.DownBefore, _ => away), tablesOnly: true);
        for (var minute = 0; minute < 60; minute++)
        {
            await service.Pump.LookAsync(service.Stop);
            world.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        away = false;
        await service.Pump.LookAsync(service.Stop);

        (await Books.ShouldBalanceAsync(world)).Status.ShouldBe(RequestStatus.Expected);
    }

    [Fact]
    public async Task A_committed_request_is_acknowledged_when_its_deliveries_cannot_be_recorded()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, new Mishap(Fault.DownBefore, call => call > CallsUpToTheCommit));

        var placement = await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, service.Stop);

        placement.ShouldBeOfType<Placement.Placed>();
        await Books.ShouldBeFoundByTheIndexAsync(world);
    }
}
