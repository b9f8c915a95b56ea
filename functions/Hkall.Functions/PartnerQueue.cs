using Hkall.Functions.Scheduling;
using Hkall.Functions.Settings;
using Hkall.Service.Inbox;
using Hkall.Service.Storage.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>
/// The triggers for partner messages. One that throws comes back, five times in all; then the host puts it on the poison
/// queue, which is watched too, so that it ends where staff see it.
/// </summary>
public sealed class PartnerQueue(PartnerInbox inbox, DurableClientAccessor accessor)
{
    [Function(nameof(PartnerInbox))]
    public Task PartnerInboxAsync(
        [QueueTrigger(StorageClients.PartnerQueue, Connection = AppSettings.Records)] string message, int dequeueCount, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        accessor.Use(client);
        return inbox.WorkOffAsync(message, dequeueCount, cancellation);
    }

    /// <summary>A message that has had all its tries is parked by the inbox itself.</summary>
    [Function("PartnerInboxPoison")]
    public Task PoisonAsync(
        [QueueTrigger(StorageClients.PoisonQueue, Connection = AppSettings.Records)] string message, CancellationToken cancellation) =>
        inbox.WorkOffAsync(message, InboxOptions.MaxDeliveries + 1, cancellation);
}
