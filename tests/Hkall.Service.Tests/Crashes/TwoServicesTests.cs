using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;

namespace Hkall.Service.Tests.Crashes;

/// <summary>Several processes, each with its own memory, over one store.</summary>
public sealed class TwoServicesTests
{
    [Theory]
    [InlineData("loan", false)]
    [InlineData("loan", true)]
    [InlineData("copy", false)]
    [InlineData("copy", true)]
    public async Task Two_desks_that_work_at_one_request_in_turns_are_never_misled_by_what_they_remember(string journey, bool deaf)
    {
        await using var callers = new Callers(await World.InMemoryAsync(), [Mishap.None, Mishap.None], deaf);

        await CrashTests.RunAsync(callers, journey);
        await Books.ShouldBeAtRestAsync(callers);

        callers.World.Post.Sent.ShouldBeUnique();
        callers.World.Lenders.Heard.Select(message => message.MessageId).ShouldBeUnique();
    }

    [Theory]
    [InlineData("loan", Fault.KilledBefore, 1)]
    [InlineData("loan", Fault.KilledAfter, 2)]
    [InlineData("loan", Fault.ReplyLost, 3)]
    [InlineData("copy", Fault.KilledBefore, 4)]
    [InlineData("copy", Fault.KilledAfter, 5)]
    [InlineData("copy", Fault.ReplyLost, 6)]
    public Task The_other_desk_carries_on_where_one_was_struck_at_one_storage_call_in_seven(string journey, Fault fault, int first) =>
        ShouldCarryOnAsync(journey, fault, first, oneIn: 7);

    [Theory]
    [Trait("Run", "Full")]
    [InlineData("loan", Fault.KilledBefore)]
    [InlineData("loan", Fault.KilledAfter)]
    [InlineData("copy", Fault.KilledBefore)]
    [InlineData("copy", Fault.KilledAfter)]
    [InlineData("loan", Fault.ReplyLost)]
    [InlineData("copy", Fault.ReplyLost)]
    public Task The_other_desk_carries_on_where_one_was_struck(string journey, Fault fault) => ShouldCarryOnAsync(journey, fault, first: 1, oneIn: 1);

    [Fact]
    public async Task No_is_never_said_on_a_remembered_card()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        await using var other = new AService(world, Mishap.None);
        var journeys = new Journeys(callers);
        var id = await journeys.PlaceAsync(Patrons.ABook);
        (await other.Requests.HandleAsync(id, new CheckOutItem(), Actor.Staff("lam"), other.Stop)).ShouldBeOfType<CommandRefused<PatronRequest>>();
        await journeys.SayAsync(id, CallbackStatus.Shipped, RequestStatus.InTransit);
        await journeys.OrderAsync(id, new ReceiveItem(), RequestStatus.ReadyForPickup);

        (await other.Requests.HandleAsync(id, new CheckOutItem(), Actor.Staff("lam"), other.Stop)).ShouldBeOfType<Done<PatronRequest>>();
    }

    private static async Task ShouldCarryOnAsync(string journey, Fault fault, int first, int oneIn)
    {
        const int CallsOfTheFirst = 60;
        var failures = new List<string>();
        for (var call = first; call <= CallsOfTheFirst; call += oneIn)
        {
            await using var callers = new Callers(await World.InMemoryAsync(), [new Mishap(fault, call), Mishap.None], deaf: call % 2 == 0);
            await CrashTests.NoteAsync(failures, call, async () =>
            {
                await CrashTests.RunAsync(callers, journey);
                await Books.ShouldBeAtRestAsync(callers);
            });
        }

        failures.ShouldBeEmpty();
    }
}
