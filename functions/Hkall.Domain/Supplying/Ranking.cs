using System.Globalization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

/// <summary>
/// Puts libraries in the order in which we ask them, and explains each library's place, or why we do not ask it. The same facts give
/// the same order, however they are sorted.
/// </summary>
public static class Ranking
{
    public static Routing Rank(IEnumerable<LibraryFacts> libraries, RoutingTerms terms)
    {
        var all = libraries.DistinctBy(facts => facts.Symbol).OrderBy(facts => facts.Symbol, StringComparer.Ordinal).ToList();
        var rejections = all.Select(facts => Reject(facts, terms)).OfType<Rejection>().ToList();
        var rejected = rejections.Select(rejection => rejection.Facts.Symbol).ToHashSet();
        var ranked = all.Where(facts => !rejected.Contains(facts.Symbol))
            .Order(Comparer<LibraryFacts>.Create((one, other) => Compare(one, other, terms).Order)).ToList();
        foreach (var left in ranked.Skip(terms.Longest))
        {
            rejections.Add(new Rejection(left, RejectedFor.RotaFull, Text($"{terms.Longest} libraries that come before it are enough to ask.")));
        }

        return new Routing(
            terms,
            [.. ranked.Take(terms.Longest).Select((facts, i) => Place(i, facts, i == 0 ? null : ranked[i - 1], terms))],
            [.. rejections.Take(Routing.MostRejections)])
        {
            MoreRejected = Math.Max(0, rejections.Count - Routing.MostRejections),
        };
    }

    /// <summary>Computes the order again from the recorded facts, for anyone who wants to check it.</summary>
    public static Routing Again(Routing routing) => Rank(routing.Facts, routing.Terms) with { MoreRejected = routing.MoreRejected, Found = routing.Found };

    private static Rejection? Reject(LibraryFacts facts, RoutingTerms terms)
    {
        var closedDays = ClosedFor(facts, terms);
        return facts switch
        {
            { Inactive: true } => No(RejectedFor.Inactive, "It is not active in the directory."),
            { Unreachable: true } => No(RejectedFor.NoWayToAsk, "It has no address at which the desk could ask it; staff may write to it."),
            { TakesNothing: true } => No(RejectedFor.TakesNothing, "Its system took none of our last requests; it is tried again after a day."),
            { DoesNotLend: true } => No(RejectedFor.ServiceNotLent, $"It supplies no {(terms.Service == ServiceType.Loan ? "loans" : "copies")}."),
            _ when !terms.Tiers.Contains(facts.Tier) =>
                No(RejectedFor.TierNotAllowed, $"A {Names.Of(terms.Service)} from there is not offered to the patron's group."),
            { AskedBefore: { } how } => No(RejectedFor.AlreadyAsked, $"It was asked before ({how})."),
            { ClosureReason: { } why } when closedDays is null => No(RejectedFor.Closed, $"It is closed and does not open within the year ({why})."),
            { ClosureReason: { } why } when closedDays > terms.ClosedAtMostDays.For(facts.Tier) =>
                No(RejectedFor.Closed,
                    Text($"It is closed until {facts.OpensOn:yyyy-MM-dd} ({why}): {closedDays} days, more than the {terms.ClosedAtMostDays.For(facts.Tier)} worth waiting for.")),
            { MostOpen: { } most, Open: var open } when open >= most =>
                No(RejectedFor.LimitReached, Text($"{open} requests are open there, and {most} are allowed.")),
            _ when terms.SkipTooLate && IsTooLate(facts, terms) =>
                No(RejectedFor.TooLate, Text($"It usually takes {facts.TypicalDays} working days, and the item is needed within {terms.NeededWithin}.")),
            { NotReciprocal: true } when terms.ReciprocalOnly.Contains(facts.Tier) =>
                No(RejectedFor.NotReciprocal, "Only libraries with an agreement are asked there, and it has none."),
            _ => null,
        };

        Rejection No(RejectedFor rule, string why) => new(facts, rule, why);
    }

