using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>How many requests were supplied, by which libraries, and why the rest were not.</summary>
public static class FillingReports
{
    /// <summary>
    /// Filled: the item or the scan arrived. The rate covers filled and unfilled requests; requests cancelled by the patron or still under way
    /// do not count.
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
            new("declined", Unit.Count), new("fillRate", Unit.Percent),
        ],
        [
            .. facts.Placed
                .SelectMany(request => request.Asked.Select(asked => (Asked: asked, Supplied: asked.Why is null && request.ArrivedOn is not null)))
                .GroupBy(one => (one.Asked.Tier, one.Asked.Symbol))
                .OrderBy(library => library.Key.Tier).ThenBy(library => library.Key.Symbol, StringComparer.Ordinal)
                .Select(library =>
                {
                    var supplied = library.Count(one => one.Supplied);
                    var underWay = library.Count(one => one.Asked.Why is null && !one.Supplied);
                    var silent = library.Count(one => one.Asked.Why is ReasonCode.Silent or ReasonCode.PromiseNotKept);
                    var asked = library.Count();
                    return (IReadOnlyList<object?>)
                    [
                        library.Key.Symbol, Names.Of(library.Key.Tier), asked, supplied, underWay, silent, asked - supplied - underWay - silent,
                        Percentiles.Share(supplied, asked - underWay),
                    ];
                }),
        ])
    {
        Drawn = ["fillRate"],
    };

    /// <summary>Why libraries did not supply, and why requests ended without an item.</summary>
    public static Report Unfilled(ReportFacts facts)
    {
        var libraries = facts.Placed.SelectMany(request => request.Asked)
            .Where(asked => asked.Why is not null).GroupBy(asked => Names.Of(asked.Why!.Value)).Select(why => ("library", Why: why.Key, Times: why.Count()));
        var requests = facts.Placed
            .Where(request => request is { ArrivedOn: null, Outcome: RequestStatus.Unfilled or RequestStatus.Cancelled or RequestStatus.Lost })
            .GroupBy(request => request.Why is { } why ? Names.Of(why) : Names.Of(request.Outcome))
            .Select(why => ("request", Why: why.Key, Times: why.Count()));
        return new Report(
            "unfilled",
            facts.Period.From,
            facts.Period.To,
            [new("of", Unit.Text), new("reason", Unit.Text), new("times", Unit.Count)],
            [.. requests.Concat(libraries)
                .OrderBy(one => one.Item1 == "library")
                .ThenByDescending(one => one.Times)
                .ThenBy(one => one.Why, StringComparer.Ordinal).Select(one => (IReadOnlyList<object?>)[one.Item1, one.Why, one.Times])])
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
        var filled = requests.Count(request => request.ArrivedOn is not null);
        var without = requests.Where(request => request.ArrivedOn is null).ToList();
        var cancelled = without.Count(request => request.Outcome == RequestStatus.Cancelled);
        var unfilled = without.Count(request => request.ClosedOn is not null && request.Outcome != RequestStatus.Cancelled);
        return [service, group, requests.Count, filled, unfilled, cancelled, requests.Count - filled - unfilled - cancelled,
            Percentiles.Share(filled, filled + unfilled)];
    }
}
