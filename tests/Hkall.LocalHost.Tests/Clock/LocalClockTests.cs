using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Tests.Drivers;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class LocalClockTests
{
    private static readonly DateTimeOffset Start = Times.Monday;

    [Fact]
    public async Task A_wake_moves_earlier_later_and_away()
    {
        using var work = new ClockWork();
        await work.WakeAsync("a", Start.AddHours(5));
        await work.WakeAsync("a", Start.AddHours(2));
        work.Driver.NextDue.ShouldBe(Start.AddHours(2));
        await work.WakeAsync("a", Start.AddHours(7));
        work.Driver.NextDue.ShouldBe(Start.AddHours(7));
        await work.WakeAsync("a", null);
        work.Driver.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_nudge_during_a_turn_is_not_overwritten_by_what_the_turn_answers()
    {
        using var work = new ClockWork();
        work.DueRequests.Then("a", Start.AddDays(5));
        work.DueRequests.DuringTurn = id => work.WakeAsync(id, work.DueRequests.Taken.Count == 1 ? Start.AddHours(1) : Start.AddDays(9));
        await work.WakeAsync("a", Start);

        await work.SettleAsync();

        work.Driver.NextDue.ShouldBe(Start.AddHours(1));
    }

    [Fact]
    public async Task A_turn_that_fails_is_tried_again_each_minute_a_few_times_and_holds_nobody_up()
    {
        using var work = new ClockWork();
        work.DueRequests.DuringTurn = id => id == "bad" ? throw new InvalidOperationException("This one is broken.") : Task.CompletedTask;
        await work.WakeAsync("bad", Start);
        await work.WakeAsync("good", Start);

        await work.AdvanceAsync(TimeSpan.FromDays(1));

        work.DueRequests.Taken.Where(turn => turn.RequestId == "bad").Select(turn => turn.At)
            .ShouldBe(Enumerable.Range(0, LocalScheduler.MostTries).Select(i => Start + (i * LocalScheduler.RetryAfter)));
        work.DueRequests.Taken.ShouldContain((Start, "good"));
        work.Driver.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_turn_that_succeeds_at_last_has_all_its_tries_again()
    {
        using var work = new ClockWork();
        var left = LocalScheduler.MostTries - 1;
        work.DueRequests.DuringTurn = _ => left-- > 0 ? throw new InvalidOperationException("Not yet.") : Task.CompletedTask;
        await work.WakeAsync("a", Start);
        await work.AdvanceAsync(TimeSpan.FromHours(1));

        left = 1;
        await work.WakeAsync("a", Start);
        await work.AdvanceAsync(TimeSpan.FromHours(1));

        work.DueRequests.Taken.Count.ShouldBe(LocalScheduler.MostTries + 2);
    }

    [Fact]
    public async Task Dropped_nudges_wake_nobody()
    {
        using var work = new ClockWork();
        work.Waker.DropNudges = true;
        await work.WakeAsync("a", Start);
        work.Waker.MessageQueued();

        await work.AdvanceAsync(TimeSpan.FromDays(1));

        work.DueRequests.Taken.ShouldBeEmpty();
        work.DueRequests.Pumped.ShouldBeEmpty();
    }

    [Fact]
    public async Task Recorded_wakes_are_learnt_and_do_not_put_off_a_nudge()
    {
        using var work = new ClockWork();
        work.DueRequests.Recorded.AddRange([("a", Start.AddHours(1)), ("b", Start.AddHours(3))]);
        await work.WakeAsync("b", Start.AddHours(2));

        await work.Waker.LearnAsync(work.DueRequests, CancellationToken.None);
        await work.AdvanceAsync(TimeSpan.FromDays(1));

        work.DueRequests.Taken.ShouldBe([(Start.AddHours(1), "a"), (Start.AddHours(2), "b")]);
    }
}
