using System.Collections.Concurrent;
using Hkall.Domain;
using Hkall.Service.Engine;

namespace Hkall.Functions.Tests.Kit;

/// <summary>A desk that is played: what its turns leave behind is said beforehand.</summary>
public sealed class PlayedDueRequests(TimeProvider clock) : IDueRequestProcessor
{
    private readonly ConcurrentQueue<DateTimeOffset> _taken = new();

    public IReadOnlyList<DateTimeOffset> Taken => [.. _taken];

    /// <summary>What the turn of this number, from 1, leaves behind; nothing to wait for unless said.</summary>
    public Func<int, NextRun> Leaves { get; set; } = _ => Nothing;

    /// <summary>Happens within each turn.</summary>
    public Func<string, Task> During { get; set; } = _ => Task.CompletedTask;

    public static NextRun Nothing { get; } = new(null, null);

    public static NextRun Awaits(DeadlineKind kind, DateTimeOffset at) => new(at, new Deadline(1, kind, at));

    public async Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation)
    {
        _taken.Enqueue(clock.GetUtcNow());
        var number = _taken.Count;
        await During(requestId);
        return Leaves(number);
    }
}
