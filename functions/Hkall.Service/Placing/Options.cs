using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.FreeCopies;
using Hkall.Service.Locating;
using Hkall.Service.Web;

namespace Hkall.Service.Placing;

/// <summary>One way to get the item.</summary>
/// <param name="Access">Whether the patron's group may use this option.</param>
/// <param name="Why">Why not, or on what conditions, in a sentence.</param>
/// <param name="Cost">The usual charge of the first library on the list, if it charges and the Library does not bear the cost.</param>
/// <param name="Library">The first library that would be asked.</param>
/// <param name="Loan">For how long the item is usually lent; null for a copy.</param>
public sealed record Option(
    ServiceType Service, Tier Tier, OptionEstimate Estimate, Access Access, string Why, Money? Cost = null, OptionLibrary? Library = null,
    OptionLoan? Loan = null);

/// <summary>The library that would be asked first.</summary>
public sealed record OptionLibrary(string Symbol, string Name);

/// <summary>The usual loan; the lending library may give less.</summary>
/// <param name="Days">The loan period of the patron's group.</param>
/// <param name="Renewals">How often it may be renewed, if the lending library agrees.</param>
public sealed record OptionLoan(int Days, int Renewals);

/// <param name="Basis"><c>published</c>: the ranges on the service's page; <c>measured</c>: figures from <paramref name="Sample"/> requests.</param>
public sealed record OptionEstimate(DateOnly Earliest, DateOnly Latest, string Basis, int Sample);

/// <param name="Items">The options, the quickest first.</param>
/// <param name="HeldHere">Why there is nothing to request, if the Library itself holds the item.</param>
/// <param name="OwnCopies">The Library's copies, those on the shelf first, if it holds the item and its catalogue says where.</param>
/// <param name="FreeCopy">A copy that anybody may read at once; null if none is known.</param>
public sealed record OptionsView(IReadOnlyList<Option> Items, string? HeldHere, FreeCopy? FreeCopy = null, IReadOnlyList<OwnCopy>? OwnCopies = null);

/// <summary>
/// "Users can make more informed decisions … based on their needs, delivery time and format" (page). An option is that of the
/// first library that would be asked. A tier's options appear even if the group may not use them, but not if no library of the
/// tier supplies the service or is open.
/// </summary>
public sealed class Options(ILocator locator, RotaMaker rotas, FreeCopyFinder freeCopies)
{
    public async Task<OptionsView> ForAsync(Patron patron, Item item, DateTimeOffset now, RuleBook book, CancellationToken cancellation)
    {
        var looking = freeCopies.FindAsync(item, cancellation);
        var holdings = await locator.LocateAsync(item, cancellation);
        var freeCopy = await looking;
        if (holdings.HeldHere)
        {
            return new OptionsView([], "The Library holds this item: it can be used online or checked out.", freeCopy, holdings.Own);
        }

        List<Option> options = [];
        foreach (var service in Enum.GetValues<ServiceType>())
        {
            var firsts = await rotas.FirstsAsync(holdings, service, now, book, cancellation);
            options.AddRange(firsts.Select(first => Of(patron, service, first, now, book)));
        }

        return new OptionsView(
            [.. options.OrderBy(option => option.Access == Access.NotAllowed)
                .ThenBy(option => option.Estimate.Latest).ThenBy(option => option.Tier).ThenBy(option => option.Service)],
            null,
            freeCopy);
    }

    private static Option Of(Patron patron, ServiceType service, MadeRota.First first, DateTimeOffset now, RuleBook book)
    {
        var tier = first.Entry.Tier;
        var access = patron.Group is { } group ? book.Policy.Privileges[group].For(tier).For(service) : Access.NotAllowed;
        var estimate = Estimates.Of(first.Entry, service, now, book);
        var isTheirs = !book.Policy.Charges.BorneByLibrary.For(tier);
        var cost = isTheirs && first.Facts.Charge is { } charge && !charge.IsWithin(book.Policy.CostThreshold) ? charge : null;
        return new Option(
            service,
            tier,
            new OptionEstimate(estimate.Earliest, estimate.Latest, Names.Of(estimate.Basis ?? EstimateBasis.Published), estimate.Sample ?? 0),
            access,
            Why(access, service, tier, first.Facts, cost),
            cost,
            new OptionLibrary(first.Entry.Symbol, first.Entry.Name),
            LoanOf(patron, service, book));
    }

    private static OptionLoan? LoanOf(Patron patron, ServiceType service, RuleBook book) => (service, patron.Group) switch
    {
        (ServiceType.Loan, { } group) => new OptionLoan(book.Policy.LoanDays[group], book.Policy.RenewalsAllowed),
        (ServiceType.Loan, null) or (ServiceType.Copy, _) => null,
    };

    private static string Why(Access access, ServiceType service, Tier tier, LibraryFacts facts, Money? cost)
    {
        var basic = access switch
        {
            Access.NotAllowed => "Not offered to your user group.",
            Access.Allowed => service == ServiceType.Copy ? "For your research or private study; a declaration is needed." : "Included in the service.",
            Access.Conditional => tier switch
            {
                Tier.Overseas => "Conditions may apply: you will be asked before anything that costs.",
                Tier.Hkall or Tier.Local => "Conditions may apply, as the lending library decides.",
            },
        };
        var opens = facts.OpensOn is { } day ? $" The library is closed until {Notices.StatusTexts.Day(day)}." : string.Empty;
        var costs = cost is null ? string.Empty : $" The library usually charges {Notices.StatusTexts.Amount(cost)}; you will be asked first.";
        return access == Access.NotAllowed ? basic : basic + opens + costs;
    }
}
