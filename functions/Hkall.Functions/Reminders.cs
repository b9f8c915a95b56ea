using Hkall.Service.Mailing;
using Microsoft.Azure.Functions.Worker;

namespace Hkall.Functions;

/// <summary>The timer that sends the mails that wait: for the morning, or for the mail service to take more.</summary>
public sealed class Reminders(IQueuedMailSender round)
{
    /// <summary>The setting that says when.</summary>
    public const string Schedule = "%Schedules:Reminders%";

    [Function("Reminders")]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => round.RunAsync(cancellation);
}
