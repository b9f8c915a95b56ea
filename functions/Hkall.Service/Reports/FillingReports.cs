using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>How many requests were supplied, by which libraries, and why the rest were not.</summary>
public static class FillingReports
{
    /// <summary>
    /// Filled: the item or the scan arrived, and the patron could have it. The rate covers filled and unfilled requests; requests cancelled by
    /// the patron or still under way do not count.
    /// </summary>
    public static Report FillRate(ReportFacts facts) => new(
        "fill-rate",
        facts.Period.From,
        facts.Period.To,
        [
            new("service", Unit.Text), new("group", Unit.Text), new("placed", Unit.Count), new("filled", Unit.Count), new("unfilled", Unit.Count),
            new("cancelled", Unit.Count), new("underWay", Unit.Count), new("fillRate", Unit.Percent),
        ],
        [
            .. facts.Placed.GroupBy(request => request.Service).OrderBy(service => service.Key).SelectMany(service => (IReadOnlyList<object?>[])
            [
                Filled(ReportFacts.Of(service.Key), ReportFacts.All, [.. service]),
                .. service.GroupBy(request => request.Group)
                    .OrderBy(group => group.Key).Select(group => Filled(ReportFacts.Of(service.Key), Names.Of(group.Key), [.. group])),
            ]),
        ])
    {
        Drawn = ["fillRate"],
    };

    /// <summary>What each library did with the requests it received.</summary>
    public static Report Libraries(ReportFacts facts) => new(
        "libraries",
        facts.Period.From,
        facts.Period.To,
        [
            new("library", Unit.Text), new("tier", Unit.Text), new("asked", Unit.Count), new("supplied", Unit.Count), new("underWay", Unit.Count),
            new("silent", Unit.Count),
            new("declined", Unit.Count), new("letGo", Unit.Count), new("fillRate", Unit.Percent),
        ],
        [
            .. facts.Placed
                .SelectMany(request => request.Asked.Select(asked => (Asked: asked, End: asked.EndOf(request))))
                .GroupBy(one => (one.Asked.Tier, one.Asked.Symbol))
                .OrderBy(library => library.Key.Tier).ThenBy(library => library.Key.Symbol, StringComparer.Ordinal)
                .Select(library =>
                {
                    int Count(AskedEnd end) => library.Count(one => one.End == end);
                    var (supplied, silent, declined) = (Count(AskedEnd.Supplied), Count(AskedEnd.Silent), Count(AskedEnd.Declined));
                    return (IReadOnlyList<object?>)
                    [
                        library.Key.Symbol, Names.Of(library.Key.Tier), library.Count(), supplied, Count(AskedEnd.UnderWay), silent, declined,
                        Count(AskedEnd.LetGo), Percentiles.Share(supplied, supplied + silent + declined),
                    ];
                }),
        ])
    {
        Drawn = ["fillRate"],
    };

    /// <summary>Why requests ended unfilled or cancelled, each with one reason, and why libraries did not supply.</summary>
    public static Report Unfilled(ReportFacts facts)
    {
        var libraries = facts.Placed.SelectMany(request => request.Asked.Select(asked => asked.WhyNot(request))).OfType<ReasonCode>()
            .GroupBy(why => why).Select(why => (Of: "library", Why: Names.Of(why.Key), Times: why.Count()));
        var requests = facts.Placed
            .Where(request => request.WhyWithout() is not null)
            .GroupBy(request => (End: request.EndOf(), Why: request.WhyWithout()!.Value))
            .Select(one => (Of: one.Key.End == RequestEnd.Cancelled ? "cancelled" : "request", Why: Names.Of(one.Key.Why), Times: one.Count()));
        string[] order = ["request", "cancelled", "library"];
        return new Report(
            "unfilled",
            facts.Period.From,
            facts.Period.To,
            [new("of", Unit.Text), new("reason", Unit.Text), new("times", Unit.Count)],
            [.. requests.Concat(libraries)
                .OrderBy(one => Array.IndexOf(order, one.Of))
                .ThenByDescending(one => one.Times)
                .ThenBy(one => one.Why, StringComparer.Ordinal).Select(one => (IReadOnlyList<object?>)[one.Of, one.Why, one.Times])])
        {
            Drawn = ["times"],
        };
    }

    /// <summary>Requests by patron group: loans, copies and their share.</summary>
    public static Report Demand(ReportFacts facts) => new(
        "demand",
        facts.Period.From,
        facts.Period.To,
        [new("group", Unit.Text), new("loans", Unit.Count), new("copies", Unit.Count), new("placed", Unit.Count), new("share", Unit.Percent)],
        [
            .. facts.Placed.GroupBy(request => request.Group).OrderBy(group => group.Key).Select(group => (IReadOnlyList<object?>)
            [
                Names.Of(group.Key),
                group.Count(request => request.Service == Domain.Model.ServiceType.Loan),
                group.Count(request => request.Service == Domain.Model.ServiceType.Copy),
                group.Count(),
                Percentiles.Share(group.Count(), facts.Placed.Count),
            ]),
        ])
    {
        Drawn = ["loans", "copies"],
    };

    private static IReadOnlyList<object?> Filled(string service, string group, IReadOnlyList<CountedRequest> requests)
    {
        int Count(RequestEnd end) => requests.Count(request => request.EndOf() == end);
        var (filled, unfilled) = (Count(RequestEnd.Filled), Count(RequestEnd.Unfilled));
        return [service, group, requests.Count, filled, unfilled, Count(RequestEnd.Cancelled), Count(RequestEnd.UnderWay),
            Percentiles.Share(filled, filled + unfilled)];
    }
}
