using Hkall.Service.Upkeep;
using Microsoft.Azure.Functions.Worker;

namespace Hkall.Functions;

/// <summary>The timer that sends queued mail: mail held until the morning, and mail held until the mail service accepts more.</summary>
public sealed class Reminders(Jobs jobs)
{
    /// <summary>The setting with the schedule.</summary>
    public const string Schedule = "%Schedules:Reminders%";

    [Function("Reminders")]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) =>
        jobs.RunAsync(Job.Mail, JobDriver.Timer, cancellation);
}
