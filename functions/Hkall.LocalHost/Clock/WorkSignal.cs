namespace Hkall.LocalHost.Clock;

/// <summary>Signals a change to waiting tasks. Take <see cref="Next"/> first, check the state, then wait for it: a signal in between is not missed.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Notify() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
