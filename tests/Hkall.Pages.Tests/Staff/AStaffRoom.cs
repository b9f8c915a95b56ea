using Hkall.LocalHost;
using Hkall.Service.Engine;
using Hkall.TestKit.Builders;
using Hkall.TestKit.Drivers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Pages.Tests.Staff;

/// <summary>
/// A bench on a Thursday with work for the desk: parcels on their way, an item on the shelf, one with its patron, one to send back, one to review.
/// </summary>
internal sealed class AStaffRoom : IAsyncDisposable
{
    private AStaffRoom(ABench bench) => Bench = bench;

    public ABench Bench { get; }

    public string OnItsWay { get; private set; } = "";

    public string AlsoOnItsWay { get; private set; } = "";

    public string OnTheShelf { get; private set; } = "";

    public string ToReview { get; private set; } = "";

    /// <summary>
    /// The machine's clock stands still: a second scan comes within the seconds in which a scanner bounces. What is closed before anything else happens makes
    /// the reports speak of something.
    /// </summary>
    public static async Task<AStaffRoom> OpenAsync()
    {
        var room = new AStaffRoom(
            await ABench.InMemoryAsync(services => services.AddSingleton(new MachineTime(new FakeTimeProvider(BenchServices.RealTime.GetUtcNow())))));
        var (bench, staff) = (room.Bench, room.Bench.LendingStaff());
        room.OnItsWay = await bench.Patron("okafor").HasPlacedAsync(Orders.Kuhn);
        room.AlsoOnItsWay = await bench.Patron("wong-ka-yan").HasPlacedAsync(Orders.Piketty);
        room.OnTheShelf = await bench.Patron("smith").HasPlacedAsync(Orders.Kuhn);
        var unfilled = await bench.Patron("fernandes").HasPlacedAsync(Orders.Latour);
        room.ToReview =
            (await bench.Patron("oneill").PlaceAsync(new { service = "loan", staffHelp = true, item = new { title = "A book about lighthouses" } })).ShouldBe(
                201).Json.At("id")!;
        await bench.AdvanceAsync("P3D");
        await staff.DoesAsync("receive", room.OnTheShelf);
        (await bench.Patron("fernandes").CancelsAsync(unfilled)).Status.ShouldBeOneOf(200, 409);
        await bench.SettleAsync();
        return room;
    }

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