    private static RotaPlace Place(int index, LibraryFacts facts, LibraryFacts? before, RoutingTerms terms)
    {
        if (before is null)
        {
            return new RotaPlace(1, facts, RankedBy.First, $"It comes first: {Describe(facts, terms)}.");
        }

        var by = Compare(before, facts, terms).By;
        var why = by switch
        {
            RankedBy.First => "It comes first.",
            RankedBy.Tier => $"{Names.Of(before.Tier)} is asked before {Names.Of(facts.Tier)}.",
            RankedBy.TooLate => Text($"It would usually be too late ({Days(facts)}; needed within {terms.NeededWithin})."),
            RankedBy.Holding => $"Its holding is less certain ({Names.Of(facts.Holding)} after {Names.Of(before.Holding)}).",
            RankedBy.Closed => Text($"It opens on {facts.OpensOn:yyyy-MM-dd} ({facts.ClosureReason})."),
            RankedBy.Turnaround => Text($"It usually takes longer ({Days(facts)} after {Days(before)})."),
            RankedBy.Balance => Text($"It has done more for us ({facts.Balance:+0;-0;0} after {before.Balance:+0;-0;0})."),
            RankedBy.Charge => $"It costs more ({Cost(facts)} after {Cost(before)}).",
            RankedBy.Listed => "The catalogue names it later.",
            RankedBy.Symbol => "Nothing tells them apart but the alphabet.",
        };
        return new RotaPlace(index + 1, facts, by, why);
    }

    /// <summary>Nearest first (page: HKALL first), then the most certain, the quickest, those that have done less for us, the cheapest.</summary>
    private static (int Order, RankedBy By) Compare(LibraryFacts one, LibraryFacts other, RoutingTerms terms)
    {
        (RankedBy By, int Order)[] measures =
        [
            (RankedBy.Tier, one.Tier.CompareTo(other.Tier)),
            (RankedBy.TooLate, IsTooLate(one, terms).CompareTo(IsTooLate(other, terms))),
            (RankedBy.Holding, one.Holding.CompareTo(other.Holding)),
            (RankedBy.Closed, (ClosedFor(one, terms) ?? 0).CompareTo(ClosedFor(other, terms) ?? 0)),
            (RankedBy.Turnaround, one.TypicalDays.CompareTo(other.TypicalDays)),
            (RankedBy.Turnaround, one.LatestDays.CompareTo(other.LatestDays)),
            (RankedBy.Balance, one.Balance.CompareTo(other.Balance)),
            (RankedBy.Charge, CompareCharges(one, other)),
            (RankedBy.Listed, one.Listed.CompareTo(other.Listed)),
            (RankedBy.Symbol, string.CompareOrdinal(one.Symbol, other.Symbol)),
        ];
        var (by, order) = measures.FirstOrDefault(measure => measure.Order != 0, measures[^1]);
        return (order, by);
    }

    /// <summary>Half of its supplies would come after the patron needs the item.</summary>
    private static bool IsTooLate(LibraryFacts facts, RoutingTerms terms) => facts.TypicalDays > terms.NeededWithin;

    /// <summary>Days until the library opens, on our calendar; 0 if it is not closed, null if it does not open within the year.</summary>
    private static int? ClosedFor(LibraryFacts facts, RoutingTerms terms) => facts switch
    {
        { ClosureReason: null } => 0,
        { OpensOn: { } opens } => Math.Max(0, opens.DayNumber - terms.On.DayNumber),
        _ => null,
    };

    /// <summary>
    /// No charge comes first. Amounts in one currency compare by amount; two currencies compare by name, so that the order is at
    /// least stable.
    /// </summary>
    private static int CompareCharges(LibraryFacts one, LibraryFacts other)
    {
        var (mine, its) = (one.Charge, other.Charge);
        return mine is null || its is null
            ? (mine is null ? 0 : 1) - (its is null ? 0 : 1)
            : mine.Currency == its.Currency ? mine.Amount.CompareTo(its.Amount) : string.CompareOrdinal(mine.Currency, its.Currency);
    }

    private static string Describe(LibraryFacts facts, RoutingTerms terms) =>
        Text($"{Names.Of(facts.Tier)}, holding {Names.Of(facts.Holding)}, usually {Days(facts)}")
        + (ClosedFor(facts, terms) > 0 ? Text($", opens on {facts.OpensOn:yyyy-MM-dd}") : string.Empty);

    private static string Days(LibraryFacts facts) =>
        Text($"{facts.TypicalDays} to {facts.LatestDays} working days") + (facts.Sample > 0 ? Text($", {facts.Sample} measured") : string.Empty);

    private static string Cost(LibraryFacts facts) =>
        facts.Charge is { } charge ? Text($"{charge.Currency} {charge.Amount:0.00}") : "nothing";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
