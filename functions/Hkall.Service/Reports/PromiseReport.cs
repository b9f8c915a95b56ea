using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>How often "we will supply" led to a supply, by library: a broken promise costs the patron the days spent waiting for it.</summary>
public static class PromiseReport
{
    /// <summary>Reasons why our side released a promise: the library has not broken it.</summary>
    private static readonly ReasonCode[] LetGo =
        [ReasonCode.Closed, ReasonCode.AnotherLibrarySupplied, ReasonCode.ChargeDeclined, ReasonCode.ConditionsDeclined, ReasonCode.PassedOverByStaff];

    public static Report Of(ReportFacts facts) => new(
        "promises-kept",
        facts.Period.From,
        facts.Period.To,
        [
            new("library", Unit.Text), new("tier", Unit.Text), new("promised", Unit.Count), new("kept", Unit.Count), new("broken", Unit.Count),
            new("letGo", Unit.Count),
            new("underWay", Unit.Count), new("keptRate", Unit.Percent),
        ],
        [
            .. facts.Placed
                .SelectMany(request => request.Asked.Where(asked => asked.Promised).Select(asked => (Asked: asked, Came: request.ArrivedOn is not null)))
                .GroupBy(one => (one.Asked.Tier, one.Asked.Symbol))
                .OrderBy(library => library.Key.Tier).ThenBy(library => library.Key.Symbol, StringComparer.Ordinal)
                .Select(library =>
                {
                    var kept = library.Count(one => one.Asked.Why is null && one.Came);
                    var underWay = library.Count(one => one.Asked.Why is null && !one.Came);
                    var letGo = library.Count(one => one.Asked.Why is { } why && LetGo.Contains(why));
                    var promised = library.Count();
                    var broken = promised - kept - underWay - letGo;
                    return (IReadOnlyList<object?>)[library.Key.Symbol, Names.Of(library.Key.Tier), promised, kept, broken, letGo, underWay,
                        Percentiles.Share(kept, kept + broken)];
                }),
        ])
    {
        Drawn = ["keptRate"],
    };
}
