using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Service.Reports;

namespace Hkall.Service.PolicyLab;

/// <summary>Reads from a history, or from what is left of an erased one, what a policy decides about.</summary>
public static class LabReading
{
    /// <param name="history">The events from the first one on.</param>
    public static LabRequest Of(string id, IEnumerable<(RequestEvent Event, DateTimeOffset At)> history, LibraryCalendar calendar)
    {
        PatronRequest? request = null;
        PatronRequest? held = null;
        DateOnly? until = null;
        DateTimeOffset? returnedAt = null;
        var dues = new List<LabDue>();
        foreach (var (happened, at) in history)
        {
            var before = request;
            request = before is null ? RequestFold.Begin(id, (RequestPlaced)happened, at) : RequestFold.Apply(before, happened, at);
            if (DueOf(before, happened, calendar.DateOf(at), request) is { } due)
            {
                dues = due.Period == LabPeriod.Loan ? [due] : [.. dues, due];
            }

            if (request.Status.IsWithPatron())
            {
                (held, until) = (request, null);
            }
            else if (before?.Status.IsWithPatron() == true)
            {
                (held, until) = (before, calendar.DateOf(at));
            }

            returnedAt = request.Status.Stage() is RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed ? returnedAt ?? at : null;
        }

        if (request is null)
        {
            throw new ArgumentException("A history begins with the placing.", nameof(history));
        }

        return new LabRequest
        {
            Group = request.Group,
            Service = request.Service,
            PlacedOn = calendar.DateOf(request.PlacedAt),
            Tiers = request.AcceptTiers ?? Enum.GetValues<Tier>(),
            Supplied = request.Rota.FirstOrDefault(entry => entry.Standing == RotaStatus.Supplied)?.Tier,
            Cost = request.Charge?.Cost ?? request.AcceptedCost,
            Loan = held is null || dues.Count == 0 ? null : new LabLoan(dues, held, until),
            Place = new LabPlace(request.PatronId, request.PlacedAt, returnedAt, request.ClosedAt),
        };
    }

    /// <summary>What the statistics keep when the history is erased.</summary>
    public static LabRequest Of(CountedRequest row) => new()
    {
        Group = row.Group,
        Service = row.Service,
        PlacedOn = row.PlacedOn,
        Tiers = row.Asked.Count == 0 ? Enum.GetValues<Tier>() : [.. row.Asked.Select(asked => asked.Tier).Distinct()],
        Supplied = row.Tier,
        Cost = row.Cost,
        Renewals = row.Renewals,
    };

    private static LabDue? DueOf(PatronRequest? before, RequestEvent happened, DateOnly today, PatronRequest after) => happened switch
    {
        ItemCheckedOut checkedOut => new LabDue(LabPeriod.Loan, today, today, checkedOut.DueOn, after.Loan?.LenderDueOn),
        LoanRenewed renewed => new LabDue(
            renewed.Unasked ? LabPeriod.OfLender : LabPeriod.Renewal,
            today,
            before?.Loan?.DueOn is { } due && due > today ? due : today,
            renewed.DueOn,
            renewed.LenderDueOn),
        _ => null,
    };
}
