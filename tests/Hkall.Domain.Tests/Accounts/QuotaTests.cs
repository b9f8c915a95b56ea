using Hkall.Domain.Accounts;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Accounts;

public class QuotaTests
{
    private static readonly PlaceRequest Order = new()
    {
        RequestId = "R-1",
        PatronId = "P-1",
        Group = PatronGroup.Undergraduate,
        Service = ServiceType.Loan,
        Item = Things.Book,
        Rota = [Library("HKU")],
        AcceptTiers = Enum.GetValues<Tier>(),
        OpenRequests = [],
    };

    [Theory]
    [InlineData(0, 49, true)]
    [InlineData(0, 50, false)]
    [InlineData(20, 29, true)]
    [InlineData(20, 30, false)]
    public void The_quota_is_one_with_the_librarys_own_check_outs(int open, int own, bool allowed)
    {
        var answer = Place(Order with { OpenRequests = Others(open), Own = new OwnAccount { CheckOuts = own, Holds = 30 } });

        (answer is Decided<PatronRequest, RequestEvent>).ShouldBe(allowed);
        if (answer is Refused<PatronRequest, RequestEvent> refused)
        {
            refused.Refusal.ShouldBe(Refusal.QuotaReached);
            refused.Why.ShouldBe($"{open} requests are open and {own} of the Library's own items are checked out to you, of 50 allowed at once.");
        }
    }

    [Fact]
    public void Holds_count_where_the_policy_says_so() =>
        Place(Order with { Own = new OwnAccount { CheckOuts = 20, Holds = 30 } }, new Policy { OwnHoldsCount = true })
            .ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.QuotaReached);

    [Fact]
    public void A_patron_with_no_loans_left_may_still_request_an_article() =>
        Place(Order with
        {
            Service = ServiceType.Copy,
            Item = Things.Article,
            Declaration = Things.SignedDeclaration,
            SignedBy = Things.PatronsName,
            Own = new OwnAccount { CheckOuts = 50 }
        })
            .ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    [Fact]
    public void Quota_use_counts_requests_loans_and_check_outs_apart() =>
        Quota.Of(PatronGroup.Undergraduate, [.. Others(2), ARequest.Asking("HKU").OnLoan().Request], new OwnAccount { CheckOuts = 7 }, Rules.Policy)
            .ShouldBe(new QuotaUse(Limit: 50, Requests: 2, Loans: 1, OwnCheckOuts: 7));

    [Theory]
    [InlineData(4, RequestStatus.Sourcing)]
    [InlineData(5, RequestStatus.InReview)]
    public void Staff_review_the_sixth_request_when_the_patrons_loans_are_unknown(int open, RequestStatus status)
    {
        var placed = Place(Order with { OpenRequests = Others(open), Own = null }).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

        placed.Request.Status.ShouldBe(status);
        placed.Events.OfType<SentToReview>().ShouldAllBe(review => review.Why == ReasonCode.AccountUnknown);
    }

    [Fact]
    public void A_policy_may_refuse_what_it_cannot_check()
    {
        var policy = new Policy { OwnAccountUnknown = new UnknownAccount(AllowUpTo: 0, UnknownThen.Refuse) };

        Place(Order with { Own = null }, policy).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>().Refusal.ShouldBe(Refusal.AccountUnknown);
        Place(Order, policy).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();
    }

    private static Decision<PatronRequest, RequestEvent> Place(PlaceRequest order, Policy? policy = null) =>
        PlacingRules.Decide(order, Monday, policy is null ? Rules : Rules with { Policy = policy });

    private static PatronRequest[] Others(int count) =>
        [.. Enumerable.Range(1, count)
            .Select(number => ARequest.Asking("HKU").Request with { Id = $"R-{number}", Item = new Item { Title = $"Another {number}" } })];
}
