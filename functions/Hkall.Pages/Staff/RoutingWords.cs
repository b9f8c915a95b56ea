using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>Why a library has its place on the rota, or is not on it: the rule, and the figures recorded for it.</summary>
public static class RoutingWords
{
    public static string Rule(RankedBy by, NoticeLanguage language) => language.Named("ranked-by", by);

    /// <summary>The difference from the library before it, with both figures.</summary>
    public static string Why(RotaPlace place, LibraryFacts? before, NoticeLanguage language) =>
        before is null ? language.Say("ranked first") : After(before, place, language);

    private static string After(LibraryFacts before, RotaPlace place, NoticeLanguage language) => place.By switch
    {
        RankedBy.First => language.Say("ranked first"),
        RankedBy.Tier => language.Say($"{StaffWords.Of(before.Tier, language)} before {StaffWords.Of(place.Facts.Tier, language)}"),
        RankedBy.TooLate => language.Say($"{Days(place.Facts, language)}: usually later than the patron needs it"),
        RankedBy.Holding => language.Say($"“{Holding(before.Holding, language)}” before “{Holding(place.Facts.Holding, language)}”"),
        RankedBy.Closed => place.Facts.OpensOn is { } opens
            ? language.Say($"it opens on {NoticeDates.Format(opens, language)} ({place.Facts.ClosureReason})")
            : language.Say("closed"),
        RankedBy.Turnaround => language.Say($"{Days(before, language)} before {Days(place.Facts, language)}"),
        RankedBy.Balance => language.Say($"lent us more than we lent it: {place.Facts.Balance:+0;-0;0} after {before.Balance:+0;-0;0}"),
        RankedBy.Charge => language.Say($"{Cost(before.Charge, language)} before {Cost(place.Facts.Charge, language)}"),
        RankedBy.Listed => language.Say("later in the catalogue"),
        RankedBy.Symbol => language.Say("alphabetical order"),
    };

    public static string Holding(Certainty holding, NoticeLanguage language) => language.Named("certainty", holding);

    /// <summary>The working days, and the number of supplies they were measured on.</summary>
    public static string Days(LibraryFacts facts, NoticeLanguage language) => facts.Sample > 0
        ? language.Say($"{facts.TypicalDays} to {facts.LatestDays} working days, {facts.Sample} measured")
        : language.Say($"{facts.TypicalDays} to {facts.LatestDays} working days");

    public static string Cost(Money? charge, NoticeLanguage language) => charge is null ? language.Say("no charge") : NoticeAmounts.Format(charge, language);

    public static string Rule(RejectedFor rule, NoticeLanguage language) => language.Named("rejected-for", rule);

    /// <summary>The figures behind a rejection; null where the rule needs none.</summary>
    public static string? Why(Rejection rejection, RoutingTerms terms, NoticeLanguage language)
    {
        var facts = rejection.Facts;
        return rejection.For switch
        {
            RejectedFor.AlreadyAsked => facts.AskedBefore is { } how ? language.Named("reason", how) : null,
            RejectedFor.Closed => facts.OpensOn is { } opens
                ? language.Say(
                    $"until {NoticeDates.Format(opens, language)} ({facts.ClosureReason}): {opens.DayNumber - terms.On.DayNumber} days, and {terms.ClosedAtMostDays.For(facts.Tier)} are worth waiting for")
                : facts.ClosureReason,
            RejectedFor.TooLate => Days(facts, language),
            RejectedFor.LimitReached => language.Say($"{facts.Open} open, {facts.MostOpen} allowed"),
            RejectedFor.RotaFull => language.Say($"{terms.Longest} ranked ahead"),
            RejectedFor.ServiceNotLent => StaffWords.Of(terms.Service, language),
            RejectedFor.TierNotAllowed or RejectedFor.NotReciprocal => StaffWords.Of(facts.Tier, language),
            RejectedFor.Inactive or RejectedFor.NoWayToAsk or RejectedFor.TakesNothing => null,
        };
    }
}
