namespace Hkall.LocalHost.Clock;

/// <summary>When to process which request: at most one time for each request, ordered by time and then by request id.</summary>
public sealed class TimerList
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, DateTimeOffset> _times = new(StringComparer.Ordinal);
    private readonly SortedSet<(DateTimeOffset At, string RequestId)> _order = new(Comparer<(DateTimeOffset At, string RequestId)>.Create(
        static (one, other) => one.At.CompareTo(other.At) is not 0 and var byTime ? byTime : string.CompareOrdinal(one.RequestId, other.RequestId)));

    public DateTimeOffset? Earliest
    {
        get
        {
            lock (_lock)
            {
                return _order.Count == 0 ? null : _order.Min.At;
            }
        }
    }

    public DateTimeOffset? TimeOf(string requestId)
    {
        lock (_lock)
        {
            return _times.TryGetValue(requestId, out var at) ? at : null;
        }
    }

    /// <summary>Sets the time, earlier or later; null removes it.</summary>
    public void Set(string requestId, DateTimeOffset? at)
    {
        lock (_lock)
        {
            Replace(requestId, at);
        }
    }

    /// <summary>Sets the time, unless an earlier one is set.</summary>
    public void SetNoLater(string requestId, DateTimeOffset at)
    {
        lock (_lock)
        {
            if (!_times.TryGetValue(requestId, out var known) || at < known)
            {
                Replace(requestId, at);
            }
        }
    }

    /// <summary>Removes and returns the first request that is due; null where none is.</summary>
    public string? TakeDue(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (_order.Count == 0 || _order.Min is var first && first.At > now)
            {
                return null;
            }

            Replace(first.RequestId, null);
            return first.RequestId;
        }
    }

    private void Replace(string requestId, DateTimeOffset? at)
    {
        if (_times.Remove(requestId, out var before))
        {
            _order.Remove((before, requestId));
        }

        if (at is { } time)
        {
            _times[requestId] = time;
            _order.Add((time, requestId));
        }
    }
}
