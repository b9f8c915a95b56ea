using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Hkall.Service.Storage.Azure;

/// <summary>
/// The queue of partner messages in Azure Queue Storage, as <see cref="QueueText"/> writes and reads it.
/// </summary>
internal sealed class AzureQueue(QueueClient queue) : IMessageQueue
{
    /// <summary>By default Azure drops a message after a week; a partner's answer must wait for as long as we are down.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    public async Task SendAsync(string body, CancellationToken cancellation)
    {
        QueueChecks.Body(body);
        var encoded = QueueText.Encoded(body);
        await AzureErrors.CallAsync(() => queue.SendMessageAsync(encoded, visibilityTimeout: null, timeToLive: Never, cancellation), cancellation);
    }

    public async Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation)
    {
        QueueChecks.Receive(max, invisibleFor);
        var received = await AzureErrors.CallAsync(() => queue.ReceiveMessagesAsync(max, invisibleFor, cancellation), cancellation);
        return [.. received.Value.Select(MessageOf)];
    }

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) =>
        AzureErrors.CallAsync(
            async () =>
            {
                try
                {
                    await queue.DeleteMessageAsync(message.Id, message.Receipt, cancellation);
                    return true;
                }
                catch (RequestFailedException error) when (AzureErrors.IsAnswer(error) || error.ErrorCode == QueueErrorCode.PopReceiptMismatch)
                {
                    return false;
                }
            },
            cancellation);

    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        var properties = await AzureErrors.CallAsync(() => queue.GetPropertiesAsync(cancellation), cancellation);
        return properties.Value.ApproximateMessagesCount;
    }

    private static QueuedMessage MessageOf(QueueMessage message) =>
        new(message.MessageId, message.PopReceipt, QueueText.Decoded(message.MessageText), (int)message.DequeueCount);
}
