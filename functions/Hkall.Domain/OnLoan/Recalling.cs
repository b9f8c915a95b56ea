using Hkall.Domain.Delivering;
using Hkall.Domain.Fees;
using Hkall.Domain.Supplying;

namespace Hkall.Domain.OnLoan;

/// <summary>"Lending libraries may recall items. These items must be returned immediately" (seed).</summary>
internal static class Recalling
{
    public static Decision<PatronRequest, RequestEvent> Recall(DecisionBuilder decision, Recall news) => decision.Request.Status.Stage() switch
    {
        RequestStage.WithPatron when decision.Request.Status == RequestStatus.OnLoan => FromPatron(decision, news),

        // A second recall must not move the due date of an overdue item: its notices continue.
        RequestStage.WithPatron when decision.Request.Status == RequestStatus.Overdue => decision.Request.Loan!.Recalled
            ? decision.Discard(news, "It has already been recalled and is overdue.")
            : FromPatron(decision, news),
        RequestStage.WithPatron => Again(decision, news),

        // The item has not reached the patron, so it goes back from here.
        RequestStage.AtLibrary => SupplyCharges.GiveBack(Told(decision, news))
            .Record(new PickupExpired(ReasonCode.Recalled))
            .SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack)
            .Decided(),
        RequestStage.InTransit => decision.Request.Unwanted
            ? decision.Discard(news, "It goes straight back when it arrives.")
            : Told(decision, news).Decided(),

        RequestStage.Returning => decision.Discard(news, "It is already on its way back."),
        RequestStage.Preparing or RequestStage.Sourcing or RequestStage.Withdrawing or RequestStage.Downloadable =>
            decision.Discard(news, "Nothing has been lent."),
        RequestStage.Closed =>
            decision.Discard(news, "The request is closed."),
    };

    /// <summary>
    /// "These items must be returned immediately": an earlier date that the patron can still meet counts, and they are told of it. A
    /// repetition counts only if it ends the wait for a renewal, which the lender's calling the item overdue had left open.
    /// </summary>
    private static Decision<PatronRequest, RequestEvent> Again(DecisionBuilder decision, Recall news)
    {
        var loan = decision.Request.Loan!;
        if (news.DueOn is not null && DueOn(decision, news) < loan.DueOn)
        {
            return FromPatron(decision, news);
        }

        return loan.RenewalOutstanding
            ? decision.MarkReceived(news).Record(new ItemRecalled(news.Symbol, loan.DueOn!.Value)).Decided()
            : decision.Discard(news, "It has already been recalled.");
    }

    private static Decided<PatronRequest, RequestEvent> FromPatron(DecisionBuilder decision, Recall news)
    {
        // The recall changes the due date, so the fine up to now is recorded on its own.
        Fines.Charge(decision, ReasonCode.Recalled);
        Told(decision, news);
        return decision.SetDeadline(DeadlineKind.DueDate, decision.Calendar.EndOf(decision.Request.Loan!.DueOn!.Value)).Decided();
    }

    private static DecisionBuilder Told(DecisionBuilder decision, Recall news)
    {
        var dueOn = DueOn(decision, news);
        var facts = decision.Request.Status.IsWithPatron()
            ? new NoticeFacts { Library = decision.Request.Supplier?.Name, Date = dueOn }
            : new NoticeFacts { Library = decision.Request.Supplier?.Name, Reason = ReasonCode.BeforePickup };
        return decision.MarkReceived(news)
            .Record(new ItemRecalled(news.Symbol, dueOn))
            .Notify(Notice.Recalled, facts);
    }

    /// <summary>
    /// The lender's date if the patron can still meet it; never later than the patron's due date or, if that has passed, than the
    /// usual days of a recall.
    /// </summary>
    private static DateOnly DueOn(DecisionBuilder decision, Recall news)
    {
        var earliest = decision.Calendar.WorkingDayOnOrAfter(decision.Today.AddDays(1));
        var usual = NotBefore(earliest, decision.Calendar.WorkingDayOnOrBefore(decision.Today.AddDays(decision.Policy.RecallDays)));
        var asked = news.DueOn is { } named ? NotBefore(earliest, decision.Calendar.WorkingDayOnOrBefore(NotBefore(earliest, named))) : usual;
        var latest = decision.Request is { Status: RequestStatus.OnLoan or RequestStatus.Recalled, Loan.DueOn: { } current } ? current : usual;
        return asked <= latest ? asked : latest;
    }

    private static DateOnly NotBefore(DateOnly earliest, DateOnly date) => date < earliest ? earliest : date;
}
