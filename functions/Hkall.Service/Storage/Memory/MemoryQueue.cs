using System.Globalization;

namespace Hkall.Service.Storage.Memory;

/// <summary>A queue in memory; the given clock decides when messages become visible again.</summary>
/// <param name="onRequest">Called for each request that Azure would receive, before anything changes; see <see cref="MemoryRows"/>.</param>
public sealed class MemoryQueue(TimeProvider clock, Action<string>? onRequest = null) : IMessageQueue
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Waiting> _messages = new(StringComparer.Ordinal);

    // Ordered by the time they become visible; the number separates messages that become visible at the same moment.
    private readonly SortedSet<(DateTimeOffset VisibleAt, long Number)> _order = [];
    private long _sent;

    public Task SendAsync(string body, CancellationToken cancellation)
    {
        QueueChecks.Body(body);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.SendMessage);
        lock (_lock)
        {
            Put(new Waiting(++_sent, body, clock.GetUtcNow(), Deliveries: 0));
        }

        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation)
    {
        QueueChecks.Receive(max, invisibleFor);
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.ReceiveMessages);
        var now = clock.GetUtcNow();
        var received = new List<QueuedMessage>();
        lock (_lock)
        {
            while (received.Count < max && _order.Count > 0 && _order.Min is var next && next.VisibleAt <= now)
            {
                var waiting = _messages[IdOf(next.Number)];
                _order.Remove(next);
                waiting = waiting with { VisibleAt = now + invisibleFor, Deliveries = waiting.Deliveries + 1 };
                Put(waiting);
                received.Add(new QueuedMessage(waiting.Id, waiting.Receipt, waiting.Body, waiting.Deliveries));
            }
        }

        return Task.FromResult<IReadOnlyList<QueuedMessage>>(received);
    }

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.DeleteMessage);
        lock (_lock)
        {
            // A receipt expires when the message is delivered again, not when its time runs out.
            if (_messages.TryGetValue(message.Id, out var waiting) && string.Equals(waiting.Receipt, message.Receipt, StringComparison.Ordinal))
            {
                _messages.Remove(message.Id);
                _order.Remove((waiting.VisibleAt, waiting.Number));
            }
        }

        return Task.CompletedTask;
    }

    public Task<int> CountAsync(CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        onRequest?.Invoke(StorageRequests.CountMessages);
        lock (_lock)
        {
            return Task.FromResult(_messages.Count);
        }
    }

    private void Put(Waiting waiting)
    {
        _messages[waiting.Id] = waiting;
        _order.Add((waiting.VisibleAt, waiting.Number));
    }

    private static string IdOf(long number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Waiting(long Number, string Body, DateTimeOffset VisibleAt, int Deliveries)
    {
        public string Id => IdOf(Number);

        /// <summary>Changes with each delivery.</summary>
        public string Receipt => string.Create(CultureInfo.InvariantCulture, $"{Number}:{Deliveries}");
    }
}
