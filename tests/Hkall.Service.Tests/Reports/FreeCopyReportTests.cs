using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Policies;
using Hkall.Service.Reports;

namespace Hkall.Service.Tests.Reports;

/// <summary>What free copies saved, by what is said on the report.</summary>
public sealed class FreeCopyReportTests
{
    private static readonly CostPolicy Costs = new() { CopyHkd = 80, LoanHkd = 150 };

    [Fact]
    public void A_copy_taken_saves_the_usual_wait_and_the_average_cost()
    {
        var facts = Figures.Of(
            Figures.Supplied("HKU", 2, service: ServiceType.Copy),
            Figures.Supplied("HKU", 4, service: ServiceType.Copy) with { FreeCopy = FreeCopyUse.Declined },
            Figures.Supplied("HKU", 9, service: ServiceType.Copy),
            Taken,
            Taken,
            Figures.UnderWay("HKU") with { Service = ServiceType.Copy, FreeCopy = FreeCopyUse.Unanswered },
            Figures.Supplied("HKU", 5));

        FreeCopyReport.Of(facts, Costs).Rows.ShouldHaveSingleItem().ShouldBe(["copy", 4, 2, 1, 1, 4, 8, 80m, 160m]);
    }

    [Fact]
    public void Where_nothing_arrived_in_the_period_no_wait_is_known() =>
        FreeCopyReport.Of(Figures.Of(Taken with { Service = ServiceType.Loan }), Costs).Rows.ShouldHaveSingleItem()
            .ShouldBe(["loan", 1, 1, 0, 0, null, null, 150m, 150m]);

    [Fact]
    public void Every_average_is_an_amount_within_reason()
    {
        new CostPolicy().Faults().ShouldBeEmpty();
        new CostPolicy { LoanHkd = -1, CopyHkd = 10_001 }.Faults().Count().ShouldBe(2);
    }

    private static CountedRequest Taken =>
        Figures.Ended(RequestStatus.Cancelled, ReasonCode.ByPatron) with { Service = ServiceType.Copy, FreeCopy = FreeCopyUse.Taken };
}
