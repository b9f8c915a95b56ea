using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Supplying;

public class ClosuresTests
{
    private static readonly SupplierDays London = new() { Zone = "Europe/London", Weekdays = "12345" };

    [Fact]
    public void A_library_is_waited_for_in_its_own_working_days_and_its_own_zone()
    {
        var inLondon = Asked(London with { Closed = [new ClosedDays(Date("2026-11-24"), Date("2026-11-24"))] });

        // Two working days after Monday, Tuesday not being one: the end of Thursday in London.
        inLondon.Request.Deadline!.At.ShouldBe(new DateTimeOffset(2026, 11, 27, 0, 0, 0, TimeSpan.Zero));
    }

    [Fact]
    public void However_long_a_library_is_closed_it_is_waited_for_no_longer_than_the_cap() =>
        Asked(new SupplierDays { Closed = [new ClosedDays(Date("2026-11-24"), Date("2027-11-24"))] }).Request.Deadline!.At.ShouldBe(End("2026-11-30"));

    [Fact]
    public void A_library_that_is_closed_for_long_when_its_turn_comes_is_asked_after_the_others()
    {
        var closed = new SupplierDays { Closed = [new ClosedDays(Date("2026-11-20"), Date("2026-12-20"))] };

        Asked(closed).Supplier.ShouldBe("CUHK");
        Asked(closed).Waits().Supplier.ShouldBe("HKU");
    }

    [Fact]
    public void The_estimate_counts_from_the_day_on_which_the_library_opens() =>
        Asked(new SupplierDays { Closed = [new ClosedDays(Date("2026-11-23"), Date("2026-11-25"))] }).Request.Estimate
            .ShouldBe(new Estimate(Date("2026-12-01"), Date("2026-12-03")));

    [Fact]
    public void A_library_that_says_it_answers_later_is_given_as_long() =>
        TurnaroundTests.Asked(entry => entry with { ReplyDays = 4 }).Request.Deadline!.At.ShouldBe(End("2026-11-27"));

    [Fact]
    public void A_library_may_work_on_sundays_and_rest_on_fridays()
    {
        var sharjah = new SupplierDays { Zone = "Asia/Dubai", Weekdays = "01234" }.Calendar(Lingnan);

        sharjah.IsWorkingDay(Date("2026-11-22")).ShouldBeTrue();
        sharjah.IsWorkingDay(Date("2026-11-27")).ShouldBeFalse();
    }

    [Fact]
    public void A_library_closed_for_more_than_a_year_opens_on_no_day_that_is_worth_knowing() =>
        Lingnan.ButClosed([new ClosedDays(Date("2026-11-01"), Date("2028-11-01"))]).OpensOnOrAfter(Date("2026-11-23")).ShouldBeNull();

    private static ARequest Asked(SupplierDays works) => TurnaroundTests.Asked(entry => entry with { Works = works });
}
