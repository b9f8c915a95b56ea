using Hkall.Functions.Settings;
using Hkall.Functions.Upkeep;
using Hkall.Service.Inbox;
using Hkall.Service.Storage.Azure;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Hkall.Functions;

/// <summary>
/// The triggers for partner messages. The queue delivers a message that throws again, five times in all. Then the host moves it
/// to the poison queue, which has a trigger too, so that staff see the message. The host decodes none: it would lose one that is not base64.
/// </summary>
public sealed class PartnerQueue(PartnerInbox inbox, UpkeepOnUse upkeep)
{
    [Function(nameof(PartnerInbox))]
    public Task PartnerInboxAsync(
        [QueueTrigger(StorageClients.PartnerQueue, Connection = AppSettings.Records)] string message, int dequeueCount,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        upkeep.Note(client);
        return inbox.WorkOffAsync(QueueText.Decoded(message), dequeueCount, cancellation);
    }

    /// <summary>The inbox parks a message that has used all its tries.</summary>
    [Function("PartnerInboxPoison")]
    public Task PoisonAsync(
        [QueueTrigger(StorageClients.PoisonQueue, Connection = AppSettings.Records)] string message, CancellationToken cancellation) =>
        inbox.WorkOffAsync(QueueText.Decoded(message), InboxOptions.MaxDeliveries + 1, cancellation);
}
