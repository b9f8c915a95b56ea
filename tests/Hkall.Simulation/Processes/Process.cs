using Hkall.Service.Engine;
using Hkall.Service.Inbox;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Placing;
using Hkall.Service.Storage;
using Hkall.Simulation.Running;
using Microsoft.Extensions.DependencyInjection;

namespace Hkall.Simulation.Processes;

/// <summary>
/// One process of the service: the real desk with its own memory, over lines to the store that may fail it. Dead, it gets no
/// reply to anything, so that its code stops where it stands, as the code of a killed process does.
/// </summary>
public sealed class Process
{
    private readonly IServiceScope _services;
    private readonly List<Attempt> _inFlight = [];

    public Process(World world, Machine machine)
    {
        (World, Machine) = (world, machine);
        Clock = new ProcessClock(world.Stage, machine);
        Waker = new ProcessScheduler(this);
        _services = ProcessServices.For(this);
    }

    public World World { get; }

    public Machine Machine { get; }

    public ProcessClock Clock { get; }

    public ProcessScheduler Waker { get; }

    public bool Alive { get; private set; } = true;

    public DateTimeOffset FrozenUntil { get; private set; }

    public bool Frozen => FrozenUntil > World.Stage.Now;

    public PlacingService Placing => Get<PlacingService>();

    public PatronRequestProcessor Requests => Get<PatronRequestProcessor>();

    public MyRequestsService Mine => Get<MyRequestsService>();

    public Envelopes Envelopes => Get<Envelopes>();

    public PartnerInbox Inbox => Get<PartnerInbox>();

    public IDueRequestProcessor Turns => Get<IDueRequestProcessor>();

    public ISweep Sweep => Get<ISweep>();

    public IQueuedMailSender Round => Get<IQueuedMailSender>();

    public IBlobs Blobs => Get<IBlobs>();

    public T Get<T>()
        where T : notnull => _services.ServiceProvider.GetRequiredService<T>();

    /// <summary>Something comes to the process from outside: a reply, a timer. A frozen one sees it when it goes on, a dead one never.</summary>
    public void Reply(Action come)
    {
        if (!Alive)
        {
            return;
        }

        if (Frozen)
        {
            World.Stage.At(FrozenUntil, () => Reply(come));
            return;
        }

        come();
    }

    public void Begin(Attempt attempt) => _inFlight.Add(attempt);

    public void End(Attempt attempt) => _inFlight.Remove(attempt);

    /// <summary>Work that nobody waits for: what fails is not repeated by anybody, it comes up again.</summary>
    public void Work(string what, Func<Task> work, Action<bool>? then = null) => World.Stage.Start(() => _ = WorkAsync(what, work, then));

    /// <summary>Whoever waited for an answer sees a broken connection.</summary>
    public void Die()
    {
        Alive = false;
        foreach (var attempt in _inFlight)
        {
            attempt.Break();
        }

        _inFlight.Clear();
    }

    /// <summary>Whoever waits for an answer loses patience, though it may still be given.</summary>
    public void Freeze(DateTimeOffset until)
    {
        FrozenUntil = until;
        foreach (var attempt in _inFlight.ToList())
        {
            World.Stage.After(Callers.Patience, attempt.Break);
        }
    }

    private async Task WorkAsync(string what, Func<Task> work, Action<bool>? then)
    {
        var done = false;
        try
        {
            await work();
            done = true;
        }
        catch (Exception expected) when (expected is StorageUnavailableException or RequestBusyException)
        {
            World.Stage.Trace.Note(World.Stage.Now, what, "put off");
        }
#pragma warning disable CA1031 // Whatever it is, the run says so.
        catch (Exception unexpected)
#pragma warning restore CA1031
        {
            World.Ledger.Fail(Invariants.Invariant.I6, $"{what} threw: {unexpected}");
        }

        then?.Invoke(done);
    }
}
