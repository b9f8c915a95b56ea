using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Escalating;

/// <summary>When nobody is left to ask, staff look for another way before the request is closed.</summary>
public class FurtherSearchTests
{
    private static ARequest NobodyLeft => ARequest.Asking("HKU").Declined();

    [Fact]
    public void Staff_add_a_library_that_no_catalogue_named_and_send_the_request_on()
    {
        var found = Given(NobodyLeft)
            .When(new AddLibrary(Library("CUHK"))).Then(new LibraryAdded(Library("CUHK"), AwaitsConsent: false)).AndSendsNothing().Request;

        Given(found).When(new ApproveRequest()).Then(new RequestApproved(), Asked("CUHK")).AndSends(Say(RequestingAction.Request, to: "CUHK"));
        Given(found).When(new AddLibrary(Library("CUHK"))).IsIgnored("It is on the list already.");
    }

    [Fact]
    public void A_library_of_a_tier_that_the_patron_did_not_allow_is_offered_to_them_first()
    {
        var hkallAlone = ARequest.Placed(ServiceType.Loan, Book, ["HKU"], group: PatronGroup.Research, but: order => order with { AcceptTiers = [Tier.Hkall] })
            .Declined();
        var offered = hkallAlone.And(new AddLibrary(Library("OXFORD", Tier.Overseas))).Approved();

        offered.Request.Offer.ShouldNotBeNull().Ways[0].Way.ShouldBe(Alternative.Overseas);
        Given(offered).When(new ApproveRequest()).IsIgnored("The patron is being asked.");
        Given(offered).When(new DecideOffer(Alternative.Overseas)).Then(new OfferAccepted(Alternative.Overseas), Asked("OXFORD"));
    }

    [Fact]
    public void A_declined_tier_is_offered_again_only_when_staff_found_a_library_there()
    {
        var refused = ARequest.Placed(ServiceType.Loan, Book, ["HKU"], group: PatronGroup.Research, but: order => order with
        {
            AcceptTiers = [Tier.Hkall],
            Rota = [.. order.Rota, Library("OXFORD", Tier.Overseas)],
        }).Declined().And(new DecideOffer(Way: null));

        Given(refused).When(new ApproveRequest()).IsRefused(Refusal.NobodyToAsk);
        refused.And(new AddLibrary(Library("BL", Tier.Overseas)))
            .Approved().Request.Offer.ShouldNotBeNull().Ways.Select(offered => offered.Way).ShouldContain(Alternative.Overseas);
    }

    [Fact]
    public void Nobody_is_asked_twice_and_nobody_from_where_the_group_may_not_borrow()
    {
        Given(NobodyLeft).When(new AddLibrary(Library("HKU"))).IsRefused(Refusal.AlreadyAsked);
        Given(NobodyLeft).When(new AddLibrary(Library("OXFORD", Tier.Overseas))).IsRefused(Refusal.NotEligible);
    }

    [Fact]
    public void A_request_has_sixteen_libraries_at_most()
    {
        var full = Enumerable.Range(1, RotaLists.MostLibraries - 1)
            .Aggregate(NobodyLeft, (listed, number) => listed.And(new AddLibrary(Library($"LIB{number}"))));

        RotaLists.MostLibraries.ShouldBe(16);
        Given(full).When(new AddLibrary(Library("ONEMORE"))).IsRefused(Refusal.RotaFull);
    }

    [Fact]
    public void A_corrected_item_is_asked_of_new_holders_and_of_nobody_twice()
    {
        var corrected = NobodyLeft.And(new EditRequest(Book with { Edition = "2nd" }, [Library("HKU"), Library("CUHK")]));

        corrected.Request.Rota.Select(entry => (entry.Symbol, entry.Standing)).ShouldBe([("HKU", RotaStatus.PassedOver), ("CUHK", RotaStatus.Waiting)]);
        Given(corrected).When(new ApproveRequest()).Then(new RequestApproved(), Asked("CUHK"));
    }

    [Fact]
    public void Staff_close_it_and_the_mail_names_what_can_be_done_instead()
    {
        Given(NobodyLeft)
            .When(new GiveUpSearch())
            .Then(new RotaExhausted())
            .AndSends(Mail(Notice.Unfilled))
            .AndTheMailSays(facts => facts.Reason == ReasonCode.NoLibraryLeft && facts.Ways!.Single().Way == Alternative.Copy)
            .AndIsClosed(RequestStatus.Unfilled, because: ReasonCode.NoLibraryLeft);
        Given(NobodyLeft.GivenUp()).When(new GiveUpSearch()).IsRefused(Refusal.NotInReview);
    }

    [Fact]
    public void The_mail_names_the_address_at_which_a_purchase_is_suggested()
    {
        var request = NobodyLeft with { Rules = Rules with { Policy = new Policy { PurchaseSuggestion = "https://library.example/suggest" } } };

        Given(request).When(new GiveUpSearch()).AndTheMailSays(facts => facts.SuggestAt == "https://library.example/suggest");
    }

    [Fact]
    public void Staff_are_reminded_twice_and_then_the_patron_is_told_that_it_is_closed()
    {
        Given(NobodyLeft)
            .WhenNobodyDoesAnything()
            .Then(new StaffChased(DeadlineKind.FurtherSearch, 1)).AndSendsNothing().AndAwaits(DeadlineKind.FurtherSearch, End("2026-12-08"));
        Given(NobodyLeft.Waits()).WhenNobodyDoesAnything().Then(new StaffChased(DeadlineKind.FurtherSearch, 2));
        Given(NobodyLeft.Waits().Waits()).WhenNobodyDoesAnything().Then(new RotaExhausted()).AndSends(Mail(Notice.Unfilled)).AndIs(RequestStatus.Unfilled);
    }

    [Fact]
    public void When_nobody_ever_does_anything_every_step_is_taken_and_the_request_is_closed()
    {
        var request = ARequest.Placed(ServiceType.Loan, Book, ["HKU"], group: PatronGroup.Research, but: order => order with
        {
            AcceptTiers = [Tier.Hkall],
            Rota = [.. order.Rota, Library("OXFORD", Tier.Overseas)],
        });
        var kind = new List<DeadlineKind>();
        while (request.Request.Deadline is { } deadline)
        {
            kind.Add(deadline.For);
            request = request.Waits();
        }

        kind.ShouldBe(
            [DeadlineKind.SupplierReply, DeadlineKind.OfferReminder, DeadlineKind.OfferDecision, DeadlineKind.FurtherSearch, DeadlineKind.FurtherSearch,
                DeadlineKind.FurtherSearch]);
        request.Status.ShouldBe(RequestStatus.Unfilled);
    }
}
