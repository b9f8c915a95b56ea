using System.Text.Json;
using CsCheck;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Domain.Tests.Stored;
using static Hkall.Domain.Tests.Kit.Libraries;

namespace Hkall.Domain.Tests.Supplying;

public class RankingTests
{
    private static readonly RoutingTerms Terms =
        new(Date("2026-11-23"), ServiceType.Loan, [Tier.Hkall, Tier.Local, Tier.Overseas], [Tier.Overseas], new ByTier<int>(7, 10, 14), RotaLists.LongestRota);

    [Fact]
    public void A_library_that_would_usually_be_too_late_comes_last_in_its_tier_or_not_at_all()
    {
        LibraryFacts[] facts =
        [
            new("SLOW", Tier.Hkall) { Holding = Certainty.Available, TypicalDays = 5, LatestDays = 8 },
            new("FAST", Tier.Hkall) { TypicalDays = 3, LatestDays = 5 },
            new("FAR", Tier.Local) { TypicalDays = 2, LatestDays = 3 },
        ];

        string[] Ranked(RoutingTerms terms) => [.. Ranking.Rank(facts, terms).Places.Select(place => place.Facts.Symbol)];
        Ranked(Terms).ShouldBe(["SLOW", "FAST", "FAR"]);
        Ranked(Terms with { NeededWithin = 4 }).ShouldBe(["FAST", "SLOW", "FAR"]);
        Ranking.Rank(facts, Terms with { NeededWithin = 4 }).Places[1].By.ShouldBe(RankedBy.TooLate);
        Ranked(Terms with { NeededWithin = 4, SkipTooLate = true }).ShouldBe(["FAST", "FAR"]);
        Ranking.Rank(facts, Terms with { NeededWithin = 4, SkipTooLate = true }).Rejections.ShouldHaveSingleItem().For.ShouldBe(RejectedFor.TooLate);
        Ranked(Terms with { NeededWithin = 5 }).ShouldBe(["SLOW", "FAST", "FAR"]);
    }

    private static readonly Gen<LibraryFacts> AnyFacts =
        from symbol in Gen.Char['A', 'Z'].Array[1, 2]
        from tier in Gen.Enum<Tier>()
        from holding in Gen.Enum<Certainty>()
        from typical in Gen.Int[1, 4]
        from latest in Gen.Int[4, 6]
        from balance in Gen.Int[-2, 2]
        from charge in Gen.Int[0, 3]
        from closed in Gen.Int[0, 20]
        from flags in Gen.Int[0, 31]
        select new LibraryFacts(new string(symbol), tier)
        {
            Holding = holding,
            TypicalDays = typical,
            LatestDays = latest,
            Balance = balance,
            Charge = charge == 0 ? null : new Money(charge == 1 ? "GBP" : "HKD", charge),
            ClosureReason = closed > 5 ? "works" : null,
            OpensOn = closed > 5 ? Date("2026-11-23").AddDays(closed) : null,
            Inactive = flags == 1,
            DoesNotLend = flags == 2,
            Unreachable = flags == 3,
            NotReciprocal = flags > 15,
            AskedBefore = flags == 4 ? ReasonCode.Silent : null,
            Open = flags == 5 ? 3 : 0,
            MostOpen = 3,
        };

    [Fact]
    public void The_nearest_come_first_then_the_surest_the_quickest_those_who_did_less_for_us_and_the_cheapest()
    {
        var usual = new LibraryFacts("M", Tier.Hkall) { TypicalDays = 4, LatestDays = 5 };
        LibraryFacts[] libraries =
        [
            usual with { Symbol = "LOCAL", Tier = Tier.Local, Holding = Certainty.Available },
            usual with { Symbol = "UNKNOWN", Holding = Certainty.Unknown, TypicalDays = 1 },
            usual with { Symbol = "CLOSED", ClosureReason = "stocktaking", OpensOn = Date("2026-11-25"), TypicalDays = 1 },
            usual with { Symbol = "SLOW", TypicalDays = 5 },
            usual with { Symbol = "GENEROUS", Balance = 3 },
            usual with { Symbol = "DEAR", Charge = Money.Hkd(50) },
            usual with { Symbol = "ZEBRA" },
            usual,
        ];

        var routing = Ranking.Rank(libraries, Terms);

        routing.Places.Select(place => place.Facts.Symbol).ShouldBe(["M", "ZEBRA", "DEAR", "GENEROUS", "SLOW", "CLOSED", "UNKNOWN", "LOCAL"]);
        routing.Places.Select(place => place.By).ShouldBe(
            [RankedBy.First, RankedBy.Symbol, RankedBy.Charge, RankedBy.Balance, RankedBy.Turnaround, RankedBy.Closed, RankedBy.Holding, RankedBy.Tier]);
        routing.Places[3].Why.ShouldBe("It has done more for us (+3 after 0).");
        routing.Places[4].Why.ShouldBe("It usually takes longer (5 to 5 working days after 4 to 5 working days).");
    }

