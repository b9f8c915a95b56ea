using System.Text;

namespace Hkall.Service.Storage;

/// <summary>What both queues refuse before they change anything.</summary>
internal static class QueueChecks
{
    /// <summary>The service delivers at most this many at a time.</summary>
    public const int MessagesPerReceive = 32;

    /// <summary>The service keeps a message invisible for whole seconds, up to a week.</summary>
    public static readonly TimeSpan LeastInvisible = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan MostInvisible = TimeSpan.FromDays(7);

    public static void Body(string body)
    {
        if (body.Length == 0 || !TextChecks.IsWellFormed(body))
        {
            throw new ArgumentException("A message is empty, or holds half a surrogate pair, which UTF-8 cannot carry.");
        }

        if (Encoding.UTF8.GetByteCount(body) is var bytes and > IMessageQueue.MaxBodyBytes)
        {
            throw new ArgumentException($"A message of {bytes} bytes; the most is {IMessageQueue.MaxBodyBytes}.");
        }
    }

    public static void Receive(int max, TimeSpan invisibleFor)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, MessagesPerReceive);
        ArgumentOutOfRangeException.ThrowIfLessThan(invisibleFor, LeastInvisible);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(invisibleFor, MostInvisible);
        if (invisibleFor.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            throw new ArgumentException($"A message is invisible for whole seconds; this is {invisibleFor}.");
        }
    }
}
