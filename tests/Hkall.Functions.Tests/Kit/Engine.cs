using System.Net;
using System.Net.Sockets;
using Hkall.Functions.Scheduling;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.Functions.Tests.Kit;

/// <summary>The real durable engine in this process, with our orchestration, our activity, and a desk that is played.</summary>
public sealed class Engine : IAsyncDisposable
{
    public const string Request = "R1";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly DurableTaskTestHost _host;

    private Engine(DurableTaskTestHost host, PlayedDueRequests turns, Func<int> replays)
    {
        (_host, Turns, Replays) = (host, turns, replays);
        Waker = NewWaker(Clock);
    }

    public static TimeProvider Clock => AzureServices.RealTime;

    public static DateTimeOffset Now => Clock.GetUtcNow();

    public DurableTaskClient Client => _host.Client;

    public PlayedDueRequests Turns { get; }

    /// <summary>How often the orchestration's code has been gone through from its start.</summary>
    public Func<int> Replays { get; }

    public OrchestrationScheduler Waker { get; private set; }

    public static async Task<Engine> StartAsync(RunRetries? tries = null)
    {
        var turns = new PlayedDueRequests(Clock);
        var lifecycle = new RequestLifecycle(tries ?? new RunRetries(3, TimeSpan.FromMilliseconds(100), 1));
        var replays = 0;
        Engine? engine = null;
        var host = await DurableTaskTestHost.StartAsync(
            tasks =>
            {
                tasks.AddOrchestratorFunc<Wait?, bool>(nameof(RequestLifecycle), async (context, wait) =>
                {
                    Interlocked.Increment(ref replays);
                    await lifecycle.RunAsync(context, wait);
                    return true;
                });
                tasks.AddActivityFunc<string, Wait>(nameof(TakeTurn), (_, requestId) =>
                    new TakeTurn(turns, engine!.Waker, engine.HubOf()).RunAsync(requestId, CancellationToken.None));
            },
            new DurableTaskTestHostOptions { Port = FreePort(), LoggerFactory = NullLoggerFactory.Instance });
        engine = new Engine(host, turns, () => Volatile.Read(ref replays));
        return engine;
    }

    /// <summary>A waker as of another process, or with another idea of the time.</summary>
    public OrchestrationScheduler NewWaker(TimeProvider clock) => new(HubOf(), new ArmedTimers(), clock, NullLogger<OrchestrationScheduler>.Instance);

    public Task StartAsync(Wait? wait) => Client.ScheduleNewOrchestrationInstanceAsync(
        nameof(RequestLifecycle), wait, new StartOrchestrationOptions { InstanceId = Request });

    public Task NudgeAsync(Wait wait) => Client.RaiseEventAsync(Request, RequestLifecycle.Nudge, wait);

    public async Task<Wait?> StatusAsync() =>
        (await Client.GetInstanceAsync(Request, getInputsAndOutputs: true))?.ReadCustomStatusAs<Wait>();

    public async Task<OrchestrationMetadata> EndAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(Request, patience.Token);
    }

    /// <summary>Waits until the orchestration says that it waits for this.</summary>
    public Task ArmedAsync(DateTimeOffset until) => UntilAsync(async () => (await StatusAsync())?.Until == until);

    public static async Task UntilAsync(Func<Task<bool>> holds)
    {
        var end = Now + Patience;
        while (!await holds())
        {
            (Now < end).ShouldBeTrue("It did not come about in time.");
            await Task.Delay(Look, Clock);
        }
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    private DurableClientAccessor HubOf()
    {
        var client = new DurableClientAccessor();
        client.Use(_host.Client);
        return client;
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
