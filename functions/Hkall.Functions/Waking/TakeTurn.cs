using Hkall.Service.Turns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Waking;

/// <summary>The one thing an orchestration has done: a turn of its request. Doing it twice changes nothing.</summary>
public sealed class TakeTurn(ITurns turns, OrchestratorWaker waker, Hub hub)
{
    [Function(nameof(TakeTurn))]
    public Task<Wait> RunAsync([ActivityTrigger] string requestId, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        hub.Use(client);
        return RunAsync(requestId, cancellation);
    }

    internal async Task<Wait> RunAsync(string requestId, CancellationToken cancellation)
    {
        using var quiet = waker.KeepQuiet(requestId);
        var wait = Wait.Of(await turns.TakeAsync(requestId, cancellation));
        waker.WillWake(requestId, wait);
        return wait;
    }
}
