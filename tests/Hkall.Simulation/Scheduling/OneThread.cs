namespace Hkall.Simulation.Scheduling;

/// <summary>
/// Runs what follows an await, one piece after the other, on the thread that pumps. Whoever leaves that thread is found out by
/// <see cref="Stage"/>.
/// </summary>
public sealed class OneThread : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _waiting = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public override void Post(SendOrPostCallback d, object? state)
    {
        ThrowIfElsewhere();
        _waiting.Enqueue((d, state));
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new InvalidOperationException("Nobody waits for another here.");

    public void ThrowIfElsewhere()
    {
        if (Environment.CurrentManagedThreadId != _thread)
        {
            throw new InvalidOperationException("Something left the one thread: the run would not be repeatable.");
        }
    }

    /// <summary>Runs until nobody waits.</summary>
    public void Pump()
    {
        if (_waiting.Count == 0)
        {
            return;
        }

        SetSynchronizationContext(this);
        try
        {
            while (_waiting.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }

    /// <summary>Starts something that awaits.</summary>
    public void Start(Action start)
    {
        SetSynchronizationContext(this);
        try
        {
            start();
        }
        finally
        {
            SetSynchronizationContext(null);
        }
    }
}
