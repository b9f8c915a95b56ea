using Hkall.Service.Engine;
using Hkall.Service.Notices;
using Hkall.Service.OpeningDays;
using Hkall.Service.Privacy;
using Hkall.Service.Replies;

namespace Hkall.LocalHost.Tests.Drivers;

/// <summary>Stands for the desk: writes down the turns it is asked for, and answers what the test has laid ready.</summary>
public sealed class FakeDueRequests(TimeProvider clock) : IDueRequestProcessor, ISweep, IPartnerInbox, IQueuedMailSender, IRetention, IDateMover, IReplies
{
    private readonly Dictionary<string, Queue<DateTimeOffset>> _wakes = [];

    public List<(DateTimeOffset At, string RequestId)> Taken { get; } = [];

    public List<int> Pumped { get; } = [];

    public List<(string RequestId, DateTimeOffset At)> Recorded { get; } = [];

    public int Swept { get; private set; }

    public int Queue { get; set; }

    public int Repaired { get; set; }

    public Func<string, Task>? DuringTurn { get; set; }

    /// <summary>Nothing waits in the tray of a desk that is played.</summary>
    public DateTimeOffset? NextRun => null;

    /// <summary>And nothing has to be erased.</summary>
    public DateTimeOffset? NextLook => null;

    /// <summary>After its next turns the request wants to be woken at these times, and then no more.</summary>
    public FakeDueRequests Then(string requestId, params IEnumerable<DateTimeOffset> wakes)
    {
        _wakes[requestId] = new Queue<DateTimeOffset>(wakes);
        return this;
    }

    public async Task<NextRun> ProcessAsync(string requestId, CancellationToken cancellation)
    {
        Taken.Add((clock.GetUtcNow(), requestId));
        if (DuringTurn is { } during)
        {
            await during(requestId);
        }

        return new NextRun(_wakes.TryGetValue(requestId, out var wakes) && wakes.TryDequeue(out var next) ? next : null, null);
    }

    public Task<int> RunAsync(CancellationToken cancellation)
    {
        Swept++;
        return Task.FromResult(Repaired);
    }

    public Task<IReadOnlyList<(string RequestId, DateTimeOffset At)>> DueEntriesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<(string, DateTimeOffset)>>(Recorded);

    bool IReplies.IsOn => false;

    Task<int> IReplies.RunAsync(CancellationToken cancellation) => Task.FromResult(0);

    Task<DateTimeOffset?> IQueuedMailSender.RunAsync(CancellationToken cancellation) => Task.FromResult<DateTimeOffset?>(null);

    DateTimeOffset? IDateMover.NextRun => null;

    Task IDateMover.RunAsync(CancellationToken cancellation) => Task.CompletedTask;

    Task<int> IRetention.RunAsync(CancellationToken cancellation) => Task.FromResult(0);

    public Task<int> PumpAsync(int max, CancellationToken cancellation)
    {
        Pumped.Add(max);
        var received = Math.Min(max, Queue);
        Queue -= received;
        return Task.FromResult(received);
    }
}
