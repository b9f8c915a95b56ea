using Hkall.Domain.Calendar;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Calendar;

public class WaitingTests
{
    [Fact]
    public void A_wait_lasts_until_the_close_of_its_last_working_day() =>
        Lingnan.WaitUntil(Monday, new ResponseWindow(2, 7)).ShouldBe(End("2026-11-25"));

    [Fact]
    public void A_wait_that_begins_late_in_the_evening_is_no_shorter_than_one_that_begins_at_noon() =>
        Lingnan.WaitUntil(End("2026-11-23").AddTicks(-1), new ResponseWindow(2, 7)).ShouldBe(End("2026-11-25"));

    [Fact]
    public void Closures_do_not_lengthen_a_wait_beyond_its_cap()
    {
        Lingnan.WaitUntil(Noon("2026-04-02"), new ResponseWindow(2, 7)).ShouldBe(End("2026-04-09"));
        Lingnan.WaitUntil(Noon("2026-04-02"), new ResponseWindow(2, 5)).ShouldBe(End("2026-04-07"));
    }

    [Fact]
    public void Every_wait_in_the_policy_is_capped_and_its_cap_leaves_room_for_its_working_days()
    {
        var policy = new Policy();
        ResponseWindow[] all =
        [
            .. new[] { policy.Reply, policy.Shipment, policy.Scan, policy.Transit, policy.LenderReceipt }.SelectMany(
                tiers => new[] { tiers.Hkall, tiers.Local, tiers.Overseas }),
            policy.CancelAnswer, policy.Conditions, policy.FurtherSearch, policy.AskingByHand,
            policy.SendingBack, policy.Chase, policy.Review, policy.OfficeDelivery,
            policy.RenewalAnswer,
        ];

        all.ShouldAllBe(window => window.AtMostDays >= window.WorkingDays * 7 / 5 && window.AtMostDays <= 95);
        typeof(Policy).GetProperties()
            .Count(property => property.PropertyType == typeof(ResponseWindow) || property.PropertyType == typeof(ByTier<ResponseWindow>))
            .ShouldBe(14, "a new wait belongs on the list above");
    }
}
