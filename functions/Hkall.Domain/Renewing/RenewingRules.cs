using Hkall.Domain.Delivering;
using Hkall.Domain.Model;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.Renewing;

/// <summary>Renewals: the patron asks, the lender decides, and we tell the patron either way (page, "Renewal").</summary>
internal static class RenewingRules
{
    private const ReasonCode Silent = ReasonCode.Silent;

    public static Decision<PatronRequest, RequestEvent> Ask(DecisionBuilder decision, RenewLoan order)
    {
        if (decision.Request is { Status: RequestStatus.OnLoan, Loan.RenewalAsked: true })
        {
            return decision.Ignored("The lending library has already been asked.");
        }

        var renewability = Renewal.Of(decision.Request, decision.Now, new RuleBook(decision.Policy, decision.Calendar), order.Blocked);
        if (renewability.Refusal is { } refusal)
        {
            return DecisionBuilder.Refuse(refusal, renewability.Why);
        }

        // A renewal that the card leaves no room for is not worth the lender's time.
        if (decision.Policy.LoansEndWithCard && order.CardUntil is { } last
            && DueDates.NotAfterCard(decision, DateOnly.MaxValue, last) <= decision.Request.Loan!.DueOn)
        {
            return DecisionBuilder.Refuse(Refusal.CardEnds, $"The library card is valid until {last:yyyy-MM-dd}, so the loan cannot be longer.");
        }

        var lender = decision.Request.Supplier!;
        decision.Record(new RenewalAsked(lender.Symbol) { Word = order.Word, CardUntil = order.CardUntil }).Message(lender.Symbol, RequestingAction.Renew);

        // We wait no longer than the working day before the due date, so that the patron always has a day left to return the item on time.
        return WaitForAnswer(decision, lender).Decided();
    }

    internal static DecisionBuilder WaitForAnswer(DecisionBuilder decision, RotaEntry lender)
    {
        var patience = (lender.Works?.Calendar(decision.Calendar) ?? decision.Calendar).WaitUntil(decision.Now, decision.Policy.RenewalAnswer);
        var dueOn = decision.Request.Loan!.DueOn!.Value;
        var inTime = decision.Calendar.EndOf(decision.Request.Loan.LenderOverdue ? dueOn : decision.Calendar.AddWorkingDays(dueOn, -1));
        return decision.SetDeadline(DeadlineKind.RenewalAnswer, patience < inTime ? patience : inTime);
    }

    /// <summary>The lender agrees. A yes that comes after we stopped waiting still counts while the patron has the item.</summary>
    public static Decision<PatronRequest, RequestEvent> Granted(DecisionBuilder decision, RenewalGranted news) => decision.Request.Status.Stage() switch
    {
        RequestStage.WithPatron when decision.Request.Status == RequestStatus.OnLoan =>
            decision.Request.Loan is { RenewalAsked: true } or { RenewalRefused: true, RefusedBySilence: true }
            ? Renewed(decision, news)
            : Extended(decision, news),

        // The lender called the item overdue because the renewal that we had asked for was still open. Its yes is its later word on
        // the same date, and it would not call an item overdue whose loan it had already extended: so the yes counts, in either order.
        RequestStage.WithPatron when decision.Request.Loan is { RenewalOutstanding: true } => Renewed(decision, news),
        RequestStage.WithPatron when decision.Request.Status == RequestStatus.Recalled => AfterRecall(decision, news),
        RequestStage.WithPatron => decision.Request.Loan switch
        {
            { Recalled: true } => AfterRecall(decision, news),
            { RefusedBySilence: true } => Renewed(decision, news),
            _ => Extended(decision, news),
        },
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.InTransit or RequestStage.AtLibrary
            or RequestStage.Returning or RequestStage.Downloadable =>
            decision.Discard(news, "The item is not checked out."),
        RequestStage.Closed =>
            decision.Discard(news, "The request is closed."),
    };

