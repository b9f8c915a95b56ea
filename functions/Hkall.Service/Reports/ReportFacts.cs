using Hkall.Domain;
using Hkall.Domain.Placing;

namespace Hkall.Service.Reports;

/// <summary>What the reports are made of.</summary>
/// <param name="Placed">The requests placed in the period, open and closed.</param>
/// <param name="Open">All open requests as they stand now, whenever they were placed.</param>
public sealed record ReportFacts(ReportPeriod Period, DateOnly Today, IReadOnlyList<CountedRequest> Placed, IReadOnlyList<PatronRequest> Open)
{
    /// <summary>Whatever stands for "all of them" in a row of sums.</summary>
    public const string All = "all";

    public IEnumerable<CountedRequest> Arrived => Placed.Where(request => request.ArrivedOn is not null && request.Tier is not null);

    public static string Of(ServiceType service) => Names.Of(service);
}
