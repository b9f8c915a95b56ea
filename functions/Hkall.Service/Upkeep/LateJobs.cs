using Hkall.Service.Engine;
using Microsoft.Extensions.Logging;

namespace Hkall.Service.Upkeep;

/// <summary>
/// The driver of jobs that needs no timer: whoever uses the service has late jobs looked for, at most once a minute in a process. They run
/// beside the request or message, which does not wait for them and does not fail with them.
/// </summary>
public sealed partial class LateJobs(Jobs jobs, MachineTime machine, ILogger<LateJobs> log)
{
    private readonly Lock _lock = new();
    private long? _looked;
    private Task _running = Task.CompletedTask;

    /// <summary>The look that began last, for who waits for its end.</summary>
    public Task Running
    {
        get
        {
            lock (_lock)
            {
                return _running;
            }
        }
    }

    /// <summary>Somebody uses the service.</summary>
    public void Used()
    {
        lock (_lock)
        {
            if (!_running.IsCompleted || (_looked is { } before && machine.Clock.GetElapsedTime(before) < JobLimits.LookEvery))
            {
                return;
            }

            _looked = machine.Clock.GetTimestamp();
            _running = LookAsync();
        }
    }

    private async Task LookAsync()
    {
        try
        {
            await jobs.RunLateAsync(JobDriver.Use, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for it: the next look comes in a minute.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LookFailed(log, failure);
        }
    }

    [LoggerMessage(3583, LogLevel.Warning, "Late jobs could not be looked for")]
    private static partial void LookFailed(ILogger log, Exception failure);
}
