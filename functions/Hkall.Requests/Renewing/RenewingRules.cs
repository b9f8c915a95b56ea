using Hkall.Requests.OnLoan;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Renewing;

/// <summary>Renewing: the patron asks, the lender decides, and the patron hears either way (page, "Renewal").</summary>
internal static class RenewingRules
{
    public static Decision Ask(Draft draft)
    {
        if (draft.Request is { Status: RequestStatus.OnLoan, Loan.RenewalAsked: true })
        {
            return draft.Ignored("The lending library has already been asked.");
        }

        var renewability = Renewal.Of(draft.Request, draft.Now, new RuleBook(draft.Policy, draft.Calendar));
        if (renewability.Refusal is { } refusal)
        {
            return new Refused(refusal, renewability.Why);
        }

        var lender = draft.Request.Supplier!;
        draft.Then(new RenewalAsked(lender.Symbol)).Tell(lender.Symbol, Word.Renew);

        // The answer is awaited no longer than the due date: whatever the lender does, the patron knows in time when to return it.
        var patience = draft.Calendar.WaitUntil(draft.Now, draft.Policy.RenewalAnswer);
        var due = draft.Calendar.EndOf(draft.Request.Loan!.DueOn!.Value);
        return draft.WaitFor(Awaited.RenewalAnswer, patience < due ? patience : due).Decided();
    }

    /// <summary>The lender agrees. A yes that comes after we stopped waiting is still a yes while the patron has the item in time.</summary>
    public static Decision Granted(Draft draft, RenewalGranted news) => draft.Request.Status switch
    {
        RequestStatus.OnLoan => draft.Request.Loan is { RenewalAsked: true } or { RenewalRefused: true, RefusedBySilence: true }
            ? Renewed(draft, news)
            : draft.SetAside(news, "No renewal was asked for."),
        RequestStatus.Recalled => draft.SetAside(news, "The lending library has recalled the item since."),
        RequestStatus.Overdue => draft.Request.Loan is { RenewalAsked: true } or { RefusedBySilence: true }
            ? Renewed(draft, news)
            : draft.SetAside(news, "No renewal was asked for."),
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyForPickup
            or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, "The item is not checked out."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };

    private static Decision Renewed(Draft draft, RenewalGranted news)
    {
        var loan = draft.Request.Loan!;
        var lender = draft.Request.Supplier!;
        var current = loan.DueOn!.Value;
        var from = current > draft.Today ? current : draft.Today;
        var ours = draft.Calendar.WorkingDayOnOrAfter(from.AddDays(draft.Policy.RenewalDays[draft.Request.Group]));
        var dueOn = news.DueOn is { } named ? DueDates.NotAfterLender(draft, ours, named, lender.Tier) : ours;

        // A renewal never takes days away: a lender whose new date is the earlier one has renewed nothing.
        if (dueOn <= current)
        {
            return NotGranted(draft.Hear(news), "no-later-date", bySilence: false);
        }

        draft.Hear(news).Then(new LoanRenewed(dueOn, news.DueOn));
        draft.Tell(Notice.Renewed, new NoticeFacts { Library = lender.Name, Date = dueOn, RenewBy = Renewal.OfferedUntil(draft) });
        return DueDates.WaitForReturn(draft).Decided();
    }

    public static Decision Declined(Draft draft, RenewalDeclined news) =>
        draft.Request is { Status: RequestStatus.OnLoan, Loan.RenewalAsked: true }
            ? NotGranted(draft.Hear(news), news.Reason ?? "declined", bySilence: false)
            : draft.SetAside(news, "No renewal is awaited.");

    /// <summary>The lender has said nothing: without a yes the due date stands, and the patron is told so.</summary>
    public static Decision Unanswered(Draft draft) => NotGranted(draft, "silent", bySilence: true);

    /// <summary>"If a renewal is not approved, you will be asked to check in the item" (page).</summary>
    private static Decided NotGranted(Draft draft, string why, bool bySilence)
    {
        draft.Then(new RenewalNotGranted(bySilence ? "silent" : why))
            .Tell(Notice.RenewalDeclined, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = draft.Request.Loan!.DueOn, Reason = bySilence ? "silent" : why });

        // The mail names the due date, so that a reminder of the same days would only repeat it.
        return draft.WaitFor(Awaited.DueDate, draft.Calendar.EndOf(draft.Request.Loan!.DueOn!.Value)).Decided();
    }
}
