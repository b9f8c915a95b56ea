using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>Reports about the present state.</summary>
public static class BacklogReports
{
    private static readonly IReadOnlyList<(string Name, int From, int To)> Lateness = [("1-7", 1, 7), ("8-14", 8, 14), ("15-30", 15, 30),
        ("31+", 31, int.MaxValue)];

    /// <summary>How much of their quota patrons use, by group: only counts, so that no patron can be identified.</summary>
    public static Report Quota(ReportFacts facts, Policy policy) => new(
        "quota",
        null,
        null,
        [
            new("group", Unit.Text), new("patrons", Unit.Count), new("open", Unit.Count), new("half", Unit.Count), new("most", Unit.Count),
            new("limit", Unit.Count),
            new("nearLimit", Unit.Count), new("atLimit", Unit.Count),
        ],
        [
            .. Enum.GetValues<PatronGroup>().Select(group =>
            {
                var used = facts.Open.Where(request => request.Group == group).GroupBy(request => request.PatronId)
                    .Select(patron => Domain.Accounts.Quota.Of(group, [.. patron], own: null, policy).Used).ToList();
                var limit = policy.OpenRequests[group];
                return (IReadOnlyList<object?>)
                [
                    Names.Of(group), used.Count, used.Sum(), Percentiles.Of(used, 50), used.Count == 0 ? null : used.Max(), limit,
                    used.Count(open => open * 5 >= limit * 4 && open < limit), used.Count(open => open >= limit),
                ];
            }),
        ])
    {
        Drawn = ["open"],
    };

    /// <summary>Items past their due date, by how many days.</summary>
    public static Report Overdue(ReportFacts facts)
    {
        var late = facts.Open
            .Where(request => request.Status is RequestStatus.Overdue or RequestStatus.Recalled && request.Loan?.DueOn < facts.Today)
            .Select(request => (Days: facts.Today.DayNumber - request.Loan!.DueOn!.Value.DayNumber, request.Loan.Recalled))
            .ToList();
        return new Report(
            "overdue",
            null,
            null,
            [new("daysLate", Unit.Text), new("items", Unit.Count), new("recalled", Unit.Count)],
            [
                .. Lateness.Select(span => (IReadOnlyList<object?>)
                [
                    span.Name,
                    late.Count(item => item.Days >= span.From && item.Days <= span.To),
                    late.Count(item => item.Days >= span.From && item.Days <= span.To && item.Recalled),
                ]),
            ])
        {
            Drawn = ["items"],
        };
    }
}
