using Hkall.Domain;
using Hkall.Functions.Scheduling;
using Hkall.Functions.Tests.Kit;
using Hkall.Service.Engine;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Functions.Tests.Scheduling;

public sealed class OrchestrationSchedulerTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private static NextRun Due(DateTimeOffset at) => PlayedDueRequests.Awaits(DeadlineKind.DueDate, at);

    [Fact]
    public async Task The_first_commit_starts_the_orchestration_and_it_takes_no_turn_before_the_deadline()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await engine.Waker.ScheduleAsync(Engine.Request, Due(due), CancellationToken.None);

        await engine.ArmedAsync(due);
        engine.Turns.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_earlier_wake_is_told_and_a_later_one_is_not()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await engine.Waker.ScheduleAsync(Engine.Request, Due(due), CancellationToken.None);
        await engine.ArmedAsync(due);

        await engine.Waker.ScheduleAsync(Engine.Request, Due(due.AddDays(20)), CancellationToken.None);
        await engine.Waker.ScheduleAsync(Engine.Request, Due(due.AddDays(-1)), CancellationToken.None);
        await engine.ArmedAsync(due.AddDays(-1));
    }

    [Fact]
    public async Task A_process_that_has_just_started_looks_before_it_nudges()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await engine.Waker.ScheduleAsync(Engine.Request, Due(due), CancellationToken.None);
        await engine.ArmedAsync(due);
        var before = engine.Replays();

        await engine.NewWaker(Engine.Clock).ScheduleAsync(Engine.Request, Due(due.AddDays(1)), CancellationToken.None);
        await engine.NewWaker(Engine.Clock).ScheduleAsync(Engine.Request, Due(due.AddDays(-1)), CancellationToken.None);
        await engine.ArmedAsync(due.AddDays(-1));
        engine.Replays().ShouldBeLessThanOrEqualTo(before + 2);
    }

    [Fact]
    public async Task Two_starts_for_one_request_make_one_orchestration()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(process =>
            engine.NewWaker(Engine.Clock).ScheduleAsync(Engine.Request, Due(due.AddMinutes(process)), CancellationToken.None)));
        await engine.ArmedAsync(due);

        await engine.NudgeAsync(Wait.Of(Due(Engine.Now)));
        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        engine.Turns.Taken.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Starting_a_request_that_runs_already_only_nudges_it()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await engine.StartAsync(new Wait(due, "due-date"));
        await engine.ArmedAsync(due);

        await engine.NewWaker(Engine.Clock).ScheduleAsync(Engine.Request, Due(due.AddDays(-1)), CancellationToken.None);
        await engine.ArmedAsync(due.AddDays(-1));
        engine.Turns.Taken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_closed_request_ends_its_orchestration_and_a_late_message_starts_another()
    {
        await using var engine = await Engine.StartAsync();
        await engine.Waker.ScheduleAsync(Engine.Request, Due(Engine.Now.AddDays(3)), CancellationToken.None);
        await engine.Waker.ScheduleAsync(Engine.Request, PlayedDueRequests.Nothing, CancellationToken.None);
        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);

        var answer = Engine.Now.AddMinutes(5);
        await engine.Waker.ScheduleAsync(Engine.Request, new NextRun(answer, null), CancellationToken.None);
        await engine.ArmedAsync(answer);
        (await engine.StatusAsync())!.For.ShouldBe(Wait.Delivery);
    }

    [Fact]
    public async Task A_turn_does_not_nudge_the_orchestration_that_takes_it()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        engine.Turns.During = requestId => engine.Waker.ScheduleAsync(requestId, Due(due.AddDays(-1)), CancellationToken.None);
        engine.Turns.Leaves = _ => Due(due);
        await engine.StartAsync(null);
        await engine.ArmedAsync(due);

        var replays = engine.Replays();
        await Task.Delay(Soon, Engine.Clock);
        (await engine.StatusAsync())!.Until.ShouldBe(due);
        engine.Replays().ShouldBe(replays);
    }

    [Fact]
    public async Task A_committed_change_stands_when_the_wake_up_cannot_be_sent()
    {
        var scheduler = new OrchestrationScheduler(
            new DurableClientAccessor(), new ArmedTimers(), new FakeTimeProvider(), NullLogger<OrchestrationScheduler>.Instance);
        await Should.NotThrowAsync(() => scheduler.ScheduleAsync(Engine.Request, Due(Engine.Now), CancellationToken.None));
    }
}
