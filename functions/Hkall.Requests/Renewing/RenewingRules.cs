using Hkall.Requests.OnLoan;
using Hkall.Requests.Supplying;

namespace Hkall.Requests.Renewing;

/// <summary>Renewing: the patron asks, the lender decides, and the patron hears either way (page, "Renewal").</summary>
internal static class RenewingRules
{
    private const string Silent = "silent";

    public static Decision Ask(Draft draft, RenewLoan order)
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

        if (order.Blocked is { } block)
        {
            return new Refused(Refusal.Blocked, block.Why);
        }

        var lender = draft.Request.Supplier!;
        draft.Then(new RenewalAsked(lender.Symbol)).Tell(lender.Symbol, Word.Renew);

        // The answer is awaited until the working day before the due date at most: whatever the lender does, the patron has a day
        // left to return it in time.
        var patience = (lender.Works?.Calendar(draft.Calendar) ?? draft.Calendar).WaitUntil(draft.Now, draft.Policy.RenewalAnswer);
        var inTime = draft.Calendar.EndOf(draft.Calendar.AddWorkingDays(draft.Request.Loan!.DueOn!.Value, -1));
        return draft.WaitFor(Awaited.RenewalAnswer, patience < inTime ? patience : inTime).Decided();
    }

    /// <summary>The lender agrees. A yes that comes after we stopped waiting for it is still a yes while the patron has the item.</summary>
    public static Decision Granted(Draft draft, RenewalGranted news) => draft.Request.Status switch
    {
        RequestStatus.OnLoan => draft.Request.Loan is { RenewalAsked: true } or { RenewalRefused: true, RefusedBySilence: true }
            ? Renewed(draft, news)
            : draft.SetAside(news, "No renewal was asked for."),
        RequestStatus.Recalled => draft.SetAside(news, "The lending library has recalled the item since."),
        RequestStatus.Overdue => draft.Request.Loan switch
        {
            { Recalled: true } => draft.SetAside(news, "The lending library has recalled the item since."),
            { RefusedBySilence: true } => Renewed(draft, news),
            _ => draft.SetAside(news, "No renewal was asked for."),
        },
        RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
            or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit or RequestStatus.ReadyForPickup
            or RequestStatus.OutForDelivery or RequestStatus.LibraryUse or RequestStatus.Returning or RequestStatus.ReadyToDownload =>
            draft.SetAside(news, "The item is not checked out."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost =>
            draft.SetAside(news, "The request is closed."),
    };

    /// <summary>A renewal never takes days away: a lender whose new date is no later than what the patron has renews nothing.</summary>
    private static Decision Renewed(Draft draft, RenewalGranted news)
    {
        var loan = draft.Request.Loan!;
        var lender = draft.Request.Supplier!;
        var current = loan.DueOn!.Value;
        var from = current > draft.Today ? current : draft.Today;
        var ours = draft.Calendar.WorkingDayOnOrAfter(from.AddDays(draft.Policy.RenewalDays[draft.Request.Group]));
        var dueOn = news.DueOn is { } named ? DueDates.NotAfterLender(draft, ours, named, lender.Tier) : ours;

        if (dueOn <= current || news.DueOn <= from)
        {
            return loan.RenewalAsked
                ? NotGranted(draft.Hear(news), "no-later-date")
                : draft.SetAside(news, "The lending library's new date is no later than the due date.");
        }

        draft.Hear(news).Then(new LoanRenewed(dueOn, news.DueOn));
        draft.Tell(Notice.Renewed, new NoticeFacts { Library = lender.Name, Date = dueOn, RenewBy = Renewal.OfferedUntil(draft) });
        return DueDates.WaitForReturn(draft).Decided();
    }

    public static Decision Declined(Draft draft, RenewalDeclined news) =>
        draft.Request is { Status: RequestStatus.OnLoan, Loan.RenewalAsked: true }
            ? NotGranted(draft.Hear(news), news.Reason ?? "declined")
            : draft.SetAside(news, "No renewal is awaited.");

    /// <summary>The lender has said nothing: without a yes the due date stands, and the patron is told so.</summary>
    public static Decision Unanswered(Draft draft) => NotGranted(draft, Silent);

    /// <summary>"If a renewal is not approved, you will be asked to check in the item" (page).</summary>
    private static Decision NotGranted(Draft draft, string why)
    {
        var dueOn = draft.Request.Loan!.DueOn!.Value;
        draft.Then(new RenewalNotGranted(why));

        // Where we come too late even for the due date, one mail says it.
        if (draft.Now >= draft.Calendar.EndOf(dueOn))
        {
            return DueDates.NotReturned(draft);
        }

        draft.Tell(Notice.RenewalDeclined, new NoticeFacts { Library = draft.Request.Supplier?.Name, Date = dueOn, Reason = why });
        return DueDates.WaitForReturn(draft).Decided();
    }
}
