namespace Hkall.Functions.Scheduling;

/// <summary>
/// When each orchestration wakes, as far as this process knows from what it sent or saw. This saves a query to the engine for
/// most commits. It may be wrong, since other processes nudge too; the sweep corrects that.
/// </summary>
public sealed class ArmedTimers
{
    /// <summary>More requests than any library has open. Beyond this number, some are looked up again.</summary>
    private const int Most = 20_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);

    public DateTimeOffset? Find(string requestId)
    {
        lock (_lock)
        {
            return _times.TryGetValue(requestId, out var at) ? at : null;
        }
    }

    /// <summary>Null: the time is no longer known.</summary>
    public void Set(string requestId, DateTimeOffset? at)
    {
        lock (_lock)
        {
            _times.Remove(requestId);
            if (at is { } time)
            {
                if (_times.Count >= Most)
                {
                    _times.Clear();
                }

                _times[requestId] = time;
            }
        }
    }

    public void ForgetAll()
    {
        lock (_lock)
        {
            _times.Clear();
        }
    }
}
