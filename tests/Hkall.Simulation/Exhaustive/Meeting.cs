using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.Placing;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Invariants;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Running;

namespace Hkall.Simulation.Exhaustive;

/// <summary>One request that is brought to where two meet at it: each at a process of its own, and then in every order of their calls.</summary>
public sealed class Meeting
{
    /// <summary>A seed by which two libraries hold the item.</summary>
    private const ulong Seed = 3;

    private readonly World _world = new(new RunPlan(Seed) { People = 1, Requests = 0, Faults = new HashSet<FaultKind>(), Sabotage = new NobodyWakes() });
    private int _messages;

    public PatronRequest Request => _world.Ledger.Find(Id)!.State;

    public DateTimeOffset Now => _world.Stage.Now;

    public IReadOnlyList<Violation> Violations => _world.Ledger.Violations;

    private string Id { get; set; } = string.Empty;

    private Process One => _world.Machines[0].Process!;

    private Process Two => _world.Machines[1].Process!;

    public void Place()
    {
        var order = new Order(ServiceType.Loan, new Item { Title = "Title 1", Author = "Somebody" }, [Tier.Hkall], null, null);
        var placed = (Placement.Placed)Await(() => One.Placing.PlaceAsync(_world.Patrons.All[0], order, null, CancellationToken.None));
        Id = placed.Card.Request.Id;
    }

    /// <summary>The library that is to supply says something.</summary>
    public void Hear(Func<string, string, SupplierNews> news) => Await(() => Heard(news)(One));

    public void Do(RequestCommand order) => Await(() => Ordered(order, Actor.Staff("lam"))(One));

    /// <summary>Time passes until the request waits for that, and that is due.</summary>
    public void WaitFor(DeadlineKind kind)
    {
        while (Request.Deadline!.For != kind)
        {
            PassTo(Request.Deadline.At);
            Await(() => One.Turns.ProcessAsync(Id, CancellationToken.None));
        }

        PassTo(Request.Deadline.At);
    }

    public Func<Process, Task<object?>> Heard(Func<string, string, SupplierNews> news)
    {
        var said = news(Request.Supplier!.Symbol, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"m{++_messages}"));
        _world.Ledger.Messages.Sent(new PartnerMessage { MessageId = said.MessageId, Symbol = said.Symbol, RequestId = Id, ReceivedAt = Now });
        return async process => await process.Requests.HandleAsync(Id, said, Actor.Library(said.Symbol), CancellationToken.None);
    }

    public Func<Process, Task<object?>> Ordered(RequestCommand order, Actor by) => async process =>
    {
        _world.Ledger.Begun(Id, by);
        return await process.Requests.HandleAsync(Id, order, by, CancellationToken.None);
    };

    public Func<Process, Task<object?>> Due() => async process => await process.Turns.ProcessAsync(Id, CancellationToken.None);

    /// <summary>Both at once, in the order given.</summary>
    /// <param name="bothRemember">The second process has the request in its memory as well.</param>
    /// <returns>The order that was taken.</returns>
    public IReadOnlyList<int> Meet(Func<Process, Task<object?>> one, Func<Process, Task<object?>> two, bool bothRemember, IReadOnlyList<int> choices)
    {
        if (bothRemember)
        {
            Await(() => Two.Mine.FindAsync(_world.Patrons.All[0], Id, CancellationToken.None));
        }

        // Once both have committed, each delivers what its own entry caused.
        var story = _world.Ledger.Find(Id)!;
        var settled = story.Entries + 2;
        var gate = _world.Gate = new Gate(_world.Stage, choices, () => story.Entries >= settled);
        var ended = 0;
        _world.Stage.Start(() =>
        {
            One.Work("one", () => one(One), _ => ended++);
            Two.Work("two", () => two(Two), _ => ended++);
        });
        while (gate.Next())
        {
        }

        _world.Gate = null;
        if (ended != 2)
        {
            _world.Ledger.Fail(Invariant.I6, "One of the two has no answer.");
        }

        Settle();
        return gate.Taken;
    }

    /// <summary>Whatever is left is found by the sweep, and the books are made up.</summary>
    private void Settle()
    {
        _world.Ledger.ProcessDied();
        for (var round = 0; round < 3; round++)
        {
            PassTo(Now + TimeSpan.FromMinutes(11));
            Await(() => (round % 2 == 0 ? Two : One).Sweep.RunAsync(CancellationToken.None));
        }

        _world.Ledger.ProcessDied();
        foreach (var item in _world.Ledger.Find(Id)!.StoredAsync().GetAwaiter().GetResult().SelectMany(entry => entry.Outbox))
        {
            // By night a mail waits in the tray, and is none the worse for it.
            if (item.Effect is not SendNotice || item.IsOwed)
            {
                _world.Ledger.Effects.Settled(item);
            }
        }
    }

    private void PassTo(DateTimeOffset at)
    {
        var there = false;
        _world.Stage.At(at, () => there = true);
        while (!there)
        {
            _world.Stage.Step();
        }
    }

    private T Await<T>(Func<Task<T>> call)
    {
        Task<T>? answer = null;
        _world.Stage.Start(() => answer = call());
        while (!answer!.IsCompleted)
        {
            _world.Stage.Step();
        }

        return answer.GetAwaiter().GetResult();
    }

    /// <summary>Deadlines come up when the meeting says so.</summary>
    private sealed class NobodyWakes : Sabotage
    {
        public override IRequestScheduler Waker(World world, IRequestScheduler scheduler) => new Silent();

        private sealed class Silent : IRequestScheduler
        {
            public Task ScheduleAsync(string requestId, NextRun next, CancellationToken cancellation) => Task.CompletedTask;

            public void MessageQueued()
            {
            }
        }
    }
}
