using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Partners;
using Hkall.Service.Policies;

namespace Hkall.Service.Locating;

/// <summary>The libraries to ask, in order, and how that order was made.</summary>
public sealed record MadeRota(IReadOnlyList<RotaEntry> Entries, Routing Routing)
{
    /// <summary>The library of a tier that would be asked first, and the facts about it.</summary>
    public sealed record First(RotaEntry Entry, LibraryFacts Facts);
}

/// <summary>Makes a rota: gathers the facts about each library that may hold the item, and has the domain rules order them.</summary>
public sealed class RotaMaker(PartnerDirectory directory, OpenThere open, PolicyInForce policy)
{
    /// <param name="accepted">The tiers the patron accepts.</param>
    /// <param name="asked">The libraries already asked for the request; they are not asked again.</param>
    /// <param name="neededBy">The last day on which the item is of use to the patron, if they said so.</param>
    public async Task<MadeRota> MakeAsync(
        Holdings holdings, ServiceType service, PatronGroup group, IReadOnlyCollection<Tier> accepted, IReadOnlyCollection<RotaEntry> asked,
        DateOnly? neededBy, DateTimeOffset now, RuleBook book, CancellationToken cancellation)
    {
        var (known, facts) = await FactsAsync(holdings, service, asked, now, book, cancellation);
        var today = book.Calendar.DateOf(now);

        // Tiers the patron does not accept are ranked too, for later offers; they never take the place of others.
        if (facts.Count > RotaLists.LongestRota)
        {
            facts = [.. facts.Where(library => accepted.Contains(library.Tier))];
        }

        var routing = Ranking.Rank(facts, TermsOf(service, TiersOf(group, service, book), today, book, neededBy)) with { Found = holdings.Found };
        return new MadeRota([.. routing.Places.Select(place => EntryOf(known.Partners[place.Facts.Symbol], known, service, today, book))], routing);
    }

    /// <summary>The first library to ask in each tier, for any patron.</summary>
    public async Task<IReadOnlyList<MadeRota.First>> FirstsAsync(
        Holdings holdings, ServiceType service, DateTimeOffset now, RuleBook book, CancellationToken cancellation)
    {
        var (known, facts) = await FactsAsync(holdings, service, [], now, book, cancellation);
        var today = book.Calendar.DateOf(now);
        return
        [
            .. Enum.GetValues<Tier>()
                .Select(tier => Ranking.Rank(facts, TermsOf(service, [tier], today, book)).Places.FirstOrDefault())
                .OfType<RotaPlace>()
                .Select(place => new MadeRota.First(EntryOf(known.Partners[place.Facts.Symbol], known, service, today, book), place.Facts)),
        ];
    }

    private async Task<(KnownPartners Known, IReadOnlyList<LibraryFacts> Facts)> FactsAsync(
        Holdings holdings, ServiceType service, IReadOnlyCollection<RotaEntry> asked, DateTimeOffset now, RuleBook book, CancellationToken cancellation)
    {
        var known = await directory.KnownAsync(cancellation);
        var holders = holdings.Symbols.Select(symbol => known.Partners.GetValueOrDefault(symbol)).OfType<Partner>().ToList();
        var counts = holders.Any(partner => partner.Limits.MostOpenRequests is not null) ? await open.CountAsync(cancellation) : null;
        return (
            known, [.. holders.Select(
                (partner, listed) => FactsOf(partner, listed, known.FiguresOf(partner.Symbol), counts, holdings, service, asked, now, book) with
                {
                    TakesNothing = known.FiguresOf(partner.Symbol).IsPassedOver(policy.Document.Limits.UndeliverableRunning, now),
                })]);
    }

    private static IReadOnlyList<Tier> TiersOf(PatronGroup group, ServiceType service, RuleBook book) =>
        [.. Enum.GetValues<Tier>().Where(tier => book.Policy.Privileges[group].For(tier).For(service) != Access.NotAllowed)];

