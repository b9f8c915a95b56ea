using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>How often "we will supply" led to a supply, by library: a broken promise costs the patron the days spent waiting for it.</summary>
public static class PromiseReport
{
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
                .SelectMany(request => request.Asked.Where(asked => asked.Promised).Select(asked => (Asked: asked, End: asked.EndOf(request))))
                .GroupBy(one => (one.Asked.Tier, one.Asked.Symbol))
                .OrderBy(library => library.Key.Tier).ThenBy(library => library.Key.Symbol, StringComparer.Ordinal)
                .Select(library =>
                {
                    var kept = library.Count(one => one.End == AskedEnd.Supplied);
                    var underWay = library.Count(one => one.End == AskedEnd.UnderWay);
                    var letGo = library.Count(one => one.End == AskedEnd.LetGo);
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
