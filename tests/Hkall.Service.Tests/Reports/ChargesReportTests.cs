using Hkall.Domain.Charging;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.Tests.Kit;
using Hkall.Service.Reports;
using static Hkall.Service.Tests.Reports.Figures;

namespace Hkall.Service.Tests.Reports;

/// <summary>What libraries charged, who bore it and what was collected.</summary>
public class ChargesReportTests
{
    private static ARequest Accepted => ARequest.Asking("BL", tier: Tier.Overseas).Quoted().ChargeAccepted().Shipped();

    [Fact]
    public void A_charge_counts_as_accepted_and_by_what_became_of_it()
    {
        var received = Accepted.Received().And(new SettleFee(1, Money.Hkd(200), "cash")).And(new WaiveFee(1, Money.Hkd(100), "typhoon"));

        CountedCharge.Of(received.Request).ShouldBe(
            new CountedCharge { Accepted = Money.Hkd(450), Charged = 450, Collected = 200, Waived = 100, Owed = 150 });
        CountedCharge.Of(Accepted.Request).ShouldBeNull("It has not come.");
    }

    [Fact]
    public void What_staff_bear_beyond_the_accepted_charge_is_borne() =>
        CountedCharge.Of(ARequest.Asking("BL", tier: Tier.Overseas).Quoted().ChargeAccepted().Shipped(cost: Money.Hkd(800))
                .And(new DecideLateCharge(Bear: true)).Received().Request)
            .ShouldBe(new CountedCharge { Borne = Money.Hkd(350), Accepted = Money.Hkd(450), Charged = 450, Owed = 450 });

    [Fact]
    public void What_the_library_bears_by_its_policy_is_borne_as_a_whole() =>
        CountedCharge.Of(ARequest.Placed(ServiceType.Loan, Things.Book, ["CUHK"], rules: Libraries.UsualRules).Quoted().Shipped().Received().Request)
            .ShouldBe(new CountedCharge { Borne = Money.Hkd(450) });

    [Fact]
    public void A_row_is_a_month_a_library_and_a_currency()
    {
        var pounds = Supplied("BL", 9) with { Tier = Tier.Overseas, Charge = new CountedCharge { Accepted = new Money("GBP", 45), Charged = 455.55m, Collected = 455.55m } };
        var borne = Supplied("BL", 9) with { Tier = Tier.Overseas, Charge = new CountedCharge { Borne = Money.Hkd(150) } };

        ChargesReport.Of(Of(pounds, pounds, borne, Supplied("HKU", 2))).Rows.ShouldBe(
        [
            ["2026-11", "overseas", "BL", "GBP", 2, 0m, 90m, 0, 911.10m, 911.10m, 0m, 0m],
            ["2026-11", "overseas", "BL", "HKD", 1, 150m, 0m, 0, 0m, 0m, 0m, 0m],
        ]);
    }
}
