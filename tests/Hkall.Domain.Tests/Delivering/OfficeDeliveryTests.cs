using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Returning;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Delivering;

public class OfficeDeliveryTests
{
    private const string Office = "Department of History";

    private static ARequest ForTheOffice =>
        ARequest.Placed(ServiceType.Loan, Book, ["HKU"], group: PatronGroup.NonAcademic, but: order => order with { Office = Office });

    private static ARequest OfStaff => ARequest.Asking("HKU", group: PatronGroup.Academic);

    [Theory]
    [InlineData(PatronGroup.Academic, true)]
    [InlineData(PatronGroup.Research, true)]
    [InlineData(PatronGroup.NonAcademic, true)]
    [InlineData(PatronGroup.Postgraduate, false)]
    [InlineData(PatronGroup.Undergraduate, false)]
    public void Staff_may_have_items_brought_to_their_office_and_students_may_not(PatronGroup group, bool allowed)
    {
        var order = new PlaceRequest
        {
            RequestId = "R-2",
            PatronId = "P-1",
            Group = group,
            Service = ServiceType.Loan,
            Item = Book,
            Rota = [Library("HKU")],
            AcceptTiers = [Tier.Hkall],
            OpenRequests = [],
            Office = Office,
        };

        Refusal? refusal = allowed ? null : Refusal.NotOfficeEligible;
        RefusalOf(PlacingRules.Decide(order, Monday, Rules)).ShouldBe(refusal);
        RefusalOf(ARequest.Asking("HKU", group: group).Decide(new ChooseOffice(Office))).ShouldBe(refusal);
        OfficeDelivery.MayHave(group).ShouldBe(allowed);
    }

    [Fact]
    public void An_item_for_an_office_is_brought_there_when_it_arrives() =>
        Given(ForTheOffice.OnItsWay())
            .When(new ReceiveItem())
            .Then(new ItemReceived(Date("2026-11-30"), LibraryUseOnly: false), new SentToOffice(Office))
            .AndSends(Say(RequestingAction.Received, to: "HKU"), Mail(Notice.OutForDelivery))
            .AndTheMailSays(facts => facts.Office == Office)
            .AndAwaits(DeadlineKind.OfficeDelivery, End("2026-11-25"))
            .AndIs(RequestStatus.OutForDelivery);

    [Fact]
    public void The_office_can_be_chosen_while_the_item_waits_on_the_shelf()
    {
        var sent = Given(OfStaff.OnTheShelf())
            .When(new ChooseOffice(Office))
            .Then(new OfficeChosen(Office), new SentToOffice(Office))
            .AndSends(Mail(Notice.OutForDelivery))
            .AndIs(RequestStatus.OutForDelivery)
            .Request;

        sent.Request.Shelf.ShouldBeNull();
        Given(sent).When(new ChooseOffice("Another office")).IsRefused(Refusal.TooLate);
    }

    [Fact]
    public void The_office_can_be_chosen_and_changed_until_the_item_is_sent_there()
    {
        var chosen = OfStaff.And(new ChooseOffice(Office));

        Given(chosen).When(new ChooseOffice(Office)).IsIgnored("It is to be brought there already.");
        Given(chosen).When(new ChooseOffice("Department of Chinese")).Then(new OfficeChosen("Department of Chinese")).AndSendsNothing();
        Given(OfStaff.OnLoan()).When(new ChooseOffice(Office)).IsRefused(Refusal.TooLate);
    }

    [Fact]
    public void An_item_handed_over_at_the_office_is_checked_out() =>
        Given(ForTheOffice.OnTheShelf()).When(new CheckOutItem()).Then(new ItemCheckedOut(Date("2026-12-23"), Date("2026-11-23")) { RenewalsAllowed = 2 }).AndIs(RequestStatus.OnLoan);

    [Fact]
    public void An_item_that_may_only_be_used_here_never_goes_to_an_office()
    {
        ForTheOffice.ForUseHere().Status.ShouldBe(RequestStatus.LibraryUse);
        Given(ForTheOffice.OnItsWay()).When(new ReceiveItem(LibraryUseOnly: true))
            .AndTheMailSays(facts => facts is { LibraryUseOnly: true, Office: Office })
            .AndIs(RequestStatus.LibraryUse);
        Given(OfStaff.ForUseHere()).When(new ChooseOffice(Office)).IsRefused(Refusal.LibraryUseOnly);
    }

    [Fact]
    public void An_item_comes_back_to_the_counter_when_nobody_is_at_the_office() =>
        Given(ForTheOffice.OnTheShelf())
            .When(new CheckInItem(), at: Noon("2026-11-24"))
            .Then(new ItemReceived(Date("2026-12-01"), LibraryUseOnly: false))
            .AndSends(Mail(Notice.ReadyForPickup))
            .AndTheMailSays(facts => facts.Date == Date("2026-12-01"))
            .AndIs(RequestStatus.ReadyForPickup);

    [Fact]
    public void A_delivery_that_nobody_records_is_chased_and_then_the_item_waits_at_the_counter()
    {
        Given(ForTheOffice.OnTheShelf()).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.OfficeDelivery, 1)).AndSendsNothing();

        var chased = ForTheOffice.OnTheShelf().Waits();
        Given(chased).WhenNobodyDoesAnything()
            .AndSends(Mail(Notice.ReadyForPickup))
            .AndTheMailSays(facts => facts is { Reason.Code: ReasonCode.NotDelivered, Office: Office })
            .AndIs(RequestStatus.ReadyForPickup);
        chased.Waits().Now.ShouldBe(End("2026-11-30"), "within five working days");
    }

    [Fact]
    public void An_item_recalled_on_its_way_to_the_office_goes_back() =>
        Given(ForTheOffice.OnTheShelf())
            .When(new Recall("HKU", "m-20"))
            .Then(new ItemRecalled("HKU", Date("2026-11-30")), new PickupExpired(ReasonCode.Recalled))
            .AndSends(Mail(Notice.Recalled))
            .AndIs(RequestStatus.Returning);

    private static Refusal? RefusalOf(Decision<PatronRequest, RequestEvent> decision) => (decision as Refused<PatronRequest, RequestEvent>)?.Refusal;

    [Fact]
    public void A_copy_is_downloaded_and_not_delivered() =>
        Given(ARequest.Placed(ServiceType.Copy, Article, ["HKU"], group: PatronGroup.Academic)).When(new ChooseOffice(Office)).IsRefused(Refusal.TooLate);
}
