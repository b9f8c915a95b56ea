using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>How long deliveries took, and whether estimates were right.</summary>
public static class DeliveryReports
{
    /// <summary>
    /// Working days from placing to arrival (the patron's wait) and from asking to arrival (the library's share): each service and tier as a
    /// whole, then by library.
    /// </summary>
    public static Report Turnaround(ReportFacts facts) => new(
        "turnaround",
        facts.Period.From,
        facts.Period.To,
        [
            new("service", Unit.Text), new("tier", Unit.Text), new("library", Unit.Text), new("delivered", Unit.Count),
            new("patronHalf", Unit.WorkingDays), new("patronNineTenths", Unit.WorkingDays), new("libraryHalf", Unit.WorkingDays),
            new("libraryNineTenths", Unit.WorkingDays),
        ],
        [
            .. facts.Arrived.GroupBy(request => (request.Service, Tier: request.Tier!.Value))
                .OrderBy(group => group.Key).SelectMany(group => (IReadOnlyList<object?>[])
            [
                Took(group.Key.Service, group.Key.Tier, ReportFacts.All, [.. group]),
                .. group.GroupBy(request => request.Supplier!)
                    .OrderBy(library => library.Key, StringComparer.Ordinal)
                    .Select(library => Took(group.Key.Service, group.Key.Tier, library.Key, [.. library])),
            ]),
        ])
    {
        Drawn = ["patronHalf", "patronNineTenths"],
    };

    /// <summary>How often an item arrived by the date we had given the patron, before it, or after it.</summary>
    public static Report Promises(ReportFacts facts) => new(
        "promises",
        facts.Period.From,
        facts.Period.To,
        [
            new("service", Unit.Text), new("tier", Unit.Text), new("delivered", Unit.Count), new("early", Unit.Count), new("within", Unit.Count),
            new("late", Unit.Count),
            new("inTime", Unit.Percent),
        ],
        [
            .. facts.Arrived.Where(request => request.Promise is not null)
                .GroupBy(request => (request.Service, Tier: request.Tier!.Value)).OrderBy(group => group.Key).Select(group =>
            {
                var early = group.Count(request => request.ArrivedOn < request.Promise!.Earliest);
                var late = group.Count(request => request.ArrivedOn > request.Promise!.Latest);
                var all = group.Count();
                return (IReadOnlyList<object?>)[ReportFacts.Of(group.Key.Service), Names.Of(group.Key.Tier), all, early, all - early - late, late,
                    Percentiles.Share(all - late, all)];
            }),
        ])
    {
        Drawn = ["inTime"],
    };

    private static IReadOnlyList<object?> Took(ServiceType service, Tier tier, string library, IReadOnlyList<CountedRequest> requests)
    {
        var waited = requests.Select(request => request.WaitedDays!.Value).ToList();
        var took = requests.Select(request => request.SupplierDays).OfType<int>().ToList();
        return
        [
            ReportFacts.Of(service), Names.Of(tier), library, requests.Count,
            Percentiles.Of(waited, 50), Percentiles.Of(waited, 90), Percentiles.Of(took, 50), Percentiles.Of(took, 90),
        ];
    }
}
