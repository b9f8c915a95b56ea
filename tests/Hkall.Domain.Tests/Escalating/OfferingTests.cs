using Hkall.Domain.Escalating;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;
using static Hkall.Domain.Tests.Kit.Scenario;
using static Hkall.Domain.Tests.Kit.Things;

namespace Hkall.Domain.Tests.Escalating;

/// <summary>What the patron had not allowed is asked of them before it is tried.</summary>
public class OfferingTests
{
    private static ARequest Allowing(params Tier[] tiers) => ARequest.Placed(
        ServiceType.Loan,
        Book,
        [],
        group: PatronGroup.Postgraduate,
        but: order => order with { AcceptTiers = tiers, Rota = [Library("HKU"), Library("MACAU", Tier.Local), Library("OXFORD", Tier.Overseas)] });

    private static ARequest HkallAlone => Allowing(Tier.Hkall);

    private static readonly OfferedAlternative[] TheWays =
    [
        new(Alternative.Local, new Estimate(Date("2026-11-30"), Date("2026-12-07"))),
        new(Alternative.Overseas, new Estimate(Date("2026-12-23"), Date("2027-02-26"))),
        new(Alternative.Copy, new Estimate(Date("2026-11-24"), Date("2026-11-26"))),
    ];

    [Fact]
    public void Tiers_that_the_patron_allowed_are_asked_in_order_without_a_question()
    {
        var request = Allowing(Tier.Hkall, Tier.Local, Tier.Overseas);

        request.Declined().Supplier.ShouldBe("MACAU");
        request.Declined().Declined().Supplier.ShouldBe("OXFORD");
    }

    [Fact]
    public void A_tier_that_the_patron_did_not_allow_is_offered_with_dates_and_a_deadline() =>
        Given(HkallAlone)
            .When(new Unfilled("HKU", "m-1"))
            .AndSends(Mail(Notice.OfferDecision))
            .AndTheMailSays(
                facts => facts.Date == Date("2026-11-30")
                    && facts.Ways!.Select(offered => offered.Way).SequenceEqual([Alternative.Local, Alternative.Overseas, Alternative.Copy]))
            .AndIs(RequestStatus.InReview)
            .AndAwaits(DeadlineKind.OfferReminder, Start("2026-11-26"))
            .Request.Request.Offer.ShouldNotBeNull().Ways.Select(offered => offered.Way).ShouldBe([Alternative.Local, Alternative.Overseas, Alternative.Copy]);

    [Fact]
    public void Each_way_says_when_it_would_bring_the_item()
    {
        var offer = HkallAlone.Declined().Request.Offer.ShouldNotBeNull();

        offer.Ways.ShouldBe(TheWays);
    }

    [Fact]
    public void The_way_they_choose_is_taken_and_the_others_stay_open()
    {
        var local = Given(HkallAlone.Declined()).When(new DecideOffer(Alternative.Local))
            .Then(new OfferAccepted(Alternative.Local), Asked("MACAU"))
            .AndSends(Say(RequestingAction.Request, to: "MACAU"))
            .Request;

        local.Request.AcceptTiers.ShouldBe([Tier.Hkall, Tier.Local]);
        local.Declined().Request.Offer.ShouldNotBeNull().Ways.Select(offered => offered.Way).ShouldBe([Alternative.Overseas, Alternative.Copy]);
    }

    [Fact]
    public void A_patron_who_declines_every_way_is_not_asked_again_and_staff_look_for_one() =>
        Given(HkallAlone.Declined())
            .When(new DecideOffer(Way: null))
            .Then(new OfferDeclined(ReasonCode.ByPatron), new SentToReview(ReasonCode.NoLibraryLeft))
            .AndSends(Mail(Notice.InReview))
            .AndAwaits(DeadlineKind.FurtherSearch, End("2026-11-30"));

    [Fact]
    public void A_patron_is_reminded_of_an_offer_once_and_silence_declines_it()
    {
        Given(HkallAlone.Declined())
            .WhenNobodyDoesAnything().Then(new OfferReminded()).AndSends(Mail(Notice.OfferReminder)).AndAwaits(DeadlineKind.OfferDecision, End("2026-11-30"));
        Given(HkallAlone.Declined().Waits())
            .WhenNobodyDoesAnything()
            .Then(new OfferDeclined(ReasonCode.NoAnswer), new SentToReview(ReasonCode.NoLibraryLeft))
            .AndSends(Mail(Notice.InReview));
    }

    [Fact]
    public void The_offer_can_be_taken_until_the_last_instant_of_its_day()
    {
        Given(HkallAlone.Declined()).When(new DecideOffer(Alternative.Local), at: End("2026-11-30").AddTicks(-1)).AndIs(RequestStatus.Sourcing);
        Given(HkallAlone.Declined()).When(new DecideOffer(Alternative.Local), at: End("2026-11-30")).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void A_way_that_was_not_offered_cannot_be_chosen()
    {
        Given(HkallAlone.Declined()).When(new DecideOffer(Alternative.Hkall)).IsRefused(Refusal.NotOffered);
        Given(HkallAlone).When(new DecideOffer(Alternative.Local)).IsRefused(Refusal.NothingToDecide);
    }

    [Fact]
    public void The_other_service_is_another_request_that_takes_this_ones_place()
    {
        Given(HkallAlone.Declined()).When(new DecideOffer(Alternative.Copy)).IsRefused(Refusal.NotOffered);
        Given(HkallAlone.Declined())
            .When(new DecideOffer(Alternative.Copy, "R-2"))
            .Then(new OfferAccepted(Alternative.Copy), new RequestReplaced("R-2"))
            .AndSendsNothing()
            .AndIsClosed(RequestStatus.Cancelled, because: ReasonCode.Replaced);
    }

    [Fact]
    public void A_chapter_that_nobody_copies_is_offered_as_the_loan_of_the_book_and_an_article_is_not()
    {
        Copied(Chapter).Request.Offer.ShouldNotBeNull().Ways.Select(offered => offered.Way).ShouldBe([Alternative.Loan]);
        Copied(Article).Request.Offer.ShouldBeNull();
    }

    [Fact]
    public void A_copy_is_offered_on_its_own_only_where_the_part_is_named()
    {
        ARequest.Asking("HKU").Declined().Request.Offer.ShouldBeNull();
        ARequest.Placed(ServiceType.Loan, Book with { Pages = "1-20" }, ["HKU"])
            .Declined().Request.Offer.ShouldNotBeNull().Ways.Single().Way.ShouldBe(Alternative.Copy);
    }

    [Fact]
    public void Nothing_is_offered_that_the_table_of_privileges_does_not_allow()
    {
        var undergraduate = ARequest.Placed(
            ServiceType.Loan, Book, ["HKU"], but: order => order with { AcceptTiers = [Tier.Hkall], Rota = [.. order.Rota, Library("OXFORD", Tier.Overseas)] });

        undergraduate.Request.Reserve.ShouldBeEmpty();
        undergraduate.Declined().Request.Offer.ShouldBeNull();
    }

    [Fact]
    public void A_parcel_of_a_library_given_up_on_is_followed_while_the_patron_is_being_asked() =>
        Given(HkallAlone.Waits())
            .When(new Shipped("HKU", "m-9"))
            .Then(new ItemShipped("HKU", null, LibraryUseOnly: false, Unwanted: false))
            .AndSends(Mail(Notice.ItemExpected))
            .AndIs(RequestStatus.InTransit)
            .Request.Request.Offer.ShouldBeNull();

    private static ARequest Copied(Item item) => ARequest.Placed(ServiceType.Copy, item, ["HKU"]).Declined();
}
