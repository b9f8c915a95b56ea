using Hkall.Functions.Tests.Kit;
using Hkall.Functions.Upkeep;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Hkall.Functions.Tests.Scheduling;

/// <summary>What the engine keeps of orchestrations, on the real engine.</summary>
public sealed class FinishedOrchestrationsTests
{
    [Fact]
    public async Task Those_that_ended_a_month_ago_are_deleted_and_those_that_run_or_are_younger_stay()
    {
        await using var host = await StartAsync();
        await host.Client.ScheduleNewOrchestrationInstanceAsync("ends", new StartOrchestrationOptions { InstanceId = "ended" });
        await host.Client.WaitForInstanceCompletionAsync("ended");
        await host.Client.ScheduleNewOrchestrationInstanceAsync("waits", new StartOrchestrationOptions { InstanceId = "running" });
        await host.Client.WaitForInstanceStartAsync("running");

        (await DeleteAsync(host.Client, Engine.Clock.GetUtcNow() + FinishedOrchestrations.KeptFor - TimeSpan.FromDays(1))).ShouldBe(0);
        (await host.Client.GetInstanceAsync("ended")).ShouldNotBeNull();

        (await DeleteAsync(host.Client, Engine.Clock.GetUtcNow() + FinishedOrchestrations.KeptFor + TimeSpan.FromDays(1))).ShouldBe(1);
        (await host.Client.GetInstanceAsync("ended")).ShouldBeNull();
        (await host.Client.GetInstanceAsync("running"))!.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task An_engine_that_cannot_fails_nothing() =>
        (await new FinishedOrchestrations(Engine.Clock, NullLogger<FinishedOrchestrations>.Instance).DeleteAsync(null!, CancellationToken.None)).ShouldBe(0);

    private static Task<int> DeleteAsync(DurableTaskClient client, DateTimeOffset now) =>
        new FinishedOrchestrations(new FakeTimeProvider(now), NullLogger<FinishedOrchestrations>.Instance).DeleteAsync(client, CancellationToken.None);

    private static Task<DurableTaskTestHost> StartAsync() => DurableTaskTestHost.StartAsync(
        tasks =>
        {
            tasks.AddOrchestratorFunc<object?, bool>("ends", (_, _) => Task.FromResult(true));
            tasks.AddOrchestratorFunc<object?, bool>("waits", (context, _) => context.WaitForExternalEvent<bool>("go on"));
        },
        new DurableTaskTestHostOptions { Port = Engine.FreePort(), LoggerFactory = NullLoggerFactory.Instance });
}
