using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.LocalHost.Keeping;
using Hkall.LocalHost.Libraries;
using Hkall.TestKit.Builders;

namespace Hkall.LocalHost.Tests.Libraries;

public sealed class PlanningTests
{
    private static readonly LibraryCalendar Calendar = new(LibraryCalendar.HongKong, Holidays.OfHongKong().Select(holiday => holiday.Date));
    private static readonly LibraryList List = new(BenchFolder.None);

    /// <summary>The names are those of the HTTP contract.</summary>
    [Fact]
    public void Every_scenario_of_the_contract_exists() => Scenarios.AllNames.ShouldBe(
        [
            "loan", "copy", "unfilled", "silent", "will-supply-then-unfilled", "conditional-cost", "library-use-only",
            "loan-not-renewable", "renew-approved", "renew-declined", "renew-silent", "recall", "overdue", "lost-in-transit",
            "cancel-refused", "duplicate-messages", "out-of-order", "bad-signature", "malformed", "http-500", "slow", "library-use-condition",
            "expect-to-supply", "retry-cost", "retry-later", "question",
        ],
        ignoreOrder: true);

    [Theory]
    [InlineData("loan", "CUHK", "will-supply 2026-11-23T09:00, shipped 2026-11-24T10:00 due 2027-02-22")]
    [InlineData("loan", "HKMU", "will-supply 2026-11-24T10:00, shipped 2026-11-25T10:00 due 2027-02-08")]
    [InlineData("loan", "BL", "will-supply 2026-11-24T10:00, shipped 2026-11-26T10:00 due 2027-03-26")]
    [InlineData("slow", "HKMU", "will-supply 2026-11-27T10:00, shipped 2026-12-03T10:00 due 2027-02-16")]
    [InlineData("unfilled", "CUHK", "unfilled 2026-11-23T09:00")]
    [InlineData("will-supply-then-unfilled", "CUHK", "will-supply 2026-11-23T09:00, unfilled 2026-11-24T10:00")]
    [InlineData("out-of-order", "CUHK", "shipped 2026-11-24T10:00 due 2027-02-22, will-supply 2026-11-25T10:00")]
    [InlineData("lost-in-transit", "CUHK", "will-supply 2026-11-23T09:00, shipped 2026-11-24T10:00 due 2027-02-22, lost 2026-12-07T10:00")]
    [InlineData("silent", "CUHK", "")]
    public void A_loan_goes_as_the_scenario_says(string scenario, string symbol, string expected) =>
        Plan(scenario, symbol, RequestingAction.Request, ServiceType.Loan).ShouldBe(expected);

    [Theory]
    [InlineData("copy", "will-supply 2026-11-23T09:00, scan 2026-11-24T10:00")]
    [InlineData("loan", "will-supply 2026-11-23T09:00, scan 2026-11-24T10:00")]
    [InlineData("out-of-order", "copy-ready 2026-11-23T09:00, scan 2026-11-24T10:00, will-supply 2026-11-25T10:00")]
    public void A_copy_goes_as_the_scenario_says(string scenario, string expected) =>
        Plan(scenario, "CUHK", RequestingAction.Request, ServiceType.Copy).ShouldBe(expected);

    [Theory]
    [InlineData("loan", false, "cancelled 2026-11-23T09:00")]
    [InlineData("loan", true, "cancel-declined 2026-11-23T09:00")]
    [InlineData("cancel-refused", false, "cancel-declined 2026-11-23T09:00")]
    [InlineData("silent", false, "")]
    public void A_cancellation_is_agreed_to_until_the_item_has_left(string scenario, bool hasLeft, string expected) =>
        Plan(scenario, "CUHK", RequestingAction.Cancel, ServiceType.Loan, hasLeft).ShouldBe(expected);

    [Fact]
    public void An_item_that_is_back_completes_the_loan_after_the_lenders_working_days() =>
        Plan("loan", "CUHK", RequestingAction.Returned, ServiceType.Loan, hasLeft: true).ShouldBe("completed 2026-11-26T10:00");

    [Fact]
    public void Recalls_and_overdues_follow_the_receipt_of_a_loan_alone()
    {
        Plan("recall", "CUHK", RequestingAction.Received, ServiceType.Loan).ShouldBe("recalled 2026-11-30T10:00 due 2026-12-07");
        Plan("overdue", "CUHK", RequestingAction.Received, ServiceType.Loan).ShouldBe("overdue 2026-12-09T10:00");
        Plan("recall", "CUHK", RequestingAction.Received, ServiceType.Copy).ShouldBe("");
        Plan("loan", "CUHK", RequestingAction.Received, ServiceType.Loan).ShouldBe("");
    }

    [Fact]
    public void No_step_falls_on_a_holiday() =>
        Planned("loan", "CUHK", RequestingAction.Request, ServiceType.Loan, false, Times.At("2026-12-24T15:00:00+08:00"))[1].Due.ShouldBe(
            Times.At("2026-12-28T10:00:00+08:00"));

    [Fact]
    public void Renewals_are_answered_as_the_scenario_says()
    {
        Renewal("loan").ShouldBe([News.Renewed]);
        Renewal("renew-approved").ShouldBe([News.Renewed]);
        Renewal("renew-declined").ShouldBe([News.RenewalDeclined]);
        Renewal("loan-not-renewable").ShouldBe([News.RenewalDeclined]);
        Renewal("renew-silent").ShouldBeEmpty();
        Renewal("silent").ShouldBeEmpty();
    }

    [Fact]
    public void The_steps_of_a_request_have_ids_of_their_own_that_stay_the_same()
    {
        var steps = Planned("loan", "CUHK", RequestingAction.Request, ServiceType.Loan, false, Times.Monday);
        steps.Select(step => step.MessageId).ShouldBe(["CUHK-r1-1", "CUHK-r1-2"]);
    }

    private static IEnumerable<News> Renewal(string scenario) => Scenarios.Find(scenario)!.Renew.Select(step => step.News);

    private static string Plan(string scenario, string symbol, RequestingAction word, ServiceType service, bool hasLeft = false) => string.Join(
        ", ",
        Planned(scenario, symbol, word, service, hasLeft, Times.Monday).Select(step =>
            $"{Names.Of(step.News)} {TimeZoneInfo.ConvertTime(step.Due, LibraryCalendar.HongKong):yyyy-MM-ddTHH:mm}{(step.DueOn is { } due ? $" due {due:yyyy-MM-dd}" : "")}"));

    private static IReadOnlyList<PlannedStep> Planned(
        string scenario, string symbol, RequestingAction word, ServiceType service, bool hasLeft, DateTimeOffset now)
    {
        var steps = Planning.Reaction(Scenarios.Find(scenario)!, word, service, hasLeft).Steps;
        return Planning.Plan(List.Find(symbol)!, "r1", Scenarios.Find(scenario)!, steps, 1, now, Calendar);
    }
}
