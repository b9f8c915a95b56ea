using Hkall.Simulation.Scheduling;

namespace Hkall.Simulation.Processes;

/// <summary>The time as a machine has it.</summary>
public sealed class ProcessClock(Stage stage, Machine machine) : TimeProvider
{
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => stage.Now + machine.Skew;

    public override long GetTimestamp() => stage.Now.UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("Nothing on the simulated paths waits by a timer: whatever does must be put on the agenda.");
}
