using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Delivering;
using Hkall.Service.Engine;
using Hkall.Service.OpeningDays;
using Hkall.Service.Placing;
using Hkall.Service.Tests.Crashes;
using Hkall.Service.Web;

namespace Hkall.Service.Tests.OpeningDays;

/// <summary>A closure over real requests in the store: on two hosts, and with a host killed at every storage call.</summary>
public sealed class ClosureTests
{
    private static readonly DateOnly Until = new(2026, 11, 30);
    private static readonly ClosureForm Typhoon = new() { From = Until, To = Until, Reason = ClosureReason.Typhoon };

    [Fact]
    public async Task A_closure_entered_on_one_host_holds_on_the_other()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        await using var other = new AService(world, Mishap.None);
        var id = await PlacedAsync(callers);

        // The other host has just read the calendar.
        await other.Requests.BookAsync(other.Stop);
        await EnterAsync(callers.Service);
        world.Clock.Advance(RuleBooks.KeptFor);
        (await other.Requests.HandleAsync(id, new ReceiveItem(), Actor.Staff("lam"), other.Stop)).ShouldBeOfType<Done<PatronRequest>>();

        (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1));
    }

    [Fact]
    public async Task A_date_that_another_host_counted_a_moment_after_the_closure_moves_all_the_same()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        await using var other = new AService(world, Mishap.None);
        var id = await PlacedAsync(callers);
        await other.Requests.BookAsync(other.Stop);

        await EnterAsync(callers.Service);
        (await other.Requests.HandleAsync(id, new ReceiveItem(), Actor.Staff("lam"), other.Stop)).ShouldBeOfType<Done<PatronRequest>>();
        (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until);
        await SettleAsync(callers.Service, world);

        (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1));
        MovedMails(world).ShouldBe(1);
    }

    [Fact]
    public async Task A_patron_with_several_requests_gets_one_mail_for_all()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var ids = new[] { await OnTheShelfAsync(callers), await OnTheShelfAsync(callers) };

        var foreseen = await callers.Service.Get<ClosureService>().ForeseeAsync(Typhoon, callers.Service.Stop);
        foreseen.Found.Select(found => found.Request.Id).ShouldBe(ids, ignoreOrder: true);
        await EnterAsync(callers.Service);
        MovedMails(world).ShouldBe(0);
        await SettleAsync(callers.Service, world);
        await SettleAsync(callers.Service, world);

        MovedMails(world).ShouldBe(1);
        foreach (var id in ids)
        {
            (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1));
        }

        var closure = (await callers.Service.Get<ClosureService>().AllAsync(callers.Service.Stop)).Single();
        closure.Moved.ShouldBe(new DatesMovedCount(closure.Moved!.At, 2, 1));
    }

    [Fact]
    public async Task A_closure_taken_back_moves_no_date_back_and_later_dates_are_counted_without_it()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var moved = await OnTheShelfAsync(callers);
        var service = callers.Service;

        var closure = await EnterAsync(service);
        await SettleAsync(service, world);
        await service.Get<ClosureService>().TakeBackAsync(closure.Id, "lam", _ => Task.CompletedTask, service.Stop);
        var later = await OnTheShelfAsync(callers);

        (await FindAsync(world, moved)).Shelf!.Until.ShouldBe(Until.AddDays(1));
        (await FindAsync(world, later)).Shelf!.Until.ShouldBe(Until);
        MovedMails(world).ShouldBe(1);
    }

    [Fact]
    public async Task A_closure_that_began_before_anybody_said_so_moves_what_still_stands()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var (id, service) = (await OnTheShelfAsync(callers), callers.Service);
        var today = service.Get<ClosureService>().Today;

        await EnterAsync(service, Typhoon with { From = today.AddDays(-1) });
        await SettleAsync(service, world);

        (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1));
        MovedMails(world).ShouldBe(1);
        var calendar = service.Get<RuleBooks>().Current.Calendar;
        calendar.IsInClosure(today.AddDays(-1)).ShouldBeTrue();
        calendar.IsInClosure(today.AddDays(-2)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_closure_that_is_over_can_be_entered_and_on_the_same_day_taken_back_as_if_it_had_not_been()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var (service, closures) = (callers.Service, callers.Service.Get<ClosureService>());
        var yesterday = closures.Today.AddDays(-1);
        var over = Typhoon with { From = yesterday, To = yesterday };

        var closure = await EnterAsync(service, over);
        service.Get<RuleBooks>().Current.Calendar.IsInClosure(yesterday).ShouldBeTrue();
        closures.MayTakeBack(closure).ShouldBeTrue();
        await closures.TakeBackAsync(closure.Id, "lam", _ => Task.CompletedTask, service.Stop);
        service.Get<RuleBooks>().Current.Calendar.IsInClosure(yesterday).ShouldBeFalse();

        var again = await EnterAsync(service, over);
        world.Clock.Advance(TimeSpan.FromDays(1));
        closures.MayTakeBack(again).ShouldBeFalse();
        (await Should.ThrowAsync<BadInputException>(() => closures.TakeBackAsync(again.Id, "lam", _ => Task.CompletedTask, service.Stop)))
            .Code.ShouldBe("closure-over");
    }

    [Fact]
    public async Task A_closure_cannot_begin_longer_ago_than_a_week()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var before = callers.Service.Get<ClosureService>().Today.AddDays(-ClosureService.PastDays - 1);

        (await Should.ThrowAsync<BadInputException>(() => EnterAsync(callers.Service, Typhoon with { From = before, To = before }))).Errors!.Keys
            .ShouldBe(["from", "to"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_closure_taken_back_before_its_mails_went_sends_none()
    {
        var world = await World.InMemoryAsync();
        await using var callers = new Callers(world, [Mishap.None]);
        var id = await OnTheShelfAsync(callers);
        var service = callers.Service;

        var closure = await EnterAsync(service);
        await service.Get<ClosureService>().TakeBackAsync(closure.Id, "lam", _ => Task.CompletedTask, service.Stop);
        await SettleAsync(service, world);

        (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1));
        MovedMails(world).ShouldBe(0);
    }

    [Theory]
    [InlineData(Fault.KilledBefore)]
    [InlineData(Fault.KilledAfter)]
    [InlineData(Fault.ReplyLost)]
    public async Task Whoever_is_killed_in_the_middle_every_date_moves_and_every_patron_is_told_once(Fault fault)
    {
        for (var call = 1; call <= 40; call += 3)
        {
            var world = await World.InMemoryAsync();
            await using var callers = new Callers(world, [Mishap.None]);
            var ids = new[] { await OnTheShelfAsync(callers), await OnTheShelfAsync(callers) };
            var fate = new Mishap(fault, call);
            await using var struck = new AService(world, fate);
            try
            {
                await EnterAsync(struck);
                world.Clock.Advance(DateMover.SettlesAfter);
                await struck.Get<IDateMover>().RunAsync(struck.Stop);
            }
            catch (OperationCanceledException) when (fate.IsDead)
            {
                // Another host goes on.
            }

            // Staff whose call was not answered enter the closure again; one that stands is not entered twice.
            await EnterAsync(callers.Service);
            await SettleAsync(callers.Service, world);
            await callers.AFewMinutesLaterAsync();

            foreach (var id in ids)
            {
                (await FindAsync(world, id)).Shelf!.Until.ShouldBe(Until.AddDays(1), $"{fault} at call {call}");
            }

            MovedMails(world).ShouldBe(1, $"{fault} at call {call}");
            (await callers.Service.Get<ClosureService>().AllAsync(callers.Service.Stop)).Count.ShouldBe(1, $"{fault} at call {call}");
        }
    }

    private static Task<StoredClosure> EnterAsync(AService service, ClosureForm? closure = null) =>
        service.Get<ClosureService>().EnterAsync("lam", closure ?? Typhoon, _ => Task.CompletedTask, service.Stop);

    private static async Task SettleAsync(AService service, World world)
    {
        world.Clock.Advance(DateMover.SettlesAfter);
        await service.Get<IDateMover>().RunAsync(service.Stop);
        await service.Round.RunAsync(service.Stop);
    }

    /// <summary>The item waits on the shelf until <see cref="Until"/>, seven days from now.</summary>
    private static async Task<string> OnTheShelfAsync(Callers callers)
    {
        var id = await PlacedAsync(callers);
        (await callers.Service.Requests.HandleAsync(id, new ReceiveItem(), Actor.Staff("lam"), callers.Service.Stop)).ShouldBeOfType<Done<PatronRequest>>();
        return id;
    }

    private static async Task<string> PlacedAsync(Callers callers)
    {
        var (service, number) = (callers.Service, (await Books.RequestsAsync(callers.World)).Count());
        var order = Patrons.ABook with { Item = Patrons.ABook.Item with { Title = $"Orientalism {number}", Isbn = null } };
        var placed = (await service.Placing.PlaceAsync(Patrons.Ho, order, Patrons.Key($"order {number}"), service.Stop)).ShouldBeOfType<Placement.Placed>();
        await callers.AFewMinutesLaterAsync();
        return placed.Card.Request.Id;
    }

    private static int MovedMails(World world) => world.Post.Sent.Distinct().Count(key => key.EndsWith("mail-dates-moved", StringComparison.Ordinal));

    private static async Task<PatronRequest> FindAsync(World world, string id) =>
        (await Books.RequestsAsync(world)).Single(request => request.Card.Request.Id == id).Card.Request;
}
