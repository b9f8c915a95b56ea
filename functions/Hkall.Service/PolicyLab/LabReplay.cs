using Hkall.Domain;
using Hkall.Domain.Accounts;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;

namespace Hkall.Service.PolicyLab;

/// <summary>
/// Decides a period again under a policy. What people and libraries did stays as it was: who asked for what and when, who supplied and
/// at what charge, when an item came back. What the policy makes of it is counted.
/// </summary>
public static class LabReplay
{
    /// <param name="requests">Those of the period and, for the quota, those placed shortly before it.</param>
    /// <param name="from">The first day of the period.</param>
    /// <param name="now">The policy in force.</param>
    /// <param name="tried">The policy that is tried.</param>
    /// <param name="today">Until then, items that are still out count as late.</param>
    public static IReadOnlyDictionary<PatronGroup, LabFigures> Of(
        IReadOnlyList<LabRequest> requests, DateOnly from, RuleBook now, RuleBook tried, DateOnly today)
    {
        var byGroup = Enum.GetValues<PatronGroup>().ToDictionary(group => group, _ => LabFigures.None);
        var places = new Dictionary<string, List<LabPlace>>(StringComparer.Ordinal);
        foreach (var request in requests.OrderBy(one => one.Place?.From ?? DateTimeOffset.MinValue))
        {
            var figures = Decide(request, places, now, tried, today);
            if (request.PlacedOn >= from)
            {
                byGroup[request.Group] += figures;
            }
        }

        return byGroup;
    }

    private static LabFigures Decide(LabRequest request, Dictionary<string, List<LabPlace>> places, RuleBook now, RuleBook tried, DateOnly today)
    {
        var one = LabFigures.None with { Requests = 1 };
        if (request.Tiers.All(tier => tried.Policy.Privileges[request.Group].For(tier).For(request.Service) == Access.NotAllowed))
        {
            return one with { NotOffered = 1 };
        }

        if (request.Place is { } place)
        {
            var held = places.TryGetValue(place.Patron, out var before) ? before : places[place.Patron] = [];
            held.RemoveAll(other => IsOver(other, place.From, tried.Policy.Quota.CountsUntil));
            if (held.Count >= tried.Policy.OpenRequests[request.Group])
            {
                return one with { QuotaReached = 1 };
            }

            held.Add(place);
        }

        return OnLoan(request, Charged(request, one, tried), now, tried, today);
    }

    private static bool IsOver(LabPlace place, DateTimeOffset at, QuotaCountsUntil until) => (until switch
    {
        QuotaCountsUntil.Returned => place.ReturnedAt,
        QuotaCountsUntil.Closed => place.ClosedAt,
    }) <= at;

    private static LabFigures Charged(LabRequest request, LabFigures figures, RuleBook book)
    {
        if (request is not { Cost: { Amount: > 0 } cost, Supplied: { } tier } || book.Rates.IsWithin(cost, book.Policy.CostThreshold)
            || book.Policy.Charges.BorneByLibrary.For(tier))
        {
            return figures;
        }

        return figures with { Charges = 1, ChargedHkd = book.Rates.InHkd(cost)?.Amount ?? 0 };
    }

    private static LabFigures OnLoan(LabRequest request, LabFigures figures, RuleBook now, RuleBook tried, DateOnly today)
    {
        if (request.Loan is not { } loan)
        {
            return figures with { Renewals = Math.Min(request.Renewals, tried.Policy.RenewalsAllowed) };
        }

        var (dueOn, renewals) = LabDates.Of(loan, request.Group, request.Supplied, now, tried);
        var end = loan.Until ?? today;
        var held = loan.Held with { Loan = loan.Held.Loan! with { DueOn = dueOn } };
        var reminder = tried.Calendar.AddWorkingDays(dueOn, -tried.Policy.DueReminderWorkingDays);
        return figures with
        {
            Renewals = renewals,
            Overdue = end > dueOn ? 1 : 0,
            Fines = Fines.Of(held, end, tried)?.Amount.Amount ?? 0,
            Mails = (reminder > loan.Dues[0].On && reminder <= end ? 1 : 0) + OverdueLadder.Of(tried.Policy).Count(days => dueOn.AddDays(days) <= end),
        };
    }
}
