using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Tests.Drivers;
using Hkall.TestKit.Builders;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class BenchDriverTests
{
    private static readonly DateTimeOffset Start = Times.Monday;

    [Fact]
    public async Task Moving_the_clock_stops_at_every_deadline_on_the_way_in_order()
    {
        using var work = new ClockWork();
        work.DueRequests.Then("b", Start.AddHours(3), Start.AddHours(30));
        await work.WakeAsync("b", Start.AddHours(1));
        await work.WakeAsync("c", Start.AddHours(2));
        await work.WakeAsync("a", Start.AddHours(2));
        await work.WakeAsync("late", Start.AddDays(9));

        await work.AdvanceAsync(TimeSpan.FromDays(2));

        work.DueRequests.Taken.ShouldBe(
            [(Start.AddHours(1), "b"), (Start.AddHours(2), "a"), (Start.AddHours(2), "c"), (Start.AddHours(3), "b"), (Start.AddHours(30), "b")]);
        work.Clock.GetUtcNow().ShouldBe(Start.AddDays(2));
    }

    [Fact]
    public async Task A_deadline_at_the_very_end_is_acted_on()
    {
        using var work = new ClockWork();
        await work.WakeAsync("a", Start.AddDays(1));

        await work.AdvanceAsync(TimeSpan.FromDays(1));

        work.DueRequests.Taken.ShouldBe([(Start.AddDays(1), "a")]);
    }

    [Fact]
    public async Task A_wake_in_the_past_runs_at_the_present()
    {
        using var work = new ClockWork();
        await work.WakeAsync("a", Start.AddYears(-1));

        await work.SettleAsync();

        work.DueRequests.Taken.ShouldBe([(Start, "a")]);
        work.Clock.GetUtcNow().ShouldBe(Start);
    }

    [Fact]
    public async Task Settling_runs_what_is_due_and_what_follows_from_it_and_leaves_the_clock()
    {
        using var work = new ClockWork();
        work.DueRequests.Then("a", Start, Start, Start.AddMinutes(1));
        work.DueRequests.DuringTurn = id => id == "a" ? work.WakeAsync("b", Start) : Task.CompletedTask;
        await work.WakeAsync("a", Start);

        await work.SettleAsync();

        work.DueRequests.Taken.Count(turn => turn.RequestId == "a").ShouldBe(3);
        work.DueRequests.Taken.ShouldContain((Start, "b"));
        work.Driver.NextDue.ShouldBe(Start.AddMinutes(1));
    }

    [Fact]
    public async Task Settling_waits_for_whoever_is_busy_and_does_what_comes_of_it()
    {
        var busy = new BusyWork();
        using var work = new ClockWork(busy);
        var settling = work.SettleAsync();
        settling.IsCompleted.ShouldBeFalse();

        busy.Busy = false;
        busy.NextDue = Start;
        work.Bell.Notify();
        await settling;

        busy.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task Work_that_is_always_due_ends_with_a_clear_error()
    {
        using var work = new ClockWork(new EndlessWork());

        var error = await Should.ThrowAsync<TooManyStepsException>(work.SettleAsync);

        error.Message.ShouldContain("over and over");
    }

    [Fact]
    public async Task Two_moves_at_once_follow_one_another()
    {
        using var work = new ClockWork();
        await work.WakeAsync("a", Start.AddHours(1));
        var gate = new TaskCompletionSource();
        work.DueRequests.DuringTurn = _ => gate.Task;

        var first = work.AdvanceAsync(TimeSpan.FromDays(1));
        var second = work.AdvanceAsync(TimeSpan.FromDays(1));
        second.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await Task.WhenAll(first, second);

        work.Clock.GetUtcNow().ShouldBe(Start.AddDays(2));
    }

    [Fact]
    public async Task In_the_background_what_comes_due_is_run_after_a_real_wait_that_is_cut_short_by_something_earlier()
    {
        var real = new ArmedTime(Times.Monday);
        using var clock = new BenchClock(new ClockPace(ClockMode.Fast, 60), Start, LocalHost.Keeping.BenchFolder.None, real);
        var signal = new WorkSignal();
        var work = new RecordingWork(clock) { NextDue = Start.AddHours(5) };
        using var driver = new BenchDriver(clock, signal, [work]);
        using var stop = new CancellationTokenSource();
        var running = driver.RunAsync(real, stop.Token);
        await real.TimerArmedAsync();

        work.NextDue = Start.AddHours(1);
        signal.Notify();
        await real.TimerArmedAsync();
        real.Advance(TimeSpan.FromMinutes(1));
        var ran = await work.RanAsync();

        ran.ShouldBe(Start.AddHours(1));
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => running);
    }

    private sealed class BusyWork : IDueWork
    {
        public DateTimeOffset? NextDue { get; set; }

        public bool Busy { get; set; } = true;

        public int Runs { get; private set; }

        public Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
        {
            Runs++;
            NextDue = null;
            return Task.CompletedTask;
        }
    }

    private sealed class EndlessWork : IDueWork
    {
        public DateTimeOffset? NextDue => DateTimeOffset.MinValue;

        public bool Busy => false;

        public Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation) => Task.CompletedTask;
    }

    private sealed class RecordingWork(TimeProvider clock) : IDueWork
    {
        private readonly TaskCompletionSource<DateTimeOffset> _ran = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public DateTimeOffset? NextDue { get; set; }

        public bool Busy => false;

        public Task<DateTimeOffset> RanAsync() => _ran.Task.WaitAsync(Times.Patience);

        public Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
        {
            NextDue = null;
            _ran.SetResult(clock.GetUtcNow());
            return Task.CompletedTask;
        }
    }

    /// <summary>Tells when somebody has begun to wait, so that time is not moved before.</summary>
    private sealed class ArmedTime(DateTimeOffset start) : FakeTimeProvider(start)
    {
        private readonly SemaphoreSlim _armed = new(0);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            _armed.Release();
            return timer;
        }

        public async Task TimerArmedAsync() => (await _armed.WaitAsync(Times.Patience)).ShouldBeTrue();
    }
}
