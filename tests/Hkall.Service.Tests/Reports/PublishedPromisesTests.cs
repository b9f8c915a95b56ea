using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Service.Policies;
using Hkall.Service.Reports;
using static Hkall.Service.Tests.Reports.Figures;

namespace Hkall.Service.Tests.Reports;

/// <summary>What everybody may read of what was promised and kept.</summary>
public sealed class PublishedPromisesTests
{
    private static readonly LibraryCalendar Calendar = PolicyFile.RuleBookOf(PolicyFile.Default()).Calendar;

    /// <summary>From Monday 23 November: the last day named is the Friday of the same week, four working days later.</summary>
    private static readonly Estimate ByFriday = new(new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27));

    [Fact]
    public void Half_and_nine_of_ten_and_what_was_kept_stand_on_the_requests_that_arrived()
    {
        var promises = Published([.. Enumerable.Range(1, 10).Select(days => Supplied("CUHK", days, promise: ByFriday))]);

        var loans = promises.Rows.Single(row => row is { Service: ServiceType.Loan, Tier: Tier.Hkall });
        loans.ShouldBe(new PromiseKept(ServiceType.Loan, Tier.Hkall, 10, 4, 5, 9, 40.0m));
        promises.Rows.Count.ShouldBe(Enum.GetValues<ServiceType>().Length * Enum.GetValues<Tier>().Length);
        promises.Rows.Where(row => row != loans).ShouldAllBe(row => !row.IsKnown && row.Requests == null);
    }

    [Fact]
    public void Too_few_requests_say_nothing_not_even_how_many_they_are()
    {
        var promises = Published([.. Enumerable.Range(1, PromisesKept.Fewest - 1).Select(days => Supplied("CUHK", days, promise: ByFriday))]);

        promises.Rows.ShouldAllBe(row => row.Requests == null && row.Half == null && row.Kept == null);
    }

    [Fact]
    public void Without_estimates_there_is_a_time_and_no_promise()
    {
        var loans = Published([.. Enumerable.Range(1, 12).Select(_ => Supplied("CUHK", 3)), Supplied("CUHK", 3, promise: ByFriday)]).Rows[0];

        (loans.Requests, loans.Half, loans.Promised, loans.Kept).ShouldBe((13, 3, null, null));
    }

    [Fact]
    public void What_arrived_before_the_twelve_months_or_did_not_arrive_does_not_count()
    {
        CountedRequest[] old = [.. Enumerable.Range(1, 10).Select(_ => Supplied("CUHK", 2) with { ArrivedOn = new DateOnly(2025, 12, 31) })];
        CountedRequest[] unfilled = [.. Enumerable.Range(1, 10).Select(_ => Ended(RequestStatus.Unfilled, ReasonCode.NoLibraryLeft))];

        Published([.. old, .. unfilled]).Rows.ShouldAllBe(row => !row.IsKnown);
    }

    [Fact]
    public void How_often_the_last_day_named_held_is_told_by_month()
    {
        var report = EstimateReport.Of(Of(
            Supplied("HKU", 2, promise: ByFriday), Supplied("HKU", 4, promise: ByFriday), Supplied("HKU", 9, promise: ByFriday), Supplied("HKU", 9),
            Supplied("HKU", 2, promise: ByFriday) with { PlacedOn = new DateOnly(2026, 10, 5) }));

        report.Rows.ShouldBe([["2026-11", "loan", "hkall", 3, 1, 66.7m], ["2026-10", "loan", "hkall", 1, 0, 100m]]);
    }

    private static PromisesKept Published(CountedRequest[] closed) => PromisesKept.Of(closed, new DateOnly(2026, 1, 1), Today, Calendar);
}
