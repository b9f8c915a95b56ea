using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Service.Engine;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Engine;

/// <summary>Somebody, or some system, keeps writing to one request. It must come to its end all the same.</summary>
public sealed class FullHistoryTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_full_history_stops_senders_before_staff_and_staff_before_deadlines()
    {
        var world = await World.InMemoryAsync(cachesExpire: false);
        await using var service = new AService(world, Mishap.None);
        var id = ((Placement.Placed)await service.Placing.PlaceAsync(Patrons.Ho, Patrons.ABook, null, None)).Card.Request.Id;

        (await WrittenAsync(Actor.Library("CUHK"))).ShouldBe(RequestStore<PatronRequest, RequestEvent>.MaxEntries - 300);
        (await WrittenAsync(Actor.Patron)).ShouldBe(RequestStore<PatronRequest, RequestEvent>.MaxEntries - 200);
        (await WrittenAsync(Actor.Staff("lam"))).ShouldBe(RequestStore<PatronRequest, RequestEvent>.MaxEntries - 100);
        await Should.ThrowAsync<HistoryFullException>(() => service.Requests.HandleAsync(id, new CancelRequest(Who.Patron), Actor.Patron, None));
        for (var month = 0; month < 12; month++)
        {
            world.Clock.Advance(TimeSpan.FromDays(31));
            await service.Sweep.RunAsync(None);
        }

        var stored = await service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(id, None);
        stored!.Stored.Journal.ShouldBeGreaterThan(RequestStore<PatronRequest, RequestEvent>.MaxEntries - 100);
        stored.Request.Status.IsOpen().ShouldBeFalse();

        async Task<int> WrittenAsync(Actor by)
        {
            while (true)
            {
                try
                {
                    await service.Requests.HandleAsync(id, new AddNote("lam", "Again."), by, None);
                }
                catch (HistoryFullException)
                {
                    return (await service.Get<RequestStore<PatronRequest, RequestEvent>>().ReadAsync(id, None))!.Stored.Journal;
                }
            }
        }
    }
}
