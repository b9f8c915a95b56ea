using Hkall.Domain.Charging;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Supplying;

/// <summary>A library would supply on conditions that bind our desk: staff decide, and the days for it are counted.</summary>
public class ConditionsTests
{
    private static ARequest Conditioned => ARequest.Asking("HKU", then: "CUHK").Conditioned();

    [Fact]
    public void Staff_are_asked_about_conditions_and_the_library_stays_the_one_asked()
    {
        var outcome = Given(ARequest.Asking("HKU", then: "CUHK")).When(new Conditional("HKU", "m-1", ReasonCode.SignatureRequired));

        outcome.AndSendsNothing().AndIs(RequestStatus.Sourcing).AndAwaits(DeadlineKind.Conditions, End("2026-11-25"));
        outcome.Request.Request.Conditions.ShouldNotBeNull().Conditions.ShouldBe([ReasonCode.SignatureRequired]);
        outcome.Request.Supplier.ShouldBe("HKU");
        DeadlineKind.Conditions.ResponsibleParty().ShouldBe(ResponsibleParty.Staff);
    }

    [Fact]
    public void Accepted_conditions_make_it_a_promise()
    {
        Given(Conditioned).When(new DecideConditions(Accept: true))
            .Then(new ConditionsAccepted("HKU"), Promised("HKU"))
            .AndSends(Say(RequestingAction.AcceptCondition, "HKU"), Mail(Notice.ItemExpected))
            .AndIs(RequestStatus.Expected)
            .Request.Request.Conditions.ShouldBeNull();
    }

    [Fact]
    public void The_next_library_is_asked_when_staff_decline_the_conditions() =>
        Given(Conditioned).When(new DecideConditions(Accept: false))
            .Then(new ConditionsDeclined("HKU", ReasonCode.ByStaff), new SupplierPassedOver("HKU", ReasonCode.ConditionsDeclined), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, "HKU"), Say(RequestingAction.Request, "CUHK"));

    [Fact]
    public void The_next_library_is_asked_when_nobody_decides_on_conditions_in_time() =>
        Given(Conditioned).WhenNobodyDoesAnything()
            .Then(new ConditionsDeclined("HKU", ReasonCode.NoAnswer), new SupplierPassedOver("HKU", ReasonCode.ConditionsDeclined), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Cancel, "HKU"), Say(RequestingAction.Request, "CUHK"));

    [Fact]
    public void Over_long_holidays_the_days_to_decide_have_an_end_all_the_same()
    {
        // The Lunar New Year of 2026: no working day from Tuesday to Thursday.
        var before = ARequest.Asking("HKU", then: "CUHK", at: Noon("2026-02-16")).Conditioned();

        (before.Awaited.At - before.Now).ShouldBeLessThanOrEqualTo(TimeSpan.FromDays(6));
    }

    [Fact]
    public void The_same_conditions_said_again_give_no_more_time_and_others_do()
    {
        Given(Conditioned)
            .When(new Conditional("HKU", "m-2", ReasonCode.NoReproduction) { Others = [ReasonCode.NoReproduction] }, at: Noon("2026-11-24"))
            .IsIgnored("Staff are looking at these conditions.");

        Given(Conditioned)
            .When(new Conditional("HKU", "m-2", ReasonCode.SignatureRequired), at: Noon("2026-11-24")).AndAwaits(DeadlineKind.Conditions, End("2026-11-26"));
        Given(Conditioned).When(new SupplyExpected("HKU", "m-2")).IsIgnored("Staff have yet to decide on its conditions.");
    }

    [Fact]
    public void A_charge_named_with_conditions_is_the_patrons_to_accept_once_staff_have_accepted_them()
    {
        var accepted = Given(ARequest.Asking("HKU", then: "CUHK").Conditioned(Charge)).When(new DecideConditions(Accept: true));

        accepted.Then(new ConditionsAccepted("HKU"), new CostQuoted("HKU", Charge, Date("2026-11-30")) { AfterConditions = true })
            .AndSends(Mail(Notice.CostDecision)).AndIs(RequestStatus.AwaitingCostDecision);
        Given(accepted.Request).When(new DecideConditions(Accept: true)).IsRefused(Refusal.NothingToDecide);
        Given(accepted.Request).When(new DecideCost(Accept: true, Cost: null)).AndIs(RequestStatus.Expected);
    }

    [Fact]
    public void A_library_that_had_promised_is_believed_again_without_a_second_mail()
    {
        Given(ARequest.Asking("HKU", then: "CUHK").Promised().Conditioned()).When(new DecideConditions(Accept: true))
            .AndSends(Say(RequestingAction.AcceptCondition, "HKU"))
            .AndIs(RequestStatus.Expected);
        Given(ARequest.Asking("HKU", then: "CUHK").Promised().Conditioned()).When(new DecideConditions(Accept: false))
            .AndSends(Say(RequestingAction.Cancel, "HKU"), Say(RequestingAction.Request, "CUHK"), Mail(Notice.Delayed));
    }

    [Fact]
    public void With_nothing_to_decide_there_is_nothing_to_accept() =>
        Given(ARequest.Asking("HKU")).When(new DecideConditions(Accept: true)).IsRefused(Refusal.NothingToDecide);
}
