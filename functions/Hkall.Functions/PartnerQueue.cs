using Hkall.Functions.Scheduling;
using Hkall.Functions.Settings;
using Hkall.Service.Inbox;
using Hkall.Service.Storage.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>
/// The triggers for partner messages. The queue delivers a message that throws again, five times in all. Then the host moves it
/// to the poison queue, which has a trigger too, so that staff see the message.
/// </summary>
public sealed class PartnerQueue(PartnerInbox inbox, DurableClientAccessor accessor)
{
    [Function(nameof(PartnerInbox))]
    public Task PartnerInboxAsync(
        [QueueTrigger(StorageClients.PartnerQueue, Connection = AppSettings.Records)] string message, int dequeueCount,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        accessor.Use(client);
        return inbox.WorkOffAsync(message, dequeueCount, cancellation);
    }

    /// <summary>The inbox parks a message that has used all its tries.</summary>
    [Function("PartnerInboxPoison")]
    public Task PoisonAsync(
        [QueueTrigger(StorageClients.PoisonQueue, Connection = AppSettings.Records)] string message, CancellationToken cancellation) =>
        inbox.WorkOffAsync(message, InboxOptions.MaxDeliveries + 1, cancellation);
}
