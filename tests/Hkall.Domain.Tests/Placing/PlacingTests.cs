using Hkall.Domain.Accounts;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Placing;

public class PlacingTests
{
    private static readonly PlaceRequest Order = new()
    {
        RequestId = "R-2",
        PatronId = "P-1",
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Loan,
        Item = Things.Book,
        Rota = [Library("HKU"), Library("CUHK")],
        AcceptTiers = Enum.GetValues<Tier>(),
        OpenRequests = [],
    };

    private static Decision<PatronRequest, RequestEvent> Place(PlaceRequest order) => PlacingRules.Decide(order, Monday, Rules);

    private static PatronRequest Other(int number, Item? item = null) =>
        ARequest.Placed(ServiceType.Loan, item ?? new Item { Title = $"Another book {number}" }, ["HKU"]).Request with { Id = $"R-{100 + number}" };

    [Fact]
    public void A_new_request_asks_the_first_library_and_tells_the_patron_when_to_expect_it()
    {
        var decided = Place(Order).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        decided.Request.Status.ShouldBe(RequestStatus.Sourcing);
        decided.Request.Supplier?.Symbol.ShouldBe("HKU");
        decided.Request.Deadline.ShouldBe(new Deadline(1, DeadlineKind.SupplierReply, End("2026-11-25")));
        decided.Request.Estimate.ShouldBe(new Estimate(Date("2026-11-26"), Date("2026-11-30")));
        decided.Effects.OfType<SendNotice>().ShouldHaveSingleItem().Facts.Estimate.ShouldBe(decided.Request.Estimate);
        decided.Effects.OfType<MessageSupplier>().ShouldHaveSingleItem().ShouldBe(new MessageSupplier("HKU", RequestingAction.Request));
    }

    [Fact]
    public void The_patron_is_told_once_that_no_library_has_the_item_and_staff_look_further()
    {
        var decided = Place(Order with { Rota = [] }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        decided.Request.Status.ShouldBe(RequestStatus.InReview);
        decided.Request.Deadline?.For.ShouldBe(DeadlineKind.FurtherSearch);
        decided.Effects.ShouldHaveSingleItem().Kind.ShouldBe("mail-in-review");
    }

    [Fact]
    public void A_copy_that_others_have_requested_too_is_shown_to_staff_and_the_patron_is_told_of_nobody()
    {
        var order = Order with
        {
            Service = ServiceType.Copy,
            Item = Things.Article,
            Declaration = Things.SignedDeclaration,
            SignedBy = Things.PatronsName,
            Related = ["R-9"]
        };
        var decided = Place(order).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        decided.Request.Status.ShouldBe(RequestStatus.InReview);
        decided.Request.Related.ShouldBe(["R-9"]);
        decided.Events.OfType<SentToReview>().ShouldHaveSingleItem().Why.ShouldBe(ReasonCode.RelatedRequest);
        decided.Effects.OfType<SendNotice>().ShouldHaveSingleItem().Facts.Reason.ShouldBeNull();
    }

    [Fact]
    public void A_request_that_takes_anothers_place_needs_no_place_of_its_own_in_the_quota()
    {
        PatronRequest[] full = [.. Enumerable.Range(1, 50).Select(number => Other(number, Things.Book with { Isbn = null, Title = $"Book {number}" }))];

        Place(Order with { OpenRequests = full }).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.QuotaReached);
        Place(Order with { OpenRequests = full, Replaces = full[0].Id }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();
    }

    [Fact]
    public void The_same_book_is_not_requested_twice_at_once() =>
        Place(Order with { OpenRequests = [Other(1, Things.Book)] })
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.DuplicateRequest);

