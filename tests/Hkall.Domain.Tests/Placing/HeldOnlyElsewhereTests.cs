using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Kit;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Placing;

public class HeldOnlyElsewhereTests
{
    [Fact]
    public void A_group_that_may_not_borrow_from_where_the_item_is_is_told_at_once_and_reads_of_the_copy()
    {
        var refused = Place(PatronGroup.Undergraduate, ServiceType.Loan, Tier.Local).ShouldBeOfType<Refused<PatronRequest, RequestEvent>>();

        refused.Refusal.ShouldBe(Refusal.NotEligible);
        refused.Why.ShouldBe("The libraries that have this item do not lend it to your user group. You can request a copy of a chapter or of some pages instead.");
    }

    [Fact]
    public void A_group_that_may_borrow_there_is_not_refused() =>
        Place(PatronGroup.Research, ServiceType.Loan, Tier.Local).ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    [Fact]
    public void Staff_are_asked_first_where_the_patron_wants_that() =>
        Place(PatronGroup.Undergraduate, ServiceType.Loan, Tier.Local, order => order with { ReviewWhy = ReasonCode.NotFound })
            .ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();

    [Fact]
    public void A_library_that_cannot_be_asked_now_refuses_nobody()
    {
        var closed = new LibraryFacts("HKMU", Tier.Local) { ClosureReason = "Stocktaking" };

        Place(PatronGroup.Undergraduate, ServiceType.Loan, Tier.Hkall, facts: new LibraryFacts("HKU", Tier.Hkall) { ClosureReason = "Stocktaking" }, also: closed)
            .ShouldBeOfType<Decided<PatronRequest, RequestEvent>>();
    }

    private static Decision<PatronRequest, RequestEvent> Place(
        PatronGroup group, ServiceType service, Tier tier, Func<PlaceRequest, PlaceRequest>? but = null, LibraryFacts? facts = null, LibraryFacts? also = null)
    {
        Tier[] tiers = [.. Enum.GetValues<Tier>().Where(each => Rules.Policy.Privileges[group].For(each).For(service) != Access.NotAllowed)];
        var routing = Ranking.Rank(
            [.. new[] { facts ?? new LibraryFacts("HKMU", tier), also }.OfType<LibraryFacts>()],
            new RoutingTerms(Date("2026-11-23"), service, tiers, [], new ByTier<int>(7, 10, 14), RotaLists.LongestRota));
        var order = new PlaceRequest
        {
            RequestId = "R-1",
            PatronId = "P-1",
            Group = group,
            Service = service,
            Item = Things.Book,
            Rota = [.. routing.Places.Select(place => Library(place.Facts.Symbol, place.Facts.Tier))],
            Routing = routing,
            AcceptTiers = Enum.GetValues<Tier>(),
            OpenRequests = [],
        };
        return PlacingRules.Decide(but is null ? order : but(order), Monday, Rules);
    }
}
