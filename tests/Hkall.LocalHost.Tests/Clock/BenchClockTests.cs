using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Keeping;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class BenchClockTests : IDisposable
{
    private static readonly ClockPace TenTimes = new(ClockMode.Fast, 10);

    private readonly TempFolder _folder = new();
    private readonly Microsoft.Extensions.Time.Testing.FakeTimeProvider _real = Times.Real();

    [Fact]
    public void Live_time_is_real_time()
    {
        using var clock = Clock(ClockPace.Live);
        _real.Advance(TimeSpan.FromMilliseconds(1234));
        clock.GetUtcNow().ShouldBe(_real.GetUtcNow());
    }

    [Fact]
    public void Live_time_that_was_started_elsewhere_stays_as_far_ahead_at_the_next_start()
    {
        Clock(ClockPace.Live, Times.Monday).Dispose();
        _real.Advance(TimeSpan.FromHours(3));

        Clock(ClockPace.Live).GetUtcNow().ShouldBe(Times.Monday.AddHours(3));
    }

    [Fact]
    public void Fast_time_passes_so_many_times_as_fast()
    {
        using var clock = Clock(TenTimes, Times.Monday);
        _real.Advance(TimeSpan.FromHours(1));
        clock.GetUtcNow().ShouldBe(Times.Monday.AddHours(10));
        clock.RealWaitUntil(Times.Monday.AddHours(20)).ShouldBe(TimeSpan.FromHours(1));
    }

    [Fact]
    public void Fast_time_carries_on_after_a_kill_no_earlier_and_hardly_later_than_it_ended()
    {
        var killed = Clock(TenTimes, Times.Monday);
        for (var i = 0; i < 100; i++)
        {
            _real.Advance(TimeSpan.FromMilliseconds(170));
            var ended = killed.GetUtcNow();
            var next = Clock(TenTimes).GetUtcNow();
            next.ShouldBeGreaterThanOrEqualTo(ended);
            next.ShouldBeLessThan(ended.AddMinutes(1));
            killed = Clock(TenTimes);
        }
    }

    [Fact]
    public void Fast_time_carries_on_exactly_after_a_clean_end()
    {
        var clock = Clock(TenTimes, Times.Monday);
        _real.Advance(TimeSpan.FromSeconds(7));
        clock.GetUtcNow();
        clock.Dispose();
        _real.Advance(TimeSpan.FromDays(1));

        Clock(TenTimes).GetUtcNow().ShouldBe(Times.Monday.AddSeconds(70));
    }

    [Fact]
    public void Manual_time_stands_still_until_it_is_moved()
    {
        using var clock = Clock(ClockPace.Manual, Times.Monday);
        _real.Advance(TimeSpan.FromDays(5));
        clock.GetUtcNow().ShouldBe(Times.Monday);
        clock.RealWaitUntil(Times.Monday.AddSeconds(1)).ShouldBeNull();

        clock.MoveTo(Times.Monday.AddDays(2));
        clock.GetUtcNow().ShouldBe(Times.Monday.AddDays(2));
    }

    [Fact]
    public void Manual_time_never_goes_back()
    {
        using var clock = Clock(ClockPace.Manual, Times.Monday);
        clock.MoveTo(Times.Monday.AddDays(-1));
        clock.MoveTo(DateTimeOffset.MinValue);
        clock.GetUtcNow().ShouldBe(Times.Monday);
    }

    [Fact]
    public void Manual_time_carries_on_after_a_kill_even_with_the_same_arguments()
    {
        Clock(ClockPace.Manual, Times.Monday).MoveTo(Times.Monday.AddDays(9));

        Clock(ClockPace.Manual, Times.Monday).GetUtcNow().ShouldBe(Times.Monday.AddDays(9));
    }

    [Fact]
    public void A_start_that_lies_ahead_of_what_was_kept_is_taken()
    {
        Clock(ClockPace.Manual, Times.Monday).Dispose();

        Clock(ClockPace.Manual, Times.Monday.AddDays(30)).GetUtcNow().ShouldBe(Times.Monday.AddDays(30));
    }

    [Fact]
    public void Live_time_carries_on_where_manual_time_was_left()
    {
        Clock(ClockPace.Manual, Times.Monday).MoveTo(Times.Monday.AddDays(9));

        using var live = Clock(ClockPace.Live);
        _real.Advance(TimeSpan.FromMinutes(1));
        live.GetUtcNow().ShouldBe(Times.Monday.AddDays(9).AddMinutes(1));
    }

    [Fact]
    public void Time_that_passes_by_itself_cannot_be_moved()
    {
        using var clock = Clock(ClockPace.Live);
        Should.Throw<InvalidOperationException>(() => clock.MoveTo(Times.Monday));
    }

    [Fact]
    public void Without_a_folder_no_time_is_kept()
    {
        new BenchClock(ClockPace.Manual, Times.Monday, BenchFolder.None, _real).MoveTo(Times.Monday.AddDays(1));

        new BenchClock(ClockPace.Manual, Times.Monday, BenchFolder.None, _real).GetUtcNow().ShouldBe(Times.Monday);
    }

    public void Dispose() => _folder.Dispose();

    private BenchClock Clock(ClockPace pace, DateTimeOffset? start = null) => new(pace, start, _folder.Folder, _real);
}
