using System.Collections.Concurrent;
using Hkall.Requests;
using Hkall.Service.Turns;

namespace Hkall.Functions.Tests.Kit;

/// <summary>A desk that is played: what its turns leave behind is said beforehand.</summary>
public sealed class PlayedTurns(TimeProvider clock) : ITurns
{
    private readonly ConcurrentQueue<DateTimeOffset> _taken = new();

    public IReadOnlyList<DateTimeOffset> Taken => [.. _taken];

    /// <summary>What the turn of this number, from 1, leaves behind; nothing to wait for unless said.</summary>
    public Func<int, Turn> Leaves { get; set; } = _ => Nothing;

    /// <summary>Happens within each turn.</summary>
    public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

    public static Turn Nothing { get; } = new(null, null);

    public static Turn Awaits(Awaited awaited, DateTimeOffset at) => new(at, new Deadline(1, awaited, at));

    public async Task<Turn> TakeAsync(string requestId, CancellationToken cancellation)
    {
        _taken.Enqueue(clock.GetUtcNow());
        var number = _taken.Count;
        await During(requestId);
        return Leaves(number);
    }
}
