using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Tests.Drivers;
using Hkall.Service.Engine;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Upkeep;
using Hkall.TestKit.Builders;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class HousekeepingTests
{
    [Fact]
    public async Task The_first_sweep_teaches_the_clock_its_wakes_and_a_later_one_only_where_it_repaired_something()
    {
        using var work = new ClockWork();
        using var house = House(work);
        work.DueRequests.Recorded.Add(("a", Times.Monday.AddHours(1)));
        await house.SweepAsync(CancellationToken.None);
        work.Driver.NextDue.ShouldBe(Times.Monday.AddHours(1));

        work.DueRequests.Recorded.Add(("b", Times.Monday.AddMinutes(30)));
        await house.SweepAsync(CancellationToken.None);
        work.Driver.NextDue.ShouldBe(Times.Monday.AddHours(1));

        work.DueRequests.Repaired = 1;
        await house.SweepAsync(CancellationToken.None);
        work.Driver.NextDue.ShouldBe(Times.Monday.AddMinutes(30));
    }

    [Fact]
    public async Task Nothing_begins_before_the_bench_listens_and_then_it_sweeps_looks_and_runs_what_is_due()
    {
        using var work = new ClockWork();
        var life = new Life();
        using var house = House(work, life);
        work.DueRequests.Queue = 1;
        var turn = new TaskCompletionSource();
        work.DueRequests.DuringTurn = _ =>
        {
            turn.SetResult();
            return Task.CompletedTask;
        };
        await work.WakeAsync("a", Times.Monday);
        await house.StartAsync(CancellationToken.None);
        work.DueRequests.Swept.ShouldBe(0);

        await life.Started.CancelAsync();
        await turn.Task.WaitAsync(Times.Patience);
        await house.StopAsync(CancellationToken.None);

        work.DueRequests.Swept.ShouldBe(1);
        work.DueRequests.Queue.ShouldBe(0);
    }

    [Fact]
    public async Task Time_is_not_moved_while_a_message_is_still_in_the_hands_of_a_process_that_was_killed()
    {
        using var work = new ClockWork();
        var (life, real) = (new Life(), Times.Real());
        var queue = new MemoryQueue(real);
        await queue.SendAsync("shipped", CancellationToken.None);
        var taken = (await queue.ReceiveAsync(1, PartnerPump.InvisibleFor, CancellationToken.None)).Single();
        using var house = House(work, life, queue, real);
        await house.StartAsync(CancellationToken.None);
        var advancing = work.AdvanceAsync(TimeSpan.FromDays(30));
        await life.Started.CancelAsync();
        advancing.IsCompleted.ShouldBeFalse();
        work.Clock.GetUtcNow().ShouldBe(Times.Monday);

        await queue.DeleteAsync(taken, CancellationToken.None);
        while (!advancing.IsCompleted)
        {
            real.Advance(Housekeeping.LookAgainAfter);
            await Task.Yield();
        }

        await advancing;
        await house.StopAsync(CancellationToken.None);
        work.Clock.GetUtcNow().ShouldBe(Times.Monday.AddDays(30));
        work.DueRequests.Swept.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_message_that_nobody_can_work_off_does_not_hold_the_bench_up_for_ever()
    {
        using var work = new ClockWork();
        var (life, real) = (new Life(), Times.Real());
        var queue = new MemoryQueue(real);
        await queue.SendAsync("shipped", CancellationToken.None);
        using var house = House(work, life, queue, real);
        await house.StartAsync(CancellationToken.None);
        await life.Started.CancelAsync();

        var settling = work.SettleAsync();
        var begun = real.GetUtcNow();
        while (!settling.IsCompleted)
        {
            real.Advance(Housekeeping.LookAgainAfter);
            await Task.Yield();
        }

        await house.StopAsync(CancellationToken.None);
        (real.GetUtcNow() - begun).ShouldBeGreaterThan(Housekeeping.LongestCatchingUp);
    }

    private static Housekeeping House(ClockWork work, Life? life = null, MemoryQueue? queue = null, FakeTimeProvider? real = null) => new(
        work.Driver,
        work.Waker,
        work.Pump,
        work.DueRequests,
        new Jobs(
            new JobRows(new MemoryRows(), new SystemRandom()), new MachineTime(real ?? Times.Real()), work.DueRequests, work.DueRequests, work.DueRequests,
            work.DueRequests, NullLogger<Jobs>.Instance),
        queue ?? new MemoryQueue(Times.Real()),
        real ?? Times.Real(),
        life ?? new Life(),
        NullLogger<Housekeeping>.Instance);

    private sealed class Life : IHostApplicationLifetime
    {
        public CancellationTokenSource Started { get; } = new();

        public CancellationToken ApplicationStarted => Started.Token;

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public void StopApplication()
        {
        }
    }
}
