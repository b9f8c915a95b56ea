using Hkall.Service.Engine;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions.Scheduling;

/// <summary>The only activity of an orchestration: it processes its request once. Doing it twice changes nothing.</summary>
public sealed class TakeTurn(IDueRequestProcessor dueRequests, OrchestrationScheduler scheduler, DurableClientAccessor accessor)
{
    [Function(nameof(TakeTurn))]
    public Task<Wait> RunAsync([ActivityTrigger] string requestId, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        accessor.Use(client);
        return RunAsync(requestId, cancellation);
    }

    internal async Task<Wait> RunAsync(string requestId, CancellationToken cancellation)
    {
        using var quiet = scheduler.SuppressDuring(requestId);
        var wait = Wait.Of(await dueRequests.ProcessAsync(requestId, cancellation));
        scheduler.NoteTimer(requestId, wait);
        return wait;
    }
}
