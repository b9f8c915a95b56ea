using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Reports;
using static Hkall.Service.Tests.Reports.Figures;

namespace Hkall.Service.Tests.Reports;

/// <summary>Each report on a handful of requests that can be counted by hand.</summary>
public class ReportsTests
{
    [Fact]
    public void Half_arrived_within_the_first_figure_and_nine_in_ten_within_the_second()
    {
        var report = DeliveryReports.Turnaround(Of([.. Enumerable.Range(1, 10).Select(days => Supplied("CUHK", days, took: days - 1))]));

        report.Rows.ShouldBe([["loan", "hkall", "all", 10, 5, 9, 4, 8], ["loan", "hkall", "CUHK", 10, 5, 9, 4, 8]]);
    }

    [Fact]
    public void The_turnaround_of_each_library_stands_below_that_of_its_tier()
    {
        var report = DeliveryReports.Turnaround(
            Of(Supplied("HKU", 2), Supplied("CUHK", 6), Supplied("CUHK", 8), Ended(RequestStatus.Unfilled, ReasonCode.NoLibraryLeft)));

        report.Rows.Select(row => (row[2], row[3], row[4])).ShouldBe([("all", 3, 6), ("CUHK", 2, 6), ("HKU", 1, 2)]);
    }

    [Fact]
    public void An_item_that_came_on_the_last_day_named_came_in_time()
    {
        var promise = new Estimate(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 30));

        var report = DeliveryReports.Promises(
            Of(Supplied("HKU", 2, promise: promise),
                Supplied("HKU", 3, promise: promise), Supplied("HKU", 7, promise: promise), Supplied("HKU", 8, promise: promise)));

