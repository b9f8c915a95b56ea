using Hkall.Service.Engine;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// Works off the partner queue. It looks only where a message is known to be there, and once for a burst of them: looking
/// into an empty queue costs a storage request each time.
/// </summary>
/// <param name="inbox">Asked for late: the desk that reads the queue is itself given the waker that fills this.</param>
public sealed partial class PartnerPump(Func<IPartnerInbox> inbox, WorkSignal signal, ILogger<PartnerPump> logger) : IDueWork
{
    /// <summary>Messages taken at once; the queue service hands out no more.</summary>
    public const int MostAtOnce = 32;

    /// <summary>How long a message taken off the queue is ours alone. Short, so that a killed bench has it again soon after its next start.</summary>
    public static readonly TimeSpan InvisibleFor = TimeSpan.FromSeconds(10);

    private int _expected;

    /// <summary>A message that waits is due since ever.</summary>
    public DateTimeOffset? NextDue => Volatile.Read(ref _expected) > 0 ? DateTimeOffset.MinValue : null;

    public bool Busy => false;

    /// <summary>So many messages have been put on the queue.</summary>
    public void Expect(int messages)
    {
        Interlocked.Add(ref _expected, messages);
        signal.Notify();
    }

    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = Math.Min(Volatile.Read(ref _expected), MostAtOnce);

        // Counted off first: fewer may come, since a look has taken one before its hint came, or one hides until its next try.
        Interlocked.Add(ref _expected, -asked);
        await PumpAsync(asked, cancellation);
    }

    /// <summary>Looks whether or not a message is expected, until none comes: after a start, and now and then since hints may be lost.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        while (await PumpAsync(MostAtOnce, cancellation) == MostAtOnce)
        {
        }
    }

    /// <summary>A failure leaves the messages on the queue, where the next look finds them.</summary>
    private async Task<int> PumpAsync(int max, CancellationToken cancellation)
    {
        try
        {
            return await inbox().PumpAsync(max, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            throw;
        }
#pragma warning disable CA1031 // One bad burst must not stop the bench.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            PumpFailed(failure);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The partner queue could not be worked off; it is looked at again later.")]
    private partial void PumpFailed(Exception failure);
}
