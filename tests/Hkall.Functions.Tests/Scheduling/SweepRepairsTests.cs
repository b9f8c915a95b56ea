using Hkall.Domain;
using Hkall.Functions.Scheduling;
using Hkall.Functions.Tests.Kit;
using Hkall.Service.Engine;
using Hkall.Service.Storage.Memory;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Functions.Tests.Scheduling;

/// <summary>The desk's own sweep over the due index, against orchestrations that are missing, stuck, ended or doubled.</summary>
public sealed class SweepRepairsTests
{
    private static readonly string[] Due = [Engine.Request];

    /// <summary>Runs the sweep of a process that knows nothing yet, with the request due in the index.</summary>
    private static async Task<int> SweepAsync(Engine engine, TimeProvider clock)
    {
        var index = new RequestIndex(new MemoryRows());
        await index.AddAsync(
            Engine.Request, Due.Select(id => Keys.DueEntry(clock.GetUtcNow().AddMinutes(-1), id, journal: 1)), withId: false, "p", "c", CancellationToken.None);
        return await new Sweep(index, engine.Turns, engine.NewWaker(clock), clock, NullLogger<Sweep>.Instance).RunAsync(CancellationToken.None);
    }

    [Fact]
    public async Task A_missing_orchestration_is_started()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.DueDate, due);

        (await SweepAsync(engine, Engine.Clock)).ShouldBe(1);
        await engine.ArmedAsync(due);
        engine.Turns.Taken.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_nudge_is_made_good()
    {
        await using var engine = await Engine.StartAsync();
        var due = Engine.Now.AddDays(3);
        await engine.StartAsync(new Wait(due.AddDays(30), "due-date"));
        await engine.ArmedAsync(due.AddDays(30));
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.OverdueNotice, due);

        await SweepAsync(engine, Engine.Clock);
        await engine.ArmedAsync(due);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    public async Task An_orchestration_that_has_ended_is_started_again(OrchestrationRuntimeStatus ended)
    {
        await using var engine = await Engine.StartAsync();
        engine.Turns.Leaves = _ => ended == OrchestrationRuntimeStatus.Failed ? throw new IOException("Storage is away.") : PlayedDueRequests.Nothing;
        await engine.StartAsync(ended == OrchestrationRuntimeStatus.Terminated ? new Wait(Engine.Now.AddDays(1), "due-date") : null);
        if (ended == OrchestrationRuntimeStatus.Terminated)
        {
            await engine.Client.WaitForInstanceStartAsync(Engine.Request);
            await engine.Client.TerminateInstanceAsync(Engine.Request);
        }

        (await engine.EndAsync()).RuntimeStatus.ShouldBe(ended);
        var due = Engine.Now.AddDays(3);
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.DueDate, due);
        await SweepAsync(engine, Engine.Clock);
        await engine.ArmedAsync(due);
    }

    [Fact]
    public async Task A_stuck_orchestration_is_replaced_by_a_new_one()
    {
        await using var engine = await Engine.StartAsync();
        var missed = Engine.Now.AddMinutes(30);
        await engine.StartAsync(new Wait(missed, "due-date"));
        await engine.ArmedAsync(missed);
        await engine.Client.SuspendInstanceAsync(Engine.Request);
        var later = new FakeTimeProvider(missed + OrchestrationScheduler.StuckAfter + TimeSpan.FromMinutes(1));
        var due = later.GetUtcNow().AddDays(3);
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.DueDate, due);

        await SweepAsync(engine, later);
        await engine.ArmedAsync(due);
        (await engine.Client.GetInstanceAsync(Engine.Request))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    [Fact]
    public async Task A_late_but_running_orchestration_is_woken()
    {
        await using var engine = await Engine.StartAsync();
        var missed = Engine.Now.AddMinutes(30);
        await engine.StartAsync(new Wait(missed, "due-date"));
        await engine.ArmedAsync(missed);
        var later = new FakeTimeProvider(missed.AddMinutes(10));
        var due = missed.AddMinutes(-5);
        engine.Turns.Leaves = _ => PlayedDueRequests.Awaits(DeadlineKind.DueDate, due);

        await SweepAsync(engine, later);
        await engine.ArmedAsync(due);
    }
}