    private static RoutingTerms TermsOf(ServiceType service, IReadOnlyList<Tier> tiers, DateOnly today, RuleBook book, DateOnly? neededBy = null) => new(
        today,
        service,
        tiers,
        [.. Enum.GetValues<Tier>().Where(book.Policy.Routing.ReciprocalOnly.For)],
        book.Policy.Routing.ClosedAtMostDays,
        RotaLists.LongestRota)
    {
        NeededWithin = neededBy is { } day && book.Policy.Routing.TooLate != TooLate.Ignore ? book.Calendar.WorkingDaysBetween(today, day) : null,
        SkipTooLate = neededBy is not null && book.Policy.Routing.TooLate == TooLate.Skip,
    };

    private static LibraryFacts FactsOf(
        Partner partner,
        int listed,
        PartnerFigures figures,
        IReadOnlyDictionary<string, int>? counts,
        Holdings holdings,
        ServiceType service,
        IReadOnlyCollection<RotaEntry> asked,
        DateTimeOffset now,
        RuleBook book)
    {
        var holding = holdings.Known.GetValueOrDefault(partner.Symbol);
        var turnaround = Turnarounds.Of(partner, figures, service, book.Policy);
        var closed = PartnerCalendars.ClosedAt(partner, now, book.Calendar);
        var before = asked.FirstOrDefault(entry => entry.Symbol == partner.Symbol && entry.WasAsked);
        return new LibraryFacts(partner.Symbol, partner.Tier)
        {
            Holding = holding?.Certainty ?? Certainty.Held,
            HoldingWhy = holding?.Why,
            Listed = listed,
            Inactive = !partner.TakesPart,
            DoesNotLend = !partner.Lends.Of(service),
            Unreachable = partner.WayToAsk() is null,
            ClosureReason = closed?.Why,
            OpensOn = closed?.OpensOn,
            TypicalDays = turnaround.Typical,
            LatestDays = turnaround.Latest,
            Sample = turnaround.Sample,
            Balance = figures.Balance,
            Charge = partner.Reciprocal ? null : partner.Charges.Of(service),
            NotReciprocal = !partner.Reciprocal,
            Open = counts?.GetValueOrDefault(partner.Symbol) ?? 0,
            MostOpen = partner.Limits.MostOpenRequests,
            AskedBefore = before is null ? null : before.Why ?? StandingOf(before.Standing),
        };
    }

    private static ReasonCode StandingOf(RotaStatus standing) => standing switch
    {
        RotaStatus.Waiting => ReasonCode.Waiting,
        RotaStatus.Asked => ReasonCode.Asked,
        RotaStatus.Promised => ReasonCode.Promised,
        RotaStatus.Supplied => ReasonCode.Supplied,
        RotaStatus.PassedOver => ReasonCode.PassedOver,
    };

    private static RotaEntry EntryOf(Partner partner, KnownPartners known, ServiceType service, DateOnly today, RuleBook book)
    {
        var turnaround = Turnarounds.Of(partner, known.FiguresOf(partner.Symbol), service, book.Policy);
        return new RotaEntry(partner.Symbol, partner.Name, partner.Tier)
        {
            Works = PartnerCalendars.DaysOf(partner, today),
            ByHand = partner.WayToAsk() == WayToAsk.ByHand,
            ReplyDays = partner.Days.Response,
            Delivery = turnaround.Sample > 0 || partner.Days.DeliveryOf(service) is not null
                ? new ExpectedDelivery(turnaround.Earliest, turnaround.Latest, turnaround.Sample)
                : null,
        };
    }
}

/// <summary>A partner's turnaround, from our measurements, its own figures and its tier.</summary>
public static class Turnarounds
{
    public static Turnaround Of(Partner partner, PartnerFigures figures, ServiceType service, Policy policy) =>
        Turnaround.Of([.. figures.Of(service).Select(supply => supply.Days)], Published(partner, service, policy), policy.Routing);

    /// <summary>A partner's published figure is its latest; it may well be as early as its tier.</summary>
    private static DeliveryRange Published(Partner partner, ServiceType service, Policy policy)
    {
        var tier = service switch
        {
            ServiceType.Loan => policy.LoanDelivery.For(partner.Tier),
            ServiceType.Copy => policy.CopyDelivery.For(partner.Tier),
        };
        return partner.Days.DeliveryOf(service) is { } latest ? new DeliveryRange(Math.Min(tier.EarliestWorkingDays, latest), latest) : tier;
    }
}