    /// <summary>
    /// A recall ends the question: somebody needs the item, and the yes may have crossed it. The patron keeps the earlier date, and
    /// staff see that the lender has said both, so that they can ask.
    /// </summary>
    private static Decision<PatronRequest, RequestEvent> AfterRecall(DecisionBuilder decision, RenewalGranted news) =>
        decision.Request.Alert == ReasonCode.RenewedAfterRecall
            ? decision.Discard(news, "The lending library has recalled the item since.")
            : decision.MarkReceived(news).Record(new StaffAlerted(ReasonCode.RenewedAfterRecall)).Decided();

    /// <summary>A lender that names a later date without being asked has extended the loan. Without a date, it means another loan.</summary>
    private static Decision<PatronRequest, RequestEvent> Extended(DecisionBuilder decision, RenewalGranted news) =>
        news.DueOn is null ? decision.Discard(news, "No renewal was asked for.") : Renewed(decision, news, unasked: true);

    /// <summary>A renewal never shortens a loan: if the lender's new date is no later than the patron's, nothing is renewed.</summary>
    private static Decision<PatronRequest, RequestEvent> Renewed(DecisionBuilder decision, RenewalGranted news, bool unasked = false)
    {
        var loan = decision.Request.Loan!;
        var lender = decision.Request.Supplier!;
        var current = loan.DueOn!.Value;
        var from = current > decision.Today ? current : decision.Today;
        var period = decision.Calendar.WorkingDayOnOrAfter(from.AddDays(decision.Policy.RenewalDays[decision.Request.Group]));
        var (ours, why) = DueDates.NotAfterLastDay(decision, period, loan.CardUntil);
        var dueOn = news.DueOn is { } named ? DueDates.NotAfterLender(decision, ours, named, lender.Tier) : ours;

        if (dueOn <= current || news.DueOn <= from)
        {
            return loan.RenewalAsked
                ? NotGranted(decision.MarkReceived(news), ReasonCode.NoLaterDate)
                : decision.Discard(news, "The lending library's new date is no later than the due date.");
        }

        decision.MarkReceived(news).Record(new LoanRenewed(dueOn, news.DueOn) { Unasked = unasked, LimitedBy = dueOn < ours ? null : why });
        decision.Notify(
            Notice.Renewed,
            new NoticeFacts
            {
                Library = lender.Name,
                Date = dueOn,
                RenewBy = Renewal.OfferedUntil(decision),
                Reason = unasked ? ReasonCode.ExtendedByLender : null,
            });
        return DueDates.WaitForReturn(decision).Decided();
    }

    /// <param name="why">Null: what the lender says, or that it declined.</param>
    public static Decision<PatronRequest, RequestEvent> Declined(DecisionBuilder decision, SupplierNews news, StatedReason? why) =>
        decision.Request is { Status: RequestStatus.OnLoan, Loan.RenewalAsked: true }
            ? NotGranted(decision.MarkReceived(news), why ?? ReasonCode.Declined)
            : decision.Discard(news, "No renewal is awaited.");

    /// <summary>The lender did not answer in time: the due date stands, and we tell the patron.</summary>
    public static Decision<PatronRequest, RequestEvent> Unanswered(DecisionBuilder decision) => NotGranted(decision, Silent);

    /// <summary>"If a renewal is not approved, you will be asked to check in the item" (page).</summary>
    private static Decision<PatronRequest, RequestEvent> NotGranted(DecisionBuilder decision, StatedReason why)
    {
        var dueOn = decision.Request.Loan!.DueOn!.Value;
        decision.Record(new RenewalNotGranted(why));

        // If we are too late even for the due date, the overdue mail is enough.
        if (decision.Now >= decision.Calendar.EndOf(dueOn))
        {
            return OnLoanRules.NotReturned(decision);
        }

        decision.Notify(Notice.RenewalDeclined, new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = dueOn, Reason = why });
        return DueDates.WaitForReturn(decision).Decided();
    }
}
