using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// The orchestration of one open request, under the request's id. It knows when to look, never what to do: it sleeps until the
/// given deadline, runs the activity, and sleeps again. It starts a new generation each time, so that its history stays a few
/// rows long however many months a loan runs, and a change of the rules cannot break it. It may be lost at any moment: all it
/// knows is recorded elsewhere, and the sweep starts it again.
/// </summary>
/// <param name="tries">The retries of a run that throws. After the last one the orchestration ends as failed, and the sweep takes over the request.</param>
public sealed class RequestLifecycle(RunRetries tries)
{
    public const string Nudge = "nudge";

    [Function(nameof(RequestLifecycle))]
    public async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, Wait? told)
    {
        var wait = told is null || told.Until <= context.CurrentUtcDateTime
            ? await context.CallActivityAsync<Wait>(nameof(TakeTurn), context.InstanceId, tries.Options)
            : told;
        if (wait.Until is not { } until)
        {
            return;
        }

        context.SetCustomStatus(wait);
        using var asleep = new CancellationTokenSource();
        var nudge = context.WaitForExternalEvent<Wait>(Nudge, asleep.Token);
        await Task.WhenAny(context.CreateTimer(until.UtcDateTime, asleep.Token), nudge);

        // Not CancelAsync: nothing in an orchestration may leave its thread.
        asleep.Cancel();

        // A nudge moves the time and starts no run: its sender has just committed and delivered.
        context.ContinueAsNew(nudge.IsCompletedSuccessfully ? Wait.Earlier(wait, nudge.Result) : null);
    }
}

/// <summary>The retries of a run. Five within forty minutes outlast a failover; other faults are left to the sweep and to staff.</summary>
public sealed record RunRetries(int Most, TimeSpan First, double Growth)
{
    public static RunRetries Usual { get; } = new(5, TimeSpan.FromMinutes(1), 3);

    public TaskOptions Options => new(new TaskRetryOptions(new RetryPolicy(Most, First, Growth)));
}
