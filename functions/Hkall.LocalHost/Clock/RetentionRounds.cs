using Hkall.Service.Retention;

namespace Hkall.LocalHost.Clock;

/// <summary>Erases on the bench what has had its time, by the bench's time; on Azure a timer does it each night.</summary>
/// <param name="retention">Asked for late, as the other work of the desk is.</param>
public sealed partial class RetentionRounds(Func<IRetention> retention, ILogger<RetentionRounds> logger) : IDueWork
{
    /// <summary>After a run that failed.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromHours(1);

    /// <summary>The first run is due at once: it learns what an earlier process left to be erased.</summary>
    private DateTimeOffset? _at = DateTimeOffset.MinValue;

    public DateTimeOffset? NextDue => _at ?? retention().NextLook;

    public bool Busy => false;

    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _at = null;
        try
        {
            await retention().RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _at = now;
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong here, requests are to have their turns.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _at = now + RetryAfter;
            RunFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A run of the retention job failed; it is tried again.")]
    private partial void RunFailed(Exception failure);
}
