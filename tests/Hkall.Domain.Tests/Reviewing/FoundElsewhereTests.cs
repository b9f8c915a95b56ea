using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Model;
using Hkall.Domain.Renewing;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Reviewing;

/// <summary>Staff may get an item from a library or a shop that is no partner.</summary>
public class FoundElsewhereTests
{
    private static RecordFoundElsewhere Found => new("The Bookshop", Tier.Hkall, AnAsking, Money.Hkd(80), Date("2027-01-29"));

    [Fact]
    public void What_staff_found_elsewhere_is_expected_from_there()
    {
        var found = Given(ARequest.Asking("HKU").Declined())
            .When(Found)
            .Then(
                new FoundElsewhere("~1", "The Bookshop", Tier.Hkall, AnAsking) { Cost = Money.Hkd(80), DueOn = Date("2027-01-29") },
                Promised("~1"))
            .AndSends(Mail(Notice.ItemExpected))
            .AndIs(RequestStatus.Expected)
            .Request.Request;

        (found.Supplier?.Name, found.AcceptedCost).ShouldBe(("The Bookshop", Money.Hkd(80)));
    }

    [Fact]
    public void The_library_asked_now_is_told_that_it_is_not_waited_for() =>
        Given(ARequest.Asking("HKU")).When(Found).AndSends(Say(RequestingAction.Cancel, to: "HKU"), Mail(Notice.ItemExpected));

    [Fact]
    public void A_library_that_was_to_be_asked_by_hand_is_passed_over() =>
        Given(ARequest.ToAskByHand("HKPL"))
            .When(Found)
            .AndSends(Mail(Notice.ItemExpected))
            .Request.Request.Rota[0].WasAsked.ShouldBeFalse();

    [Fact]
    public void The_item_is_received_like_any_other_and_due_as_staff_noted()
    {
        var received = ARequest.Asking("HKU").And(Found).And(new ReceiveItem());

        (received.Status, received.Request.Loan?.LenderDueOn).ShouldBe((RequestStatus.ReadyForPickup, Date("2027-01-29")));
        received.Request.Supplier?.Symbol.ShouldBe("~1");
    }

    [Fact]
    public void A_place_outside_the_directory_is_not_measured() =>
        ARequest.Asking("HKU").And(Found).Decide(new ReceiveItem()).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>()
            .Effects.OfType<MeasureTurnaround>().ShouldBeEmpty();

    [Fact]
    public void A_scan_from_elsewhere_is_supplied_by_staff() =>
        Given(ARequest.AskingForACopy("HKU").And(Found)).When(new SupplyScan(TheScan)).AndIs(RequestStatus.ReadyToDownload);

    [Fact]
    public void A_renewal_is_asked_for_there_by_staff() =>
        Given(ARequest.Asking("HKU").And(Found).And(new ReceiveItem()).And(new CheckOutItem()))
            .When(new RenewLoan(Blocked: null))
            .Request.Request.ToTell.ShouldBe([new WordToTell(1, "~1", RequestingAction.Renew)]);

    [Fact]
    public void Two_places_have_two_symbols() =>
        ARequest.Asking("HKU").And(Found).And(new AskNextSupplier(ReasonCode.PassedOverByStaff)).And(Found).Request.Supplier?.Symbol.ShouldBe("~2");

    [Fact]
    public void Nothing_is_found_elsewhere_for_a_request_that_is_supplied_promised_or_closed()
    {
        Given(ARequest.Asking("HKU").Promised()).When(Found).IsRefused(Refusal.AlreadyPromised);
        Given(ARequest.Asking("HKU").OnLoan()).When(Found).IsRefused(Refusal.TooLate);
        Given(ARequest.Asking("HKU").CancelAsked()).When(Found).IsRefused(Refusal.TooLate);
        Given(ARequest.Asking("HKU").CancelAsked().CancelConfirmed()).When(Found).IsRefused(Refusal.AlreadyClosed);
    }

    [Fact]
    public void A_copy_is_declared_first() =>
        Given(ARequest.Placed(ServiceType.Copy, Article, ["HKU"], but: order => order with { ReviewWhy = ReasonCode.Incomplete, Declaration = null }))
            .When(Found)
            .IsRefused(Refusal.DeclarationRequired);

    [Fact]
    public void The_table_of_privileges_holds_elsewhere_too() =>
        Given(ARequest.Asking("HKU")).When(Found with { Tier = Tier.Overseas }).IsRefused(Refusal.NotEligible);
}
