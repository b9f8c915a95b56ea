using System.Globalization;
using Hkall.Domain;

namespace Hkall.Service.Reports;

/// <summary>
/// How often the last day that we named to a patron held, by month of placing. That day is meant to hold for nine of ten, so a month far below
/// is one in which estimates were wrong.
/// </summary>
public static class EstimateReport
{
    public static Report Of(ReportFacts facts) => new(
        "estimates-held",
        facts.Period.From,
        facts.Period.To,
        [
            new("month", Unit.Text), new("service", Unit.Text), new("tier", Unit.Text), new("delivered", Unit.Count), new("late", Unit.Count),
            new("inTime", Unit.Percent),
        ],
        [
            .. facts.Arrived.Where(request => request.Promise is not null)
                .GroupBy(request => (Month: new DateOnly(request.PlacedOn.Year, request.PlacedOn.Month, 1), request.Service, Tier: request.Tier!.Value))
                .OrderByDescending(group => group.Key.Month).ThenBy(group => group.Key.Service).ThenBy(group => group.Key.Tier)
                .Select(group =>
                {
                    var (all, late) = (group.Count(), group.Count(request => request.ArrivedOn > request.Promise!.Latest));
                    return (IReadOnlyList<object?>)[
                        group.Key.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), ReportFacts.Of(group.Key.Service), Names.Of(group.Key.Tier),
                        all, late, Percentiles.Share(all - late, all)];
                }),
        ])
    {
        Drawn = ["inTime"],
    };
}
