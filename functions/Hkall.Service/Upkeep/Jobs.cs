using System.Collections.Concurrent;
using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Upkeep;

/// <summary>Runs the jobs that nobody asks for, and records when each came to its end. Running one twice changes nothing.</summary>
public sealed partial class Jobs(
    JobRows rows, MachineTime machine, ISweep sweep, IQueuedMailSender mail, IRetention retention, IReplies replies, ILogger<Jobs> log)
{
    private readonly ConcurrentDictionary<Job, long> _recorded = new();

    /// <summary>Runs the job and records its end. Where a timer runs it all the time, as on the bench, one record a minute is enough.</summary>
    /// <returns>How many requests or accounts it took up.</returns>
    public async Task<int> RunAsync(Job job, JobDriver by, CancellationToken cancellation)
    {
        var run = await BeforeAsync(job, by, cancellation);
        int taken;
        try
        {
            taken = await StartAsync(job, cancellation);
        }
        catch (Exception) when (!cancellation.IsCancellationRequested)
        {
            run ??= (await rows.FindAsync(job, cancellation))?.Run ?? new JobRun { Since = machine.Clock.GetUtcNow() };
            await rows.PutAsync(job, run with { FailedAt = machine.Clock.GetUtcNow(), HeldUntil = null }, cancellation);
            _recorded.TryRemove(job, out _);
            throw;
        }

        HkallMetrics.JobAge(job.ToString(), TimeSpan.Zero);
        if (run is not null)
        {
            await rows.PutAsync(job, run with { FinishedAt = machine.Clock.GetUtcNow(), By = by, FailedAt = null, HeldUntil = null }, cancellation);
            _recorded[job] = machine.Clock.GetTimestamp();
        }

        return taken;
    }

    /// <summary>Runs the jobs that are late and that no other process works on. One that fails does not keep the others from running.</summary>
    /// <returns>The jobs that it ran to their end.</returns>
    public async Task<IReadOnlyList<Job>> RunLateAsync(JobDriver by, CancellationToken cancellation)
    {
        var ran = new List<Job>();
        foreach (var (job, stored) in await rows.AllAsync(cancellation))
        {
            var now = machine.Clock.GetUtcNow();
            if (stored is not var (run, etag))
            {
                // Nobody knows yet when it should have run: it is late when it has not run from now on.
                await rows.ReplaceAsync(job, new JobRun { Since = now }, etag: null, cancellation);
                continue;
            }

            HkallMetrics.JobAge(job.ToString(), now - run.Last);
            if (JobLimits.IsLate(job, run, now) && !(run.HeldUntil > now)
                && await rows.ReplaceAsync(job, run with { HeldUntil = now + JobLimits.Hold }, etag, cancellation))
            {
                Late(log, job, run.Last, by);
                if (await EndsAsync(job, by, cancellation))
                {
                    ran.Add(job);
                }
            }
        }

        return ran;
    }

    private async Task<bool> EndsAsync(Job job, JobDriver by, CancellationToken cancellation)
    {
        try
        {
            await RunAsync(job, by, cancellation);
            return true;
        }
#pragma warning disable CA1031 // Whatever is wrong with one job, the others are to run.
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Failed(log, job, failure);
            return false;
        }
    }

    /// <returns>The row as it is before the run; null: this run is not recorded.</returns>
    private async Task<JobRun?> BeforeAsync(Job job, JobDriver by, CancellationToken cancellation) =>
        by == JobDriver.Timer && _recorded.TryGetValue(job, out var recorded) && machine.Clock.GetElapsedTime(recorded) < JobLimits.LookEvery
            ? null
            : (await rows.FindAsync(job, cancellation))?.Run ?? new JobRun { Since = machine.Clock.GetUtcNow() };

    private async Task<int> StartAsync(Job job, CancellationToken cancellation)
    {
        switch (job)
        {
            case Job.Sweep:
                return await sweep.RunAsync(cancellation);
            case Job.Mail:
                await mail.RunAsync(cancellation);
                return await replies.RunAsync(cancellation);
            case Job.Retention:
                return await retention.RunAsync(cancellation);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    [LoggerMessage(3581, LogLevel.Warning, "The job {Job} last ended at {Last} and is late; it is run by {By}")]
    private static partial void Late(ILogger log, Job job, DateTimeOffset last, JobDriver by);

    [LoggerMessage(3582, LogLevel.Error, "The late job {Job} failed; it is tried again")]
    private static partial void Failed(ILogger log, Job job, Exception failure);
}