        report.Rows.ShouldBe([["loan", "hkall", 4, 1, 2, 1, 75.0m]]);
    }

    [Fact]
    public void The_fill_rate_is_of_what_was_supplied_or_could_not_be_and_of_nothing_else()
    {
        var report = FillingReports.FillRate(Of(
            Supplied("HKU", 2, group: PatronGroup.Academic),
            Supplied("HKU", 2, group: PatronGroup.Academic),
            Ended(RequestStatus.Unfilled, ReasonCode.NoLibraryLeft),
            Ended(RequestStatus.Cancelled, ReasonCode.ByPatron),
            UnderWay("HKU")));

        report.Rows.ShouldBe([["loan", "all", 5, 2, 1, 1, 1, 66.7m], ["loan", "academic", 5, 2, 1, 1, 1, 66.7m]]);
    }

    [Fact]
    public void No_fill_rate_is_shown_when_nothing_is_decided_yet() =>
        FillingReports.FillRate(Of(UnderWay("HKU"))).Rows[0][^1].ShouldBeNull();

    [Fact]
    public void A_library_that_is_still_being_asked_is_neither_better_nor_worse_for_it()
    {
        var report = FillingReports.Libraries(Of(
            Supplied("HKU", 2),
            Ended(RequestStatus.Unfilled,
                ReasonCode.NoLibraryLeft, new AskedLibrary("HKU", Tier.Hkall, ReasonCode.Silent), new AskedLibrary("CUHK", Tier.Hkall, ReasonCode.NotOnShelf)),
                UnderWay("HKU")));

        report.Rows.ShouldBe([["CUHK", "hkall", 1, 0, 0, 0, 1, 0, 0m], ["HKU", "hkall", 3, 1, 1, 1, 0, 0, 50.0m]]);
    }

    [Fact]
    public void A_promise_is_kept_where_the_item_came_and_broken_where_it_did_not_unless_we_let_it_go()
    {
        var promised = new AskedLibrary("HKU", Tier.Hkall, null) { Promised = true };
        var report = PromiseReport.Of(Of(
            Supplied("HKU", 2) with { Asked = [promised] },
            Supplied("HKU", 3) with { Asked = [promised] },
            Supplied("CUHK", 5) with { Asked = [promised with { Why = ReasonCode.PromiseNotKept }, new AskedLibrary("CUHK", Tier.Hkall, null)] },
            Ended(RequestStatus.Cancelled, ReasonCode.ByPatron, promised with { Why = ReasonCode.Closed }),
            UnderWay("HKU") with { Asked = [promised] },
            Ended(RequestStatus.Unfilled, ReasonCode.NoLibraryLeft, new AskedLibrary("HKU", Tier.Hkall, ReasonCode.Silent))));

        report.Rows.ShouldBe(
            [["HKU", "hkall", 5, 2, 1, 1, 1, 66.7m]], "A library that supplied without a promise has none to keep, and one that was silent has broken none.");
    }

    [Fact]
    public void Reasons_are_those_of_the_requests_first_and_then_those_of_the_libraries()
    {
        var report = FillingReports.Unfilled(Of(
            Ended(RequestStatus.Unfilled,
                ReasonCode.NoLibraryLeft, new AskedLibrary("HKU", Tier.Hkall, ReasonCode.Silent), new AskedLibrary("CUHK", Tier.Hkall, ReasonCode.Silent)),
            Ended(RequestStatus.Cancelled, ReasonCode.ByPatron),
            Ended(RequestStatus.Cancelled, ReasonCode.ByPatron),
            Supplied("HKU", 3)));

        report.Rows.ShouldBe([["request", "no-library-left", 1], ["cancelled", "by-patron", 2], ["library", "silent", 2]]);
    }

    [Fact]
    public void A_request_that_its_patron_cancelled_is_nobodys_refusal()
    {
        var facts = Of(
            Ended(RequestStatus.Cancelled, ReasonCode.SupplierSilent, new AskedLibrary("HKU", Tier.Hkall, ReasonCode.Closed)),
            Supplied("HKU", 2));

        FillingReports.Libraries(facts).Rows.ShouldBe([["HKU", "hkall", 2, 1, 0, 0, 0, 1, 100m]]);
        FillingReports.Unfilled(facts).Rows.ShouldBe([["cancelled", "supplier-silent", 1]]);
    }

    [Fact]
    public void An_item_recalled_before_its_patron_had_it_is_unfilled_and_under_way_no_more()
    {
        var promised = new AskedLibrary("HKU", Tier.Hkall, null) { Promised = true };
        var onItsWay = Ended(RequestStatus.Completed, ReasonCode.LenderReceived, promised) with { Recalled = true };
        var onTheShelf = onItsWay with { ArrivedOn = new DateOnly(2026, 11, 26), NeverHad = true };
        var facts = Of(onItsWay, onTheShelf);

        FillingReports.FillRate(facts).Rows[0].ShouldBe(["loan", "all", 2, 0, 2, 0, 0, 0m]);
        FillingReports.Unfilled(facts).Rows.ShouldBe([["request", "recalled", 2], ["library", "recalled", 2]]);
        FillingReports.Libraries(facts).Rows.ShouldBe([["HKU", "hkall", 2, 0, 0, 0, 2, 0, 0m]]);
        PromiseReport.Of(facts).Rows.ShouldBe([["HKU", "hkall", 2, 0, 2, 0, 0, 0m]]);
    }

    [Fact]
    public void A_parcel_for_nobody_that_went_straight_back_is_a_cancelled_request()
    {
        var facts = Of(Ended(RequestStatus.Completed, ReasonCode.LenderReceived, new AskedLibrary("HKU", Tier.Hkall, null)));

        FillingReports.FillRate(facts).Rows[0].ShouldBe(["loan", "all", 1, 0, 0, 1, 0, null]);
        FillingReports.Libraries(facts).Rows.ShouldBe([["HKU", "hkall", 1, 0, 0, 0, 0, 1, null]]);
    }

    [Fact]
    public void Demand_is_counted_by_group_whatever_became_of_it()
    {
        var report = FillingReports.Demand(
            Of(Supplied("HKU", 1), Supplied("HKU", 1, service: ServiceType.Copy), UnderWay("HKU"), Ended(RequestStatus.Lost, ReasonCode.Lost)));

        report.Rows.ShouldBe([["academic", 2, 0, 2, 50.0m], ["undergraduate", 1, 1, 2, 50.0m]]);
    }

    [Fact]
    public void The_quota_report_names_nobody_and_counts_who_is_near_the_limit()
    {
        var policy = new Policy { OpenRequests = Enum.GetValues<PatronGroup>().ToDictionary(group => group, _ => 5) };

        var report = BacklogReports.Quota(Now([.. Open("one", 4), .. Open("two", 5), .. Open("three", 1)]), policy);

        report.Rows.Single(row => (string?)row[0] == "undergraduate").ShouldBe(["undergraduate", 3, 10, 4, 5, 5, 1, 1]);
        report.Rows.Single(row => (string?)row[0] == "academic").ShouldBe(["academic", 0, 0, null, null, 5, 0, 0]);
        report.Rows.SelectMany(row => row).ShouldNotContain("one");
    }

    [Fact]
    public void An_item_due_today_is_late_from_tomorrow()
    {
        var report = BacklogReports.Overdue(Now(Late(0), Late(1), Late(7), Late(8), Late(31, recalled: true)));

        report.Rows.ShouldBe([["1-7", 2, 0], ["8-14", 1, 0], ["15-30", 0, 0], ["31+", 1, 1]]);
    }

    private static IEnumerable<PatronRequest> Open(string patron, int count) =>
        Enumerable.Range(0, count).Select(_ => ARequest(patron, RequestStatus.Sourcing));

    private static PatronRequest Late(int days, bool recalled = false) =>
        ARequest("p", recalled ? RequestStatus.Recalled : RequestStatus.Overdue) with { Loan = new Loan { DueOn = Today.AddDays(-days), Recalled = recalled } };

    private static PatronRequest ARequest(string patron, RequestStatus status) => new()
    {
        Id = "R",
        PatronId = patron,
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Loan,
        Item = new Item { Title = "紅樓夢" },
        PlacedAt = new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.FromHours(8)),
        Status = status,
        Rota = [],
    };
}
