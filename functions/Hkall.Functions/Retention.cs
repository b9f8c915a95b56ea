using Hkall.Service.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Hkall.Functions;

/// <summary>The timer that erases data whose retention period is over: people, their requests, parked messages.</summary>
public sealed class Retention(Jobs jobs)
{
    /// <summary>The setting with the schedule.</summary>
    public const string Schedule = "%Schedules:Retention%";

    [Function("Retention")]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) =>
        jobs.RunAsync(Job.Retention, JobDriver.Timer, cancellation);
}
