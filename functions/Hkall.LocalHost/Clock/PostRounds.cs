using Hkall.Service.Posting;

namespace Hkall.LocalHost.Clock;

/// <summary>Sends on the bench what waits in the tray, at the time of the bench at which it may go; on Azure a timer does it.</summary>
/// <param name="round">Asked for late: it sends by the mailer of the bench, which stands beside this.</param>
public sealed partial class PostRounds(Func<IPostRound> round, ILogger<PostRounds> logger) : IDueWork
{
    /// <summary>After a round that failed.</summary>
    public static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    /// <summary>The first round is due at once: it learns what an earlier process left in the tray.</summary>
    private DateTimeOffset? _at = DateTimeOffset.MinValue;

    public DateTimeOffset? NextDue => _at ?? round().NextRound;

    public bool Busy => false;

    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _at = null;
        try
        {
            await round().RunAsync(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _at = now;
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong with the post, requests are to have their turns.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _at = now + RetryAfter;
            RoundFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of the post failed; it is tried again.")]
    private partial void RoundFailed(Exception failure);
}
