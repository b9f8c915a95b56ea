using Hkall.Service.Storage;
using Hkall.Simulation.Faults;
using Hkall.Simulation.Processes;
using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Stores;

/// <summary>Which service of the storage account a call goes to.</summary>
public enum Shelf
{
    Tables,
    Files,
    Queue,
}

/// <summary>
/// The way of one call from a process to the store and back. At each something else may happen first: calls of other processes,
/// a delay, a fault, the end of the process.
/// </summary>
internal static class Line
{
    private static readonly TimeSpan Usual = TimeSpan.FromMilliseconds(20);

    /// <param name="writes">Doing it twice, or late, makes a difference.</param>
    public static Task<T> CallAsync<T>(Process process, Shelf shelf, bool writes, string what, string about, Func<Task<T>> perform)
    {
        var (world, stage) = (process.World, process.World.Stage);
        stage.ThrowIfElsewhere();
        var reply = new TaskCompletionSource<T>();
        if (process.Alive)
        {
            void Go() => Arrive(process, shelf, writes, what, about, perform, reply);
            if (world.Gate is { } gate)
            {
                gate.Wait(process.Machine.Number, Go);
                return reply.Task;
            }

            var slow = world.Faults.Strikes(FaultKind.Slow)
                ? world.Faults.DiceOf(FaultKind.Slow).Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(3)) : TimeSpan.Zero;
            stage.After(world.Latency.Between(TimeSpan.FromMilliseconds(1), Usual) + slow, Go);
        }

        return reply.Task;
    }

    private static void Arrive<T>(Process process, Shelf shelf, bool writes, string what, string about, Func<Task<T>> perform, TaskCompletionSource<T> reply)
    {
        var (world, faults) = (process.World, process.World.Faults);
        world.Stage.Trace.Note(world.Stage.Now, what, about);
        if (writes)
        {
            faults.Write();
        }

        if (!process.Alive)
        {
            // Its process has died since. What had left it may arrive all the same.
            if (world.Latency.OneIn(2))
            {
                Perform(world.Outages.IsDown(shelf), perform);
            }

            return;
        }

        if (world.Outages.IsDown(shelf) || faults.Strikes(FaultKind.Unavailable))
        {
            Fail(process, reply);
            return;
        }

        if (faults.Strikes(FaultKind.KilledBefore))
        {
            process.Machine.Kill();
            return;
        }

        if (faults.Strikes(FaultKind.Frozen))
        {
            process.Machine.Freeze();
        }

        if (writes && faults.Strikes(FaultKind.WrittenLate))
        {
            Again(world, FaultKind.WrittenLate, perform);
            Fail(process, reply);
            return;
        }

        if (writes && faults.Strikes(FaultKind.SentTwice))
        {
            perform();
        }

        var result = perform();
        if (writes && faults.Strikes(FaultKind.FirstTryLate))
        {
            Again(world, FaultKind.FirstTryLate, perform);
        }

        if (faults.Strikes(FaultKind.KilledAfter))
        {
            process.Machine.Kill();
            return;
        }

        if (writes && faults.Strikes(FaultKind.AnswerLost))
        {
            Fail(process, reply);
            return;
        }

        process.Reply(() => Complete(reply, result));
    }

    /// <summary>Within the time that the desk allows a write to be on its way.</summary>
    private static void Again<T>(Running.World world, FaultKind kind, Func<Task<T>> perform) =>
        world.Stage.After(world.Faults.DiceOf(kind).Between(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5)), () => perform());

    private static void Perform<T>(bool down, Func<Task<T>> perform)
    {
        if (!down)
        {
            perform();
        }
    }

    private static void Fail<T>(Process process, TaskCompletionSource<T> reply) =>
        process.Reply(() => reply.SetException(new StorageUnavailableException("The store does not answer.")));

    private static void Complete<T>(TaskCompletionSource<T> reply, Task<T> result)
    {
        if (result.Exception is { InnerException: { } fault })
        {
            reply.SetException(fault);
        }
        else
        {
            // The memory store answers at once: nobody waits here.
            reply.SetResult(result.GetAwaiter().GetResult());
        }
    }
}

/// <summary>When the store, or a part of it, is down.</summary>
public sealed class Outages(Stage stage, FaultPlan faults)
{
    private static readonly TimeSpan Look = TimeSpan.FromHours(1);

    private DateTimeOffset _all;
    private DateTimeOffset _tables;

    public bool IsDown(Shelf shelf) => _all > stage.Now || (shelf == Shelf.Tables && _tables > stage.Now);

    /// <summary>Every hour something may go down.</summary>
    public void Start() => stage.After(Look, Tick);

    private void Tick()
    {
        stage.After(Look, Tick);
        if (faults.Strikes(FaultKind.Outage))
        {
            _all = Until(FaultKind.Outage);
        }

        if (faults.Strikes(FaultKind.TablesDown))
        {
            _tables = Until(FaultKind.TablesDown);
        }
    }

    private DateTimeOffset Until(FaultKind kind) => stage.Now + faults.DiceOf(kind).Between(TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
}
