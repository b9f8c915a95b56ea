using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>The data the reports are made from.</summary>
/// <param name="Placed">The requests placed in the period, open and closed.</param>
/// <param name="Open">All requests that are open now, whenever they were placed.</param>
public sealed record ReportFacts(ReportPeriod Period, DateOnly Today, IReadOnlyList<CountedRequest> Placed, IReadOnlyList<PatronRequest> Open)
{
    /// <summary>The free copies opened in the period from the page of options; only for the report that counts them.</summary>
    public IReadOnlyList<OpenedFreeCopy> Opened { get; init; } = [];

    /// <summary>The name for "all of them" in a row of totals.</summary>
    public const string All = "all";

    public IEnumerable<CountedRequest> Arrived => Placed.Where(request => request.ArrivedOn is not null && request.Tier is not null);

    public static string Of(ServiceType service) => Names.Of(service);
}
