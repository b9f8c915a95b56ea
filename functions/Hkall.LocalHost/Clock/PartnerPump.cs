using Hkall.Service.Engine;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// Processes the partner queue. It reads the queue only when a message is expected, and once for a burst of them, because reading
/// an empty queue costs a storage request each time.
/// </summary>
/// <param name="inbox">Resolved late: the inbox itself depends on the scheduler that notifies this pump.</param>
public sealed partial class PartnerPump(Func<IPartnerInbox> inbox, WorkSignal signal, ILogger<PartnerPump> logger) : IDueWork
{
    /// <summary>The most messages in one read; the queue service returns no more.</summary>
    public const int MostAtOnce = 32;

    /// <summary>How long a message taken off the queue stays invisible. Short, so that a killed bench gets it back soon after its restart.</summary>
    public static readonly TimeSpan InvisibleFor = TimeSpan.FromSeconds(10);

    private int _expected;

    /// <summary>A waiting message is always due.</summary>
    public DateTimeOffset? NextDue => Volatile.Read(ref _expected) > 0 ? DateTimeOffset.MinValue : null;

    public bool Busy => false;

    /// <summary>Announces messages that were added to the queue.</summary>
    public void Expect(int messages)
    {
        Interlocked.Add(ref _expected, messages);
        signal.Notify();
    }

    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var asked = Math.Min(Volatile.Read(ref _expected), MostAtOnce);

        // Subtracted first: the queue may return fewer, since an earlier read took a message before its hint, or a message is hidden until its next try.
        Interlocked.Add(ref _expected, -asked);
        await PumpAsync(asked, cancellation);
    }

    /// <summary>Reads the queue until it is empty, expected or not: after a start, and periodically, since hints may be lost.</summary>
    public async Task LookAsync(CancellationToken cancellation)
    {
        while (await PumpAsync(MostAtOnce, cancellation) == MostAtOnce)
        {
        }
    }

    /// <summary>A failure leaves the messages on the queue for the next read.</summary>
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

    [LoggerMessage(5201, LogLevel.Warning, "The partner queue could not be worked off; it is looked at again later.")]
    private partial void PumpFailed(Exception failure);
}
