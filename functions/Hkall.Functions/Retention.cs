using Hkall.Service.Privacy;
using Microsoft.Azure.Functions.Worker;

namespace Hkall.Functions;

/// <summary>The timer that erases what has had its time: people, what they asked for, parked messages.</summary>
public sealed class Retention(IRetention retention)
{
    /// <summary>The setting that says when.</summary>
    public const string Schedule = "%Schedules:Retention%";

    [Function("Retention")]
    public Task RunAsync([TimerTrigger(Schedule)] TimerInfo timer, CancellationToken cancellation) => retention.RunAsync(cancellation);
}
