using Hkall.LocalHost.Clock;
using Hkall.LocalHost.Tests.Drivers;

namespace Hkall.LocalHost.Tests.Clock;

public sealed class PartnerPumpTests
{
    [Fact]
    public async Task A_burst_of_messages_is_fetched_at_once_and_no_look_is_wasted()
    {
        using var work = new ClockWork();
        work.DueRequests.Queue = 3;
        for (var i = 0; i < 3; i++)
        {
            work.Waker.MessageQueued();
        }

        await work.SettleAsync();
        await work.SettleAsync();

        work.DueRequests.Pumped.ShouldBe([3]);
    }

    [Fact]
    public async Task No_more_are_fetched_at_once_than_the_queue_hands_out()
    {
        using var work = new ClockWork();
        work.DueRequests.Queue = 40;
        work.Pump.Expect(40);

        await work.SettleAsync();

        work.DueRequests.Pumped.ShouldBe([PartnerPump.MostAtOnce, 8]);
    }

    [Fact]
    public async Task A_message_that_was_found_before_its_hint_is_not_looked_for_again_and_again()
    {
        using var work = new ClockWork();
        work.Pump.Expect(2);

        await work.SettleAsync();

        work.DueRequests.Pumped.ShouldBe([2]);
        work.Pump.NextDue.ShouldBeNull();
    }

    [Fact]
    public async Task A_look_without_hints_goes_on_until_the_queue_is_empty()
    {
        using var work = new ClockWork();
        work.DueRequests.Queue = PartnerPump.MostAtOnce + 1;

        await work.Pump.LookAsync(CancellationToken.None);

        work.DueRequests.Queue.ShouldBe(0);
        work.DueRequests.Pumped.Count.ShouldBe(2);
    }
}
