namespace Hkall.Service.Storage;

/// <summary>A received message. It stays invisible to others until it is deleted or its time runs out.</summary>
/// <param name="Receipt">Needed to delete the message.</param>
/// <param name="Deliveries">How often the queue has delivered it, this time included.</param>
public sealed record QueuedMessage(string Id, string Receipt, string Body, int Deliveries);

/// <summary>The queue of partner messages: delivers at least once, in no guaranteed order.</summary>
/// <remarks>Members throw <see cref="StorageUnavailableException"/> as <see cref="IRows"/> does.</remarks>
public interface IMessageQueue
{
    /// <summary>Largest body in bytes of UTF-8: the service accepts 64 KiB of base64.</summary>
    const int MaxBodyBytes = 48 * 1024;

    Task SendAsync(string body, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (≤ 32) visible messages, made invisible for <paramref name="invisibleFor"/>.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation);

    /// <summary>Deletes the message; does nothing if its time ran out and another receiver has it now.</summary>
    Task DeleteAsync(QueuedMessage message, CancellationToken cancellation);

    /// <summary>How many messages there are, including those being processed. The service counts approximately, but never too few.</summary>
    Task<int> CountAsync(CancellationToken cancellation);
}
