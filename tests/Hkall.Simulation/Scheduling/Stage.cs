namespace Hkall.Simulation.Scheduling;

/// <summary>
/// The one time and the one thread in which everything happens: an agenda of what happens when. Between two entries nobody
/// runs; an entry runs until all that follow from it wait for something.
/// </summary>
public sealed class Stage(DateTimeOffset opening)
{
    private readonly PriorityQueue<Action, (long At, long Number)> _agenda = new(Comparer<(long At, long Number)>.Create(static (one, other) =>
        one.At != other.At ? one.At.CompareTo(other.At) : one.Number.CompareTo(other.Number)));

    private readonly OneThread _thread = new();
    private long _number;
    private long _now = opening.UtcTicks;

    /// <summary>True time; each process has a clock of its own that may differ.</summary>
    public DateTimeOffset Now => new(_now, TimeSpan.Zero);

    public long Steps { get; private set; }

    public Trace Trace { get; } = new();

    public void At(DateTimeOffset at, Action what) => _agenda.Enqueue(what, (Math.Max(at.UtcTicks, _now), _number++));

    public void After(TimeSpan wait, Action what) => _agenda.Enqueue(what, (_now + wait.Ticks, _number++));

    /// <summary>Starts code that awaits; it goes on when what it waits for has come.</summary>
    public void Start(Action start) => _thread.Start(start);

    /// <exception cref="InvalidOperationException">The caller is on another thread.</exception>
    public void ThrowIfElsewhere() => _thread.ThrowIfElsewhere();

    /// <summary>The next entry of the agenda.</summary>
    /// <returns>False where there is none.</returns>
    public bool Step()
    {
        if (!_agenda.TryDequeue(out var next, out var when))
        {
            return false;
        }

        _now = when.At;
        Steps++;
        next();
        _thread.Pump();
        return true;
    }
}
