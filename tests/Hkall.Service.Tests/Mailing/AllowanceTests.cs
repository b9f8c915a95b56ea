using Hkall.Service.Engine;
using Hkall.Service.Mailing;
using Hkall.Service.Tests.Crashes;

namespace Hkall.Service.Tests.Mailing;

/// <summary>What the mail service takes, for all processes together.</summary>
public sealed class AllowanceTests
{
    private static readonly MailLimits TenAnHour = new(null, 10, null);

    [Fact]
    public async Task Processes_that_send_at_the_same_time_never_send_more_than_the_limit_together()
    {
        var world = await World.InMemoryAsync();
        var processes = Enumerable.Range(0, 4).Select(_ => new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom())).ToList();

        var grants =
            await Task.WhenAll(
                Enumerable.Range(0, 60).Select(mail => processes[mail % 4].TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None)));

        grants.Sum(grant => grant.Count).ShouldBe(10);
        grants.Where(grant => grant.Count == 0).ShouldAllBe(grant => grant.NextAt > world.Now && grant.NextAt <= world.Now.AddMinutes(61));
        processes.ForEach(process => process.Dispose());
    }

    [Fact]
    public async Task An_hour_is_any_hour_and_not_that_of_the_clock()
    {
        var world = await World.InMemoryAsync();
        using var allowance = new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom());
        var at = World.Opening.AddMinutes(59);
        (await allowance.TakeAsync(10, first: true, forTray: false, at, CancellationToken.None)).Count.ShouldBe(10);

        var refused = await allowance.TakeAsync(10, first: true, forTray: false, at.AddMinutes(30), CancellationToken.None);
        refused.Count.ShouldBe(0);
        (await allowance.TakeAsync(10, first: true, forTray: false, refused.NextAt, CancellationToken.None)).Count.ShouldBe(10);
        (refused.NextAt - at).ShouldBeInRange(TimeSpan.FromHours(1), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task A_part_is_kept_for_what_goes_first()
    {
        var world = await World.InMemoryAsync();
        using var allowance = new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom());

        (await allowance.TakeAsync(10, first: false, forTray: false, world.Now, CancellationToken.None)).Count.ShouldBe(8);
        (await allowance.TakeAsync(10, first: true, forTray: false, world.Now, CancellationToken.None)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_the_mail_service_says_how_long_no_process_asks_it_before()
    {
        var world = await World.InMemoryAsync();
        using var one = new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom());
        using var other = new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom());
        var until = world.Now.AddMinutes(20);

        await one.CloseAsync(until, CancellationToken.None);

        (await other.TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None)).ShouldBe(new Grant(0, until));
        (await other.TakeAsync(1, first: true, forTray: false, until, CancellationToken.None)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_costs_one_storage_request_when_its_process_sent_the_last_and_none_without_a_limit()
    {
        var world = await World.InMemoryAsync();
        using var limited = new Allowance(world.Stores.Rows, TenAnHour, new SystemRandom());
        using var unlimited = new Allowance(world.Stores.Rows, MailLimits.None, new SystemRandom());
        await limited.TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None);
        var before = world.Stores.Counter.Total;

        await unlimited.TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None);
        world.Stores.Counter.Total.ShouldBe(before);
        await limited.TakeAsync(1, first: true, forTray: false, world.Now, CancellationToken.None);
        world.Stores.Counter.Total.ShouldBe(before + 1);
    }
}
