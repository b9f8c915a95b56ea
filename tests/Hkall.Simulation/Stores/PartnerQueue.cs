using Hkall.Service.Storage;
using Hkall.Service.Storage.Memory;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Stores;

/// <summary>The queue itself: at least once, in no order, and sometimes a week late.</summary>
public sealed class PartnerQueue : IMessageQueue
{
    private readonly World _world;
    private readonly MemoryQueue _queue;

    public PartnerQueue(World world)
    {
        _world = world;
        _queue = new MemoryQueue(new TrueTime(world));
    }

    /// <summary>Messages that will yet come: they have been taken, and are on their way.</summary>
    public int OnTheirWay { get; private set; }

    public Task SendAsync(string body, CancellationToken cancellation)
    {
        _world.Ledger.Secrets.Look("a message on the queue", body);
        var faults = _world.Faults;
        if (faults.Strikes(FaultKind.MessageDropped))
        {
            _world.Ledger.Messages.MessageDropped(body);
            return Task.CompletedTask;
        }

        if (faults.Strikes(FaultKind.MessageWeekLate))
        {
            Later(body, FaultKind.MessageWeekLate, TimeSpan.FromDays(7), TimeSpan.FromDays(9));
        }
        else if (faults.Strikes(FaultKind.MessageOvertaken))
        {
            Later(body, FaultKind.MessageOvertaken, TimeSpan.FromSeconds(1), TimeSpan.FromHours(10));
        }
        else
        {
            Put(body);
        }

        if (faults.Strikes(FaultKind.MessageRepeated))
        {
            for (var times = 1 + faults.DiceOf(FaultKind.MessageRepeated).Below(4); times > 0; times--)
            {
                Later(body, FaultKind.MessageRepeated, TimeSpan.Zero, TimeSpan.FromMinutes(5));
            }
        }

        return Task.CompletedTask;
    }

    public async Task<IReadOnlyList<QueuedMessage>> ReceiveAsync(int max, TimeSpan invisibleFor, CancellationToken cancellation)
    {
        var seenByTwo = _world.Faults.Strikes(FaultKind.SeenByTwo);
        var time = seenByTwo ? TimeSpan.FromSeconds(1) : invisibleFor;
        var received = await _queue.ReceiveAsync(max, time, cancellation);
        if (received.Count > 0)
        {
            _world.Pump.Look(time + TimeSpan.FromMilliseconds(1));
        }

        return received;
    }

    public Task DeleteAsync(QueuedMessage message, CancellationToken cancellation) => _queue.DeleteAsync(message, cancellation);

    public Task<int> CountAsync(CancellationToken cancellation) => _queue.CountAsync(cancellation);

    private void Put(string body)
    {
        _queue.SendAsync(body, CancellationToken.None);
        _world.Pump.LookSoon();
    }

    private void Later(string body, FaultKind kind, TimeSpan least, TimeSpan most)
    {
        OnTheirWay++;
        _world.Stage.After(_world.Faults.DiceOf(kind).Between(least, most), () =>
        {
            OnTheirWay--;
            Put(body);
        });
    }

    /// <summary>The store's own clock, which is nobody's.</summary>
    private sealed class TrueTime(World world) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => world.Stage.Now;
    }
}
