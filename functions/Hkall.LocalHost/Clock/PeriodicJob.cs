using Hkall.Service.Notices;
using Hkall.Service.OpeningDays;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Hkall.Service.Upkeep;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// A job of the service that runs at times of the bench's clock, which the job itself chooses; on Azure a timer runs it. The
/// first run is due at once, to process what an earlier process left.
/// </summary>
/// <param name="name">The job's name in the log.</param>
/// <param name="retryAfter">The wait after a failed run.</param>
/// <param name="nextRound">When there is work again; null while there is none.</param>
public sealed partial class PeriodicJob(
    string name, TimeSpan retryAfter, Func<DateTimeOffset?> nextRound, Func<CancellationToken, Task> run, ILogger<PeriodicJob> logger)
    : IDueWork
{
    private static readonly TimeSpan PostAgainAfter = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan EraseAgainAfter = TimeSpan.FromHours(1);

    private DateTimeOffset? _at = DateTimeOffset.MinValue;

    public DateTimeOffset? NextDue => _at ?? nextRound();

    public bool Busy => false;

    /// <summary>Sends the mail in the queue.</summary>
    /// <param name="post">Resolved late: it sends with the bench's mailer, which is registered beside this job.</param>
    public static PeriodicJob OfThePost(Func<IQueuedMailSender> post, Func<Jobs> jobs, ILogger<PeriodicJob> logger) =>
        new("the post", PostAgainAfter, () => post().NextRun, cancellation => jobs().RunAsync(Job.Mail, JobDriver.Timer, cancellation), logger);

    /// <summary>Reads the answers to mails, every minute of the bench's clock.</summary>
    public static PeriodicJob OfReplies(Func<IReplies> replies, TimeProvider clock, ILogger<PeriodicJob> logger)
    {
        DateTimeOffset? last = null;
        return new(
            "replies", PostAgainAfter, () => replies().IsOn ? (last ?? clock.GetUtcNow()) + PostAgainAfter : null,
            async cancellation =>
            {
                last = clock.GetUtcNow();
                await replies().RunAsync(cancellation);
            },
            logger);
    }

    /// <summary>Erases data whose retention period is over.</summary>
    public static PeriodicJob OfRetention(Func<IRetention> retention, Func<Jobs> jobs, ILogger<PeriodicJob> logger) =>
        new("retention", EraseAgainAfter, () => retention().NextLook, cancellation => jobs().RunAsync(Job.Retention, JobDriver.Timer, cancellation), logger);

    /// <summary>Moves dates after a change of the calendar.</summary>
    public static PeriodicJob OfMovedDates(Func<IDateMover> mover, ILogger<PeriodicJob> logger) =>
        new("moved dates", PostAgainAfter, () => mover().NextRun, cancellation => mover().RunAsync(cancellation), logger);

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

    [LoggerMessage(5301, LogLevel.Warning, "A round of {Job} failed; it is tried again.")]
    private partial void RoundFailed(string job, Exception failure);
}
