using Hkall.Service.Engine;
using Hkall.Service.Storage;
using Hkall.Simulation.Invariants;
using Microsoft.Extensions.Logging;

namespace Hkall.Simulation.Processes;

/// <summary>What a process logs. Nobody may be named in it, and what was not to be expected is a fault of the desk.</summary>
internal sealed class ProcessLog<T>(ProcessServices.Whose whose) : ILogger<T>
{
    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var (world, text) = (whose.Process.World, formatter(state, exception));
        world.Stage.Trace.Note(world.Stage.Now, "logged", text);
        world.Ledger.Secrets.Look("a log", $"{text} {exception?.Message}");
        if (exception is not (null or StorageUnavailableException or RequestBusyException))
        {
            world.Ledger.Fail(Invariant.I6, $"{text}: {exception}");
        }
    }
}
