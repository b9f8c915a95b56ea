using Hkall.LocalHost.Clock;
using Hkall.Service.Engine;
using Hkall.TestKit.Builders;
using Microsoft.Extensions.Logging.Abstractions;

namespace Hkall.LocalHost.Tests.Drivers;

/// <summary>A manual clock with all that hangs on it, and a desk that is played.</summary>
public sealed class ClockWork : IDisposable
{
    public ClockWork(params IReadOnlyList<IDueWork> others)
    {
        Clock = Times.Manual();
        DueRequests = new FakeDueRequests(Clock);
        Pump = new PartnerPump(() => DueRequests, Bell, NullLogger<PartnerPump>.Instance);
        Waker = new LocalScheduler(() => DueRequests, Pump, Bell, NullLogger<LocalScheduler>.Instance);
        Driver = new BenchDriver(Clock, Bell, [Pump, Waker, .. others]);
    }

    public WorkSignal Bell { get; } = new();

    public BenchClock Clock { get; }

    public FakeDueRequests DueRequests { get; }

    public PartnerPump Pump { get; }

    public LocalScheduler Waker { get; }

    public BenchDriver Driver { get; }

    public Task WakeAsync(string requestId, DateTimeOffset? at) => Waker.ScheduleAsync(requestId, new NextRun(at, null), CancellationToken.None);

    public Task AdvanceAsync(TimeSpan by) => Driver.AdvanceAsync(by, CancellationToken.None);

    public Task SettleAsync() => Driver.SettleAsync(CancellationToken.None);

    public void Dispose()
    {
        Driver.Dispose();
        Clock.Dispose();
    }
}
