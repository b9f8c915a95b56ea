using Hkall.Functions.Scheduling;
using Hkall.Functions.Tests.Kit;
using Hkall.Functions.Upkeep;
using Hkall.Service.Engine;
using Hkall.Service.Storage.Memory;
using Hkall.Service.Upkeep;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Functions.Tests.Scheduling;

/// <summary>The orchestration that looks for late jobs, on the real engine.</summary>
public sealed class JobsWatchTests
{
    [Fact]
    public async Task It_looks_again_and_again_and_a_failed_look_ends_nothing()
    {
        var looks = 0;
        await using var host = await StartAsync(() => Interlocked.Increment(ref looks) == 2 ? throw new InvalidOperationException("A look that fails.") : looks);
        var upkeep = UpkeepOn(host.Client);

        upkeep.Note(host.Client);
        await upkeep.Starting;

        await Engine.UntilAsync(() => Task.FromResult(Volatile.Read(ref looks) >= 5));
        (await host.Client.GetInstanceAsync(JobsWatch.Instance))!.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task There_is_one_however_many_processes_look_for_it()
    {
        var looks = 0;
        await using var host = await StartAsync(() => Interlocked.Increment(ref looks));
        var processes = Enumerable.Range(0, 5).Select(_ => UpkeepOn(host.Client)).ToList();

        processes.ForEach(process => process.Note(host.Client));
        await Task.WhenAll(processes.Select(process => process.Starting));
        await Engine.UntilAsync(() => Task.FromResult(Volatile.Read(ref looks) >= 1));

        var running = 0;
        await foreach (var _ in host.Client.GetAllInstancesAsync(new OrchestrationQuery()))
        {
            running++;
        }

        running.ShouldBe(1);
    }

    private static UpkeepOnUse UpkeepOn(DurableTaskClient client)
    {
        var machine = new MachineTime(Engine.Clock);
        var accessor = new DurableClientAccessor();
        accessor.Use(client);

        // No job has ever run here, so none is late, and none is called.
        var jobs = new Jobs(new JobRows(new MemoryRows(), new SystemRandom()), machine, null!, null!, null!, null!, NullLogger<Jobs>.Instance);
        return new UpkeepOnUse(new LateJobs(jobs, machine, NullLogger<LateJobs>.Instance), accessor, machine, NullLogger<UpkeepOnUse>.Instance);
    }

    private static Task<DurableTaskTestHost> StartAsync(Func<int> look) => DurableTaskTestHost.StartAsync(
        tasks =>
        {
            var watch = new JobsWatch(new WatchInterval(TimeSpan.FromMilliseconds(50)));
            tasks.AddOrchestratorFunc<object?, bool>(nameof(JobsWatch), async (context, _) =>
            {
                await watch.RunAsync(context);
                return true;
            });
            tasks.AddActivityFunc<object?, int>(nameof(RunLateJobs), (_, _) => look());
        },
        new DurableTaskTestHostOptions { Port = Engine.FreePort(), LoggerFactory = NullLoggerFactory.Instance });
}
