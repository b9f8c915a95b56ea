namespace Hkall.LocalHost.Clock;

/// <summary>Rung when something has changed for those who wait. Take <see cref="Next"/> first, look at things, then wait for it: a ring in between is not missed.</summary>
public sealed class WorkSignal
{
    private TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Next => Volatile.Read(ref _next).Task;

    public void Notify() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}
