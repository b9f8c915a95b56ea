using Hkall.Simulation.Faults;
using Hkall.Simulation.Processes;

namespace Hkall.Simulation.Outside;

/// <summary>The way from a process to somebody outside and back. The process may die or freeze on it as at a storage call.</summary>
internal static class Wire
{
    public static Task<T> CallAsync<T>(Process process, string what, string about, Func<T> perform)
    {
        var world = process.World;
        world.Stage.ThrowIfElsewhere();
        var reply = new TaskCompletionSource<T>();
        if (!process.Alive)
        {
            return reply.Task;
        }

        void Go()
        {
            world.Stage.Trace.Note(world.Stage.Now, what, about);
            if (process.Alive && world.Faults.Strikes(FaultKind.KilledBefore))
            {
                process.Machine.Kill();
                return;
            }

            if (process.Alive && world.Faults.Strikes(FaultKind.Frozen))
            {
                process.Machine.Freeze();
            }

            T answer;
            try
            {
                answer = perform();
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                process.Reply(() => reply.SetException(fault));
                return;
            }

            if (process.Alive && world.Faults.Strikes(FaultKind.KilledAfter))
            {
                process.Machine.Kill();
                return;
            }

            process.Reply(() => reply.SetResult(answer));
        }

        if (world.Gate is { } gate)
        {
            gate.Wait(process.Machine.Number, Go);
        }
        else
        {
            world.Stage.After(world.Latency.Between(TimeSpan.FromMilliseconds(5), TimeSpan.FromSeconds(2)), Go);
        }

        return reply.Task;
    }
}