    [Fact]
    public void A_copy_of_a_chapter_may_be_requested_beside_the_book() =>
        Place(Order with { Service = ServiceType.Copy, OpenRequests = [Other(1, Things.Book)] }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    [Fact]
    public void Two_books_of_one_title_by_two_authors_are_two_books()
    {
        var samuelson = new Item { Title = "Economics", Author = "Paul Samuelson" };
        var mankiw = new Item { Title = "Economics", Author = "Gregory Mankiw" };

        Place(Order with { Item = mankiw, OpenRequests = [Other(1, samuelson)] }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();
        Place(Order with { Item = mankiw with { Title = "ECONOMICS." }, OpenRequests = [Other(1, mankiw)] })
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>();
    }

    [Fact]
    public void Two_volumes_of_one_work_are_two_requests() =>
        Place(Order with { Item = Things.Book with { Volume = "2" }, OpenRequests = [Other(1, Things.Book with { Volume = "1" })] })
            .ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    [Theory]
    [InlineData(49, true)]
    [InlineData(50, false)]
    public void An_undergraduate_may_have_fifty_open_requests(int open, bool allowed)
    {
        var answer = Place(Order with { OpenRequests = [.. Enumerable.Range(1, open).Select(number => Other(number))] });

        (answer is Decided<PatronRequest, RequestEvent>).ShouldBe(allowed);
        (answer as Refused<PatronRequest, RequestEvent>)?.Refusal.ShouldBe(Refusal.QuotaReached);
    }

    [Fact]
    public void A_book_given_back_may_be_asked_for_again_and_frees_its_place_in_the_quota_unless_the_policy_waits_for_its_lender()
    {
        var givenBack = ARequest.Asking("HKU").GivenBack().Request;

        Place(Order with { OpenRequests = [givenBack] }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>("not a duplicate");
        var full = Order with
        {
            OpenRequests = [givenBack with { Item = new Item { Title = "Another" } },
            .. Enumerable.Range(1, 49).Select(number => Other(number))]
        };
        Place(full).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>("a place is free");

        var waiting = new RuleBook(new Policy { Quota = new() { CountsUntil = QuotaCountsUntil.Closed } }, Lingnan);
        PlacingRules.Decide(full, Monday, waiting).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.QuotaReached);
    }

    [Fact]
    public void A_library_named_twice_is_asked_once() =>
        Place(Order with { Rota = [Library("HKU"), Library("HKU"), Library("CUHK")] }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>()
            .Request.Rota.Select(entry => entry.Symbol).ShouldBe(["HKU", "CUHK"]);

    [Fact]
    public void No_more_than_twelve_libraries_are_asked()
    {
        RotaEntry[] twenty = [.. Enumerable.Range(1, 20).Select(number => Library($"LIB{number}"))];

        Place(Order with { Rota = twenty }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>().Request.Rota.Count.ShouldBe(RotaLists.LongestRota);
    }

    [Fact]
    public void Libraries_that_the_patron_may_not_or_will_not_borrow_from_are_not_asked()
    {
        RotaEntry[] rota = [Library("HKU"), Library("MACAU", Tier.Local), Library("OXFORD", Tier.Overseas)];

        SymbolsOf(Place(Order with { Rota = rota })).ShouldBe(["HKU"], "an undergraduate borrows books from HKALL alone");
        SymbolsOf(Place(Order with { Rota = rota, Group = PatronGroup.Research })).ShouldBe(["HKU", "MACAU", "OXFORD"]);
        SymbolsOf(Place(Order with { Rota = rota, Group = PatronGroup.Research, AcceptTiers = [Tier.Local] })).ShouldBe(["MACAU"]);
    }

    [Fact]
    public void A_request_is_refused_when_no_tier_the_patron_accepts_is_open_to_them() =>
        Place(Order with { AcceptTiers = [Tier.Overseas] }).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.NotEligible);

    private static IEnumerable<string> SymbolsOf(Decision<PatronRequest, RequestEvent> placed) =>
        placed.ShouldBeOfType<Decided<PatronRequest, RequestEvent>>().Request.Rota.Select(entry => entry.Symbol);
}