    [Fact]
    public void A_library_that_is_not_asked_is_named_with_the_rule_and_the_figures()
    {
        var usual = new LibraryFacts("M", Tier.Hkall);
        LibraryFacts[] libraries =
        [
            usual with { Symbol = "A", Inactive = true },
            usual with { Symbol = "B", Unreachable = true },
            usual with { Symbol = "C", DoesNotLend = true },
            usual with { Symbol = "D", Tier = Tier.Local },
            usual with { Symbol = "E", AskedBefore = ReasonCode.Silent },
            usual with { Symbol = "F", ClosureReason = "works", OpensOn = Date("2026-12-01") },
            usual with { Symbol = "G", Open = 5, MostOpen = 5 },
            usual with { Symbol = "H", Tier = Tier.Overseas, NotReciprocal = true },
        ];

        var routing = Ranking.Rank(libraries, Terms with { Tiers = [Tier.Hkall, Tier.Overseas] });

        routing.Places.ShouldBeEmpty();
        routing.Rejections.Select(rejection => (rejection.Facts.Symbol, rejection.For)).ShouldBe(
        [
            ("A", RejectedFor.Inactive), ("B", RejectedFor.NoWayToAsk), ("C", RejectedFor.ServiceNotLent), ("D", RejectedFor.TierNotAllowed),
            ("E", RejectedFor.AlreadyAsked), ("F", RejectedFor.Closed), ("G", RejectedFor.LimitReached), ("H", RejectedFor.NotReciprocal),
        ]);
        routing.Rejections[5].Why.ShouldBe("It is closed until 2026-12-01 (works): 8 days, more than the 7 worth waiting for.");
        routing.Rejections[6].Why.ShouldBe("5 requests are open there, and 5 are allowed.");
    }

    [Fact]
    public void A_library_whose_system_takes_nothing_is_not_asked() =>
        Ranking.Rank([new LibraryFacts("M", Tier.Hkall) { TakesNothing = true }, new LibraryFacts("N", Tier.Hkall)], Terms)
            .Rejections.ShouldHaveSingleItem().For.ShouldBe(RejectedFor.TakesNothing);

    [Fact]
    public void A_library_that_no_rota_has_room_for_is_told_apart_from_one_that_may_not_be_asked()
    {
        var routing = Ranking.Rank(Enumerable.Range(0, 30).Select(i => new LibraryFacts($"L{i:00}", Tier.Local)), Terms);

        routing.Places.Count.ShouldBe(RotaLists.LongestRota);
        routing.Rejections.ShouldAllBe(rejection => rejection.For == RejectedFor.RotaFull);
        (routing.Rejections.Count + routing.MoreRejected).ShouldBe(18);
    }

    [Fact]
    public void From_the_recorded_facts_the_same_order_is_worked_out_again() =>
        AnyFacts.Array[0, 40].Sample(libraries =>
        {
            var stored = JsonSerializer.Serialize(Ranking.Rank(libraries, Terms), StoredJson.Options);

            var again = Ranking.Again(JsonSerializer.Deserialize<Routing>(stored, StoredJson.Options)!);

            JsonSerializer.Serialize(again, StoredJson.Options).ShouldBe(stored);
        });

    [Fact]
    public void The_order_does_not_depend_on_the_order_in_which_the_libraries_were_found() =>
        AnyFacts.Array[0, 40].Sample(libraries =>
        {
            var known = libraries.DistinctBy(facts => facts.Symbol).ToList();

            JsonSerializer.Serialize(Ranking.Rank(known.AsEnumerable().Reverse(), Terms), StoredJson.Options)
                .ShouldBe(JsonSerializer.Serialize(Ranking.Rank(known, Terms), StoredJson.Options));
        });
}
