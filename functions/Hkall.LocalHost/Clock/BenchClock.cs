using Hkall.Domain.Calendar;
using Hkall.LocalHost.Keeping;

namespace Hkall.LocalHost.Clock;

/// <summary>
/// The clock of the bench. It never goes back, whatever the arguments say and however the process ended; otherwise deadlines
/// already processed would be in the future again. Timers made from it run in real time while the clock is moved by hand. Work
/// that must run at the bench's times implements <see cref="IDueWork"/>.
/// </summary>
public sealed class BenchClock : TimeProvider, IDisposable
{
    /// <summary>How far ahead, in real time, a fast clock's time is saved, so that reading the clock does not write a file each time.</summary>
    private static readonly TimeSpan KeptAhead = TimeSpan.FromSeconds(2);

    private readonly Lock _lock = new();
    private readonly TimeProvider _real;
    private readonly KeptFile<ClockState> _file;
    private readonly DateTimeOffset _realStart;
    private readonly DateTimeOffset _start;
    private DateTimeOffset _moved;
    private DateTimeOffset _kept;

    /// <param name="start">The first time in a new folder; in a folder that has a time, the later of the two counts.</param>
    public BenchClock(ClockPace pace, DateTimeOffset? start, BenchFolder folder, TimeProvider real)
    {
        Pace = pace;
        _real = real;
        _file = new KeptFile<ClockState>(folder, "clock.json");
        _realStart = real.GetUtcNow();
        var before = _file.Read();
        var kept = before?.Now ?? _realStart + before?.Ahead;
        _start = (kept, start) switch
        {
            (null, null) => pace.Mode == ClockMode.Live ? _realStart : WholeSeconds(_realStart),
            ({ } was, { } asked) when was < asked => asked.ToUniversalTime(),
            ({ } was, _) => was,
            (null, { } asked) => asked.ToUniversalTime(),
        };
        _moved = _kept = _start;
        Keep(_start);
    }

    public ClockPace Pace { get; }

    public override TimeZoneInfo LocalTimeZone => LibraryCalendar.HongKong;

    public override long TimestampFrequency => _real.TimestampFrequency;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return Read();
        }
    }

    public override long GetTimestamp() => _real.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _real.CreateTimer(callback, state, AsReal(dueTime), AsReal(period));

    /// <summary>Moves the clock forward; a time in the past or present changes nothing.</summary>
    /// <exception cref="InvalidOperationException">The clock is not a manual clock.</exception>
    public void MoveTo(DateTimeOffset instant)
    {
        if (Pace.Mode != ClockMode.Manual)
        {
            throw new InvalidOperationException($"The clock is {Pace}; it moves by itself.");
        }

        lock (_lock)
        {
            if (instant > _moved)
            {
                // Saved first: a process killed in between restarts at a time at which nothing has happened yet.
                Keep(instant);
                _moved = instant.ToUniversalTime();
            }
        }
    }

    /// <summary>The real time until the instant; null where the clock only moves by hand.</summary>
    public TimeSpan? RealWaitUntil(DateTimeOffset instant)
    {
        var wait = instant - GetUtcNow();
        return wait <= TimeSpan.Zero ? TimeSpan.Zero : Pace.Mode switch
        {
            ClockMode.Live => wait,
            ClockMode.Fast => AsReal(wait),
            ClockMode.Manual => null,
        };
    }

    /// <summary>Saves the exact time at a clean stop; the saved fast time was a little ahead.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            Keep(Read());
        }
    }

    private static DateTimeOffset WholeSeconds(DateTimeOffset instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerSecond)).ToUniversalTime();

    private DateTimeOffset Read() => Pace.Mode switch
    {
        ClockMode.Live => _start + (_real.GetUtcNow() - _realStart),
        ClockMode.Fast => KeptAheadOf(_start + ((_real.GetUtcNow() - _realStart) * Pace.Speed)),
        ClockMode.Manual => _moved,
    };

    /// <summary>The saved time has not been reached yet, so that a killed process restarts no earlier than it ended.</summary>
    private DateTimeOffset KeptAheadOf(DateTimeOffset now)
    {
        if (now >= _kept)
        {
            _kept = now + (KeptAhead * Pace.Speed);
            Keep(_kept);
        }

        return now;
    }

    private void Keep(DateTimeOffset now) => _file.Write(Pace.Mode switch
    {
        ClockMode.Live => new ClockState { Ahead = now - _real.GetUtcNow() },
        ClockMode.Fast or ClockMode.Manual => new ClockState { Now = now },
    });

    private TimeSpan AsReal(TimeSpan span) =>
        Pace.Mode != ClockMode.Fast || span <= TimeSpan.Zero || span == Timeout.InfiniteTimeSpan
            ? span : TimeSpan.FromTicks(Math.Max(1, span.Ticks / Pace.Speed));
}
