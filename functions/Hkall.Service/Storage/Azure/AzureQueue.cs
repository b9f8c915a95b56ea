using System.Text;
using Azure;
using Azure.Storage.Queues;
using Azure.Storage.Queues.Models;

namespace Hkall.Service.Storage.Azure;

/// <summary>
/// The queue of partner messages in Azure Queue Storage. A message is base64 of UTF-8, which an Azure Functions queue trigger
/// expects unless its host is configured otherwise.
/// </summary>
internal sealed class AzureQueue(QueueClient queue) : IMessageQueue
{
    /// <summary>By default Azure drops a message after a week; a partner's answer must wait for as long as we are down.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task SendAsync(string body, CancellationToken cancellation)
    {
        QueueChecks.Body(body);
        var encoded = Convert.ToBase64String(Encoding.UTF8.GetBytes(body));
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
        new(message.MessageId, message.PopReceipt, Decoded(message.MessageText), (int)message.DequeueCount);

    /// <summary>
    /// A message that someone put on the queue by hand may not be base64. We pass it on as it is, so that the service parks it:
    /// throwing here would block every message received with it.
    /// </summary>
    private static string Decoded(string text)
    {
        try
        {
            return StrictUtf8.GetString(Convert.FromBase64String(text));
        }
        catch (Exception error) when (error is FormatException or DecoderFallbackException)
        {
            return text;
        }
    }
}
