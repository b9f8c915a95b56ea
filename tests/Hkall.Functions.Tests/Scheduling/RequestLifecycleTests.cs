using Hkall.Domain;
using Hkall.Functions.Scheduling;
using Hkall.Functions.Tests.Kit;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Tests.Scheduling;

public sealed class RequestLifecycleTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_request_sleeps_until_its_deadline_and_then_has_a_turn()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now + Soon;
        await engine.StartAsync(new Wait(due, "due-date"));

        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        engine.Turns.Taken.ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(due);
    }

    [Fact]
    public async Task A_nudge_moves_the_deadline_forward_and_costs_no_turn()
    {
        await using var engine = await Engine.StartAsync();
        await engine.StartAsync(new Wait(Engine.Now.AddHours(1), "due-date"));
        await engine.Client.WaitForInstanceStartAsync(Engine.Request);

        var recalled = Engine.Now + (2 * Soon);
        await engine.NudgeAsync(new Wait(recalled, "overdue-notice"));
        await engine.ArmedAsync(recalled);
        engine.Turns.Taken.ShouldBeEmpty();

        await engine.EndAsync();
        engine.Turns.Taken.ShouldHaveSingleItem().ShouldBeGreaterThanOrEqualTo(recalled);
    }

    [Fact]
    public async Task A_nudge_that_comes_late_never_moves_the_deadline_back()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now + (3 * Soon);
        await engine.StartAsync(new Wait(due, "due-date"));
        await engine.ArmedAsync(due);

        await engine.NudgeAsync(new Wait(due.AddDays(9), "due-date"));
        await engine.EndAsync();
        engine.Turns.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_nudge_is_not_lost_while_the_request_has_its_turn()
    {
        await using var engine = await Engine.StartAsync();
        var underWay = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        engine.Turns.During = async _ =>
        {
            underWay.TrySetResult();
            await goOn.Task;
        };
        engine.Turns.Leaves = number => number == 1 ? PlayedDueRequests.Awaits(DeadlineKind.DueDate, Engine.Now.AddHours(1)) : PlayedDueRequests.Nothing;
        await engine.StartAsync(null);
        await underWay.Task;

        await engine.NudgeAsync(new Wait(Engine.Now, "shipment"));
        goOn.SetResult();
        await engine.EndAsync();
        engine.Turns.Taken.Count.ShouldBe(2);
    }

    [Fact]
    public async Task The_status_of_an_orchestration_names_what_the_request_waits_for()
    {
        await using var engine = await Engine.StartAsync();
        var expiry = Engine.Now.AddDays(10);
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.PickupExpiry, expiry);
        await engine.StartAsync(null);

        await engine.ArmedAsync(expiry);
        (await engine.StatusAsync()).ShouldBe(new Wait(expiry, "pickup-expiry"));
    }

    [Fact]
    public async Task A_finished_request_is_not_woken_again()
    {
        await using var engine = await Engine.StartAsync();
        await engine.StartAsync(new Wait(Engine.Now.AddDays(30), "lender-receipt"));
        await engine.Client.WaitForInstanceStartAsync(Engine.Request);

        await engine.NudgeAsync(new Wait(null, null));
        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        engine.Turns.Taken.ShouldBeEmpty();
    }

    /// <summary>Each turn begins a new history, so that the code is gone through a few times for each and not once for every turn before.</summary>
    [Fact]
    public async Task A_hundred_turns_leave_a_short_history()
    {
        const int turns = 100;
        const int replaysOfOneTurn = 4;
        await using var engine = await Engine.StartAsync();
        engine.Turns.Leaves = number => number < turns ? PlayedDueRequests.Awaits(DeadlineKind.DueReminder, Engine.Now) : PlayedDueRequests.Nothing;
        await engine.StartAsync(null);

        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        engine.Turns.Taken.Count.ShouldBe(turns);
        engine.Replays().ShouldBeLessThanOrEqualTo(turns * replaysOfOneTurn);
    }

    [Fact]
    public async Task A_turn_that_fails_is_tried_again()
    {
        await using var engine = await Engine.StartAsync();
        engine.Turns.Leaves = number => number < 3 ? throw new IOException("Storage is away.") : PlayedDueRequests.Nothing;
        await engine.StartAsync(null);

        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        engine.Turns.Taken.Count.ShouldBe(3);
    }

    [Fact]
    public async Task The_tries_of_a_turn_come_to_an_end()
    {
        await using var engine = await Engine.StartAsync();
        engine.Turns.Leaves = _ => throw new IOException("Storage is away for good.");
        await engine.StartAsync(null);

        (await engine.EndAsync()).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        engine.Turns.Taken.Count.ShouldBe(3);
    }
}
