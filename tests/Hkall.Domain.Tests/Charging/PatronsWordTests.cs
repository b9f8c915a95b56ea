using Hkall.Domain.Charging;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Charging;

/// <summary>A charge is the patron's to decide on; staff act on the patron's word, and the record says so.</summary>
public class PatronsWordTests
{
    private static ARequest Quoted => ARequest.Asking("HKU", then: "CUHK").Quoted();

    [Fact]
    public void Staff_do_not_accept_a_charge_with_the_button_for_conditions()
    {
        Given(Quoted).When(new DecideConditions(Accept: true)).IsRefused(Refusal.NothingToDecide);
        Given(Quoted).When(new DecideConditions(Accept: false)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void An_old_page_that_showed_conditions_does_not_accept_the_charge_of_the_next_library()
    {
        var next = ARequest.Asking("HKU", then: "CUHK").Conditioned().Declined().Quoted(Money.Hkd(3_000));

        next.Supplier.ShouldBe("CUHK");
        Given(next).When(new DecideConditions(Accept: true)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void What_staff_accept_on_the_patrons_word_is_recorded_as_that()
    {
        var accepted = Given(Quoted).When(new DecideCost(Accept: true, Charge, AWord))
            .Then(new CostAccepted("HKU", Charge, ReasonCode.ByStaff) { Word = AWord }, Promised("HKU"));

        accepted.AndSends(Say(RequestingAction.AcceptCost, to: "HKU"), Mail(Notice.ItemExpected)).AndIs(RequestStatus.Expected);
    }

    [Fact]
    public void What_staff_decline_on_the_patrons_word_is_recorded_as_that() =>
        Given(Quoted).When(new DecideCost(Accept: false, Charge, AWord))
            .Then(
                new CostDeclined("HKU", Charge, ReasonCode.ByStaff) { Word = AWord },
                new SupplierPassedOver("HKU", ReasonCode.ChargeDeclined),
                Asked("CUHK"));

    [Fact]
    public void The_patrons_word_is_about_the_charge_that_they_were_told() =>
        Given(Quoted.Quoted(Money.Hkd(600))).When(new DecideCost(Accept: true, Charge, AWord)).IsRefused(Refusal.PriceChanged);
}
