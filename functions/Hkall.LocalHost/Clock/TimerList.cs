namespace Hkall.LocalHost.Clock;

/// <summary>Who is to be woken when: at most one time for each request, in the order of time and then of the request's id.</summary>
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

    /// <summary>Earlier, later or, with null, never.</summary>
    public void Set(string requestId, DateTimeOffset? at)
    {
        lock (_lock)
        {
            Replace(requestId, at);
        }
    }

    /// <summary>At this time, unless an earlier one is known.</summary>
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

    /// <summary>Takes out the first that is due; null where none is.</summary>
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
