using Hkall.Requests;
using Hkall.Requests.Placing;
using Hkall.Service.Partners;

namespace Hkall.Service.Placing;

/// <summary>One way of having the item.</summary>
/// <param name="Access">Whether the patron's group may have it this way.</param>
/// <param name="Why">In a sentence: why not, or on what conditions.</param>
public sealed record Option(ServiceType Service, Tier Tier, OptionEstimate Estimate, Access Access, string Why);

/// <param name="Basis"><c>published</c>: the ranges of the service's page; <c>measured</c>: what was measured on <paramref name="Sample"/> requests.</param>
public sealed record OptionEstimate(DateOnly Earliest, DateOnly Latest, string Basis, int Sample);

/// <param name="Items">The ways, the quickest first.</param>
/// <param name="HeldHere">Why nothing need be requested, where the Library itself holds it.</param>
public sealed record OptionsView(IReadOnlyList<Option> Items, string? HeldHere);

/// <summary>"Users can make more informed decisions … based on their needs, delivery time and format" (page).</summary>
public sealed class Options(ILocator locator, PartnerDirectory directory)
{
    public async Task<OptionsView> ForAsync(Patron patron, Item item, DateOnly today, RuleBook book, CancellationToken cancellation)
    {
        var holdings = await locator.LocateAsync(item, cancellation);
        if (holdings.HeldHere)
        {
            return new OptionsView([], "The Library holds this item: it can be used online or checked out.");
        }

        var partners = await directory.AllAsync(cancellation);
        var tiers = holdings.Symbols
            .Select(symbol => partners.GetValueOrDefault(symbol))
            .Where(partner => partner is { Active: true })
            .Select(partner => partner!.Tier)
            .ToHashSet();
        return new OptionsView(
            [
                .. from tier in tiers
                   from kind in Enum.GetValues<ServiceType>()
                   let option = Of(patron, kind, tier, today, book)
                   orderby option.Access == Access.NotAllowed, option.Estimate.Latest, option.Tier, option.Service
                   select option,
            ],
            null);
    }

    private static Option Of(Patron patron, ServiceType service, Tier tier, DateOnly today, RuleBook book)
    {
        var access = patron.Group is { } group ? book.Policy.Privileges[group].For(tier).For(service) : Access.NotAllowed;
        var range = service switch
        {
            ServiceType.Loan => book.Policy.LoanDelivery.For(tier),
            ServiceType.Copy => book.Policy.CopyDelivery.For(tier),
        };
        return new Option(
            service,
            tier,
            new OptionEstimate(
                book.Calendar.AddWorkingDays(today, range.EarliestWorkingDays),
                book.Calendar.AddWorkingDays(today, range.LatestWorkingDays),
                "published",
                0),
            access,
            Why(access, service, tier));
    }

    private static string Why(Access access, ServiceType service, Tier tier) => access switch
    {
        Access.NotAllowed => "Not offered to your user group.",
        Access.Allowed => service == ServiceType.Copy ? "For your research or private study; a declaration is needed." : "Included in the service.",
        Access.Conditional => tier switch
        {
            Tier.Overseas => "Conditions may apply: you will be asked before anything that costs.",
            Tier.Hkall or Tier.Local => "Conditions may apply, as the lending library decides.",
        },
    };
}
