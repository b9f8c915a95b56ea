using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Policies;
using Hkall.Service.Reports;
using Hkall.Service.Tests.Crashes;

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

        FreeCopyReport.Of(facts, Costs).Rows.ShouldHaveSingleItem().ShouldBe(["copy", 4, 2, 1, 1, 0, 0, 4, 8, 80m, 160m]);
    }

    [Fact]
    public void Where_nothing_arrived_in_the_period_no_wait_is_known() =>
        FreeCopyReport.Of(Figures.Of(Taken with { Service = ServiceType.Loan }), Costs).Rows.ShouldHaveSingleItem()
            .ShouldBe(["loan", 1, 1, 0, 0, 0, 0, null, null, 150m, 150m]);

    [Fact]
    public void A_copy_that_was_opened_and_followed_by_no_request_saves_as_much()
    {
        var facts = Figures.Of(
            Figures.Supplied("HKU", 4, service: ServiceType.Copy),
            Figures.UnderWay("HKU") with { Service = ServiceType.Copy, FreeCopy = FreeCopyUse.Declined }) with
        {
            Opened = [Opened(ServiceType.Copy), Opened(ServiceType.Copy), Opened(ServiceType.Copy), Opened(ServiceType.Loan)],
        };

        FreeCopyReport.Of(facts, Costs).Rows.ShouldBe(
        [
            ["loan", 0, 0, 0, 0, 1, 1, null, null, 150m, 150m], ["copy", 1, 0, 1, 0, 3, 2, 4, 8, 80m, 160m],
        ]);
    }

    [Fact]
    public void Copies_that_nobody_needed_take_off_no_more_than_were_opened() =>
        FreeCopyReport.Of(Figures.Of(Figures.Supplied("HKU", 4, service: ServiceType.Copy) with { FreeCopy = FreeCopyUse.Declined }), Costs)
            .Rows.ShouldHaveSingleItem().ShouldBe(["copy", 1, 0, 1, 0, 0, 0, 4, 0, 80m, 0m]);

    [Fact]
    public async Task An_opening_is_counted_on_its_day_and_says_nothing_of_anybody()
    {
        var world = await World.InMemoryAsync();
        await using var service = new AService(world, Mishap.None);
        var (opened, today) = (service.Get<OpenedFreeCopies>(), service.Get<ReportService>().Today);

        await opened.CountAsync(ServiceType.Copy, service.Stop);
        await opened.CountAsync(ServiceType.Copy, service.Stop);

        (await opened.OpenedAsync(today, today, service.Stop)).ShouldBe([new(ServiceType.Copy, today), new(ServiceType.Copy, today)]);
        (await opened.OpenedAsync(today.AddDays(1), today.AddDays(60), service.Stop)).ShouldBeEmpty();
        var report = await service.Get<ReportService>().MakeAsync("free-copies", new ReportPeriod(today.AddDays(-40), today), service.Stop);
        report!.Rows.ShouldHaveSingleItem()[5].ShouldBe(2);
        (await service.Get<ClosedRequests>().PlacedAsync(today.AddDays(-40), today, service.Stop)).ShouldBeEmpty();
    }

    private static OpenedFreeCopy Opened(ServiceType service) => new(service, Figures.Today);

    [Fact]
    public void Every_average_is_an_amount_within_reason()
    {
        new CostPolicy().Faults().ShouldBeEmpty();
        new CostPolicy { LoanHkd = -1, CopyHkd = 10_001 }.Faults().Count().ShouldBe(2);
    }

    private static CountedRequest Taken =>
        Figures.Ended(RequestStatus.Cancelled, ReasonCode.ByPatron) with { Service = ServiceType.Copy, FreeCopy = FreeCopyUse.Taken };
}
