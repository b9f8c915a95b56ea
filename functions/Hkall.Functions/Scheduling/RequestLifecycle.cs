using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Hkall.Functions.Scheduling;

/// <summary>
/// One for each open request, under the request's id. It knows when to look, never what to do: it sleeps until the deadline
/// it was told, has a turn taken, and sleeps again. Beginning afresh each time keeps its history a few rows long however
/// many months a loan runs, and leaves nothing here that a change of the rules could break. It may be lost at any moment:
/// all it knows is recorded elsewhere, and the sweep starts it again.
/// </summary>
/// <param name="tries">How often a turn that throws is tried; then this ends as failed, and the sweep sees to the request.</param>
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

        // A nudge moves the time and takes no turn: whoever nudges has just committed and delivered.
        context.ContinueAsNew(nudge.IsCompletedSuccessfully ? Wait.Earlier(wait, nudge.Result) : null);
    }
}

/// <summary>The tries of a turn. Five within forty minutes outlast a failover; what they do not cure is for the sweep and for people.</summary>
public sealed record RunRetries(int Most, TimeSpan First, double Growth)
{
    public static RunRetries Usual { get; } = new(5, TimeSpan.FromMinutes(1), 3);

    public TaskOptions Options => new(new TaskRetryOptions(new RetryPolicy(Most, First, Growth)));
}
