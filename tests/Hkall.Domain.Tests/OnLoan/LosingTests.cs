using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.OnLoan;

public class LosingTests
{
    [Fact]
    public void A_loss_is_told_to_the_patron_and_to_the_lender() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new DeclareLost("left on a train"))
            .Then(new NoteAdded("staff", "left on a train"),
                Charged(LedgerKind.Replacement, 500), Charged(LedgerKind.Processing, 100), new ItemLost(ReasonCode.DeclaredByStaff))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Mail(Notice.Lost), Record(1), Record(2))
            .AndIsClosed(RequestStatus.Lost, ReasonCode.DeclaredByStaff);

    [Fact]
    public void A_lost_item_that_is_found_takes_the_request_up_again_and_goes_back() =>
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost())
            .When(new CheckInItem())
            .Then(new FeeTakenOff(1, Money.Hkd(500), ReasonCode.Found), new ItemCheckedIn(ReasonCode.Found))
            .AndSends(Mail(Notice.Returned), Record(3))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.Found)
            .AndAwaits(DeadlineKind.SendingBack, End("2026-11-25"));

    [Fact]
    public void An_item_lost_on_its_way_back_and_found_can_be_sent_back_again()
    {
        var found = ARequest.Asking("HKU").GivenBack().SentBack().DeclaredLost().CheckedIn();

        found.Request.ClosedAt.ShouldBeNull();
        found.SentBack().BackWithItsLender().Status.ShouldBe(RequestStatus.Completed);
    }

    [Fact]
    public void A_lost_item_that_its_lender_has_again_is_no_longer_the_patrons_loss() =>
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost())
            .When(new LenderReceived("HKU", "m-9"))
            .Then(new FeeTakenOff(1, Money.Hkd(500), ReasonCode.Found), new LoanCompleted(ReasonCode.ReturnedToLender))
            .AndSends(Mail(Notice.Returned), Record(3))
            .AndIsClosed(RequestStatus.Completed, ReasonCode.ReturnedToLender);

    [Fact]
    public void A_patron_who_gave_the_item_back_is_not_worried_with_its_loss()
    {
        Given(ARequest.Asking("HKU").GivenBack())
            .When(new DeclareLost("missing from the trolley"))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"))
            .AndIs(RequestStatus.Lost);
        Given(ARequest.Asking("HKU").GivenBack().SentBack())
            .When(new LenderLost("HKU", "m-9"))
            .Then(new ItemLost(ReasonCode.LostOnTheWayBack))
            .AndSendsNothing();
    }

    [Fact]
    public void A_parcel_that_staff_declare_lost_is_asked_for_elsewhere() =>
        Given(ARequest.Asking("HKU", then: "CUHK").OnItsWay())
            .When(new DeclareLost("the courier says so"))
            .Then(new NoteAdded("staff", "the courier says so"), new SupplierPassedOver("HKU", ReasonCode.LostInTransit), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Lost, to: "HKU"), Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed));

    [Fact]
    public void A_parcel_that_its_lender_declares_lost_is_asked_for_elsewhere() =>
        Given(ARequest.Asking("HKU", then: "CUHK").OnItsWay())
            .When(new LenderLost("HKU", "m-9"))
            .Then(new SupplierPassedOver("HKU", ReasonCode.LostInTransit), Asked("CUHK"))
            .AndSends(Say(RequestingAction.Request, to: "CUHK"), Mail(Notice.Delayed));

    [Fact]
    public void A_parcel_that_nobody_waits_for_is_not_asked_for_elsewhere() =>
        Given(ARequest.Asking("HKU", then: "CUHK").CancelAsked().Waits().Shipped())
            .When(new LenderLost("HKU", "m-9"))
            .Then(new ItemLost(ReasonCode.LostInTransit))
            .AndSendsNothing()
            .AndIsClosed(RequestStatus.Lost, ReasonCode.LostInTransit);

    [Fact]
    public void A_loss_that_the_lender_reports_while_the_patron_has_the_item_is_for_staff_to_clear_up() =>
        Given(ARequest.Asking("HKU").OnLoan()).When(new LenderLost("HKU", "m-9")).IsIgnored("The item is here or with the patron; staff see to it.");

    [Fact]
    public void Damage_is_put_on_record_and_told_to_the_lender_and_the_loan_goes_on() =>
        Given(ARequest.Asking("HKU").OnLoan())
            .When(new DeclareDamaged("coffee on page 12"))
            .Then(new ItemDamaged("coffee on page 12"))
            .AndSends(Say(RequestingAction.Damaged, to: "HKU"))
            .AndIs(RequestStatus.OnLoan);

    [Fact]
    public void The_lender_reads_how_its_item_was_damaged_whether_it_came_so_or_goes_back_so()
    {
        foreach (var request in (ARequest[])[ARequest.Asking("HKU").OnItsWay(), ARequest.Asking("HKU").OnTheShelf(), ARequest.Asking("HKU").GivenBack()])
        {
            Given(request)
                .When(new DeclareDamaged("The spine is broken.")).Effects.ShouldBe(
                    [new MessageSupplier("HKU", RequestingAction.Damaged, "The spine is broken.")]);
        }
    }

    [Fact]
    public void Nothing_is_lost_that_was_never_lent()
    {
        Given(ARequest.Asking("HKU")).When(new DeclareLost("?")).IsRefused(Refusal.NothingToLose);
        Given(ARequest.AskingForACopy("HKU").ReadyToDownload()).When(new DeclareDamaged("?")).IsRefused(Refusal.NothingToLose);
        Given(ARequest.Asking("HKU").OnLoan().DeclaredLost()).When(new DeclareLost("?")).IsRefused(Refusal.AlreadyClosed);
    }

    private static FeeCharged Charged(LedgerKind kind, int dollars) => new(kind, Money.Hkd(dollars), ReasonCode.DeclaredByStaff);
}
