using Hkall.Service.Mailing;
using Hkall.Service.Privacy;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// A job of the desk that is done in rounds, at the times of the bench's clock that the job itself names; on Azure a timer does it.
/// The first round is due at once: it learns what an earlier process left.
/// </summary>
/// <param name="name">As the log calls it.</param>
/// <param name="retryAfter">After a round that failed.</param>
/// <param name="nextRound">When there is something to do again; null while there is nothing.</param>
public sealed partial class PeriodicJob(string name, TimeSpan retryAfter, Func<DateTimeOffset?> nextRound, Func<CancellationToken, Task> run, ILogger<PeriodicJob> logger)
    : IDueWork
{
    private static readonly TimeSpan PostAgainAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan EraseAgainAfter = TimeSpan.FromHours(1);

    private DateTimeOffset? _at = DateTimeOffset.MinValue;

    public DateTimeOffset? NextDue => _at ?? nextRound();

    public bool Busy => false;

    /// <summary>Sends what waits in the tray.</summary>
    /// <param name="post">Asked for late: it sends by the mailer of the bench, which stands beside this.</param>
    public static PeriodicJob OfThePost(Func<IQueuedMailSender> post, ILogger<PeriodicJob> logger) =>
        new("the post", PostAgainAfter, () => post().NextRun, cancellation => post().RunAsync(cancellation), logger);

    /// <summary>Erases what has had its time.</summary>
    public static PeriodicJob OfRetention(Func<IRetention> retention, ILogger<PeriodicJob> logger) =>
        new("retention", EraseAgainAfter, () => retention().NextLook, cancellation => retention().RunAsync(cancellation), logger);

    public async Task RunDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _at = null;
        try
        {
            await run(cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            _at = now;
            throw;
        }
#pragma warning disable CA1031 // Whatever is wrong with this job, requests are to have their turns.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            _at = now + retryAfter;
            RoundFailed(name, failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A round of {Job} failed; it is tried again.")]
    private partial void RoundFailed(string job, Exception failure);
}
