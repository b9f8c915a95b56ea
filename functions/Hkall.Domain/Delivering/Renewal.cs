using Hkall.Domain.Accounts;
using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>Whether a patron can renew a loan now; if not, the refusal and its reason.</summary>
/// <param name="By">The last date on which the patron can ask for a renewal; null without a due date.</param>
public sealed record Renewability(DateOnly? By, Refusal? Refusal, string Why)
{
    public bool Possible => Refusal is null;
}

/// <summary>The one rule for offering, showing and refusing renewals, so that no button offers a renewal that the service refuses.</summary>
public static class Renewal
{
    /// <summary>
    /// The last day to ask for a renewal: three working days before the due date (page). For a loan due on Friday 4 December that is
    /// the end of Tuesday 1 December.
    /// </summary>
    public static DateOnly LastDay(DateOnly dueOn, RuleBook book) =>
        book.Calendar.AddWorkingDays(dueOn, -book.Policy.RenewalNoticeWorkingDays);

    /// <summary>The same for a loan, whose patron may have been given a later day; null without a due date.</summary>
    internal static DateOnly? LastDay(Loan loan, RuleBook book) => loan.DueOn is not { } dueOn ? null
        : LastDay(dueOn, book) is var counted && loan.RenewalPromise is { } given && given.DueOn == dueOn && given.By > counted ? given.By : counted;

    /// <summary>The last day for the mails about a due date; null if a renewal is no longer possible, so that no mail offers one that we refuse.
    /// A mail says until when, and a block may end before that day.</summary>
    internal static DateOnly? OfferedUntil(DecisionBuilder decision) =>
        decision.Request.Loan is { RenewalAsked: false }
        && Of(decision.Request, decision.Now, new RuleBook(decision.Policy, decision.Calendar), blocked: null) is { Possible: true, By: var by } ? by : null;

    /// <summary>Why the loan cannot be renewed, for the mail about its due date; null if it can be, or if the reason lies outside the loan.</summary>
    internal static ReasonCode? WhyNot(DecisionBuilder decision) =>
        Of(decision.Request, decision.Now, decision.Book, blocked: null).Refusal switch
        {
            Refusal.RenewalLimit => ReasonCode.RenewalLimit,
            Refusal.NotRenewable => ReasonCode.NotRenewable,
            Refusal.PastRenewalDeadline => ReasonCode.TooLate,
            _ => null,
        };

    /// <param name="blocked">Why the patron may not renew anything now; null if nothing prevents it.</param>
    public static Renewability Of(PatronRequest request, DateTimeOffset now, RuleBook book, Block? blocked)
    {
        // Whoever lent it counts it as overdue, and a renewal answers that: its new date is the last day to ask.
        var by = request.Loan switch
        {
            { LenderOverdue: true, DueOn: { } due } => due,
            { } lent => LastDay(lent, book),
            null => null,
        };
        return request.Status.Stage() switch
        {
            RequestStage.AtLibrary when request.Status == RequestStatus.LibraryUse =>
                No(Refusal.LibraryUseOnly, "The lending library does not let this item out."),
            RequestStage.WithPatron when request.Status == RequestStatus.Recalled =>
                No(Refusal.AlreadyRecalled, "The lending library has recalled the item; it cannot be renewed."),
            RequestStage.WithPatron when request.Status == RequestStatus.Overdue => No(Refusal.PastRenewalDeadline, "The item is overdue; please return it."),
            RequestStage.WithPatron => OnLoan(request, now, book, by, blocked),
            RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
                or RequestStage.Returning or RequestStage.Downloadable or RequestStage.Closed => No(Refusal.NotRenewable, "The item is not checked out."),
        };

        Renewability No(Refusal refusal, string why) => new(by, refusal, why);
    }

    private static Renewability OnLoan(PatronRequest request, DateTimeOffset now, RuleBook book, DateOnly? by, Block? blocked)
    {
        var loan = request.Loan!;
        var allowed = loan.RenewalsAllowed ?? book.Policy.RenewalsAllowed;
        return loan switch
        {
            { RenewalAsked: true } => new(by, null, "The lending library has been asked."),
            { RenewalRefused: true } when Math.Max(loan.Refusals, 1) > book.Policy.RenewalAsksAfterRefusal =>
                new(by, Refusal.NotRenewable, "The lending library has not agreed to a renewal. Please return the item by its due date."),
            _ when loan.Renewals >= allowed => new(by, Refusal.RenewalLimit, $"The loan has been renewed {loan.Renewals} times, as often as allowed."),
            _ when now >= book.Calendar.EndOf(by!.Value) => new(
                by, Refusal.PastRenewalDeadline,
                $"A renewal could be asked for until {by:yyyy-MM-dd}, {book.Policy.RenewalNoticeWorkingDays} working days before the due date."),
            _ when DueDates.NextLastDay(book, request.Group, book.Calendar.DateOf(now)) is { } last && last.On <= loan.DueOn => new(
                by, Refusal.TermEnds, $"Loans of the patron’s group end on {last.On:yyyy-MM-dd} at the latest, so the loan cannot be longer."),
            _ when blocked is not null => new(by, Refusal.Blocked, blocked.Why),
            _ => new(by, null, $"A renewal can be asked for until {by:yyyy-MM-dd}. The lending library decides."),
        };
    }
}
