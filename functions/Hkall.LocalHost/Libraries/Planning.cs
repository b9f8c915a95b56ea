using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.LocalHost.Libraries;

/// <summary>What a library does about one of our messages.</summary>
/// <param name="DropsPending">Whether it drops the steps it had planned before.</param>
public sealed record Reaction(IReadOnlyList<Step> Steps, bool DropsPending);

/// <summary>Turns a scenario into steps with dates. It has no state and no clock.</summary>
public static class Planning
{
    /// <summary>The time of day at which a library sends steps of a later day.</summary>
    private static readonly TimeSpan MorningRound = TimeSpan.FromHours(10);

    /// <param name="hasLeft">The item or the scan has left the library.</param>
    public static Reaction Reaction(Scenario scenario, RequestingAction word, ServiceType service, bool hasLeft) => word switch
    {
        RequestingAction.Request => service switch
        {
            ServiceType.Loan => new Reaction(scenario.Loan, DropsPending: false),
            ServiceType.Copy => new Reaction(scenario.Copy, DropsPending: false),
        },
        RequestingAction.Cancel => hasLeft
            ? new Reaction(scenario.CancelTooLate, DropsPending: false)
            : new Reaction(scenario.Cancel, DropsPending: scenario.Cancel.Any(step => step.News == News.Cancelled)),
        RequestingAction.Resupply => new Reaction([.. scenario.Copy.Where(step => step.News == News.Scan)], DropsPending: false),
        RequestingAction.Received => service switch
        {
            ServiceType.Loan => new Reaction(scenario.Received, DropsPending: false),
            ServiceType.Copy => new Reaction([], DropsPending: false),
        },
        RequestingAction.Returned => new Reaction(scenario.Returned, DropsPending: true),
        RequestingAction.Renew => new Reaction(scenario.Renew, DropsPending: false),
        RequestingAction.AcceptCost or RequestingAction.AcceptCondition =>
            new Reaction([.. scenario.CostAccepted.Where(step => step.News != (service == ServiceType.Loan ? News.Scan : News.Shipped))], DropsPending: false),
        // Without other plans, what is asked again is answered like a first request: ours was closed meanwhile.
        RequestingAction.Retry when scenario.Retried is null => Reaction(scenario, RequestingAction.Request, service, hasLeft),
        RequestingAction.Retry =>
            new Reaction([.. scenario.Retried.Where(step => step.News != (service == ServiceType.Loan ? News.Scan : News.Shipped))], DropsPending: false),
        RequestingAction.Reminder or RequestingAction.AskStatus or RequestingAction.Damaged or RequestingAction.PartsMissing
            or RequestingAction.DisputeCharge or RequestingAction.Correction or RequestingAction.Note =>
            new Reaction([], DropsPending: false),
        RequestingAction.Lost => new Reaction([], DropsPending: true),
    };

    /// <param name="firstNumber">The number of the first step; steps are numbered through the life of a request.</param>
    public static IReadOnlyList<PlannedStep> Plan(
        SimulatedLibrary library, string requestId, Scenario scenario, IReadOnlyList<Step> steps, int firstNumber, DateTimeOffset now,
        LibraryCalendar calendar) =>
        [.. steps.Select((step, i) => Plan(library, requestId, scenario, step, firstNumber + i, now, calendar))];

    private static PlannedStep Plan(
        SimulatedLibrary library, string requestId, Scenario scenario, Step step, int number, DateTimeOffset now, LibraryCalendar calendar)
    {
        var days = step.After.For(library.Tier) * scenario.Slowness;
        var due = days == 0 ? now : calendar.StartOf(calendar.AddWorkingDays(calendar.DateOf(now), days)) + MorningRound;
        return new PlannedStep
        {
            MessageId = $"{library.Symbol}-{requestId}-{number}",
            Number = number,
            News = step.News,
            Due = due,
            DueOn = step.DueInDays is { } period ? calendar.DateOf(due).AddDays(period.For(library.Tier)) : null,
            Reason = step.Reason,
            Cost = step.Cost,
            LibraryUseOnly = step.LibraryUseOnly,
            Flaw = step.Flaw,
        };
    }
}
