namespace Hkall.Service.Storage;

/// <summary>A received message. It stays invisible to others until it is deleted or its time runs out.</summary>
/// <param name="Receipt">What deleting it needs.</param>
/// <param name="Deliveries">How often it has been handed out, this time included.</param>
public sealed record QueuedMessage(string Id, string Receipt, string Body, int Deliveries);

/// <summary>The queue of partner messages: at least once, in no promised order.</summary>
/// <remarks>Members throw <see cref="StorageUnavailableException"/> as <see cref="IRows"/> does.</remarks>
public interface IMessageQueue
{
    /// <summary>Largest body in bytes of UTF-8: the service takes 64 KiB of base64.</summary>
    const int MaxBodyBytes = 48 * 1024;

    Task SendAsync(string body, CancellationToken cancellation);

    /// <summary>Up to <paramref name="max"/> (≤ 32) visible messages, made invisible for <paramref name="invisibleFor"/>.</summary>
    Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation);

    /// <summary>Deletes it; where its time had run out and another has it now, nothing happens.</summary>
    Task DeleteAsync(QueuedMessage message, CancellationToken cancellation);

    /// <summary>How many messages there are, those in somebody's hands included. The service counts approximately, and never too few.</summary>
    Task<int> CountAsync(CancellationToken cancellation);
}
