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

        // A recall makes nobody's delay good: the due date, the fine and the notices of an overdue item go on.
        RequestStage.WithPatron when decision.Request.Status == RequestStatus.Overdue => decision.Request.Loan!.Recalled
            ? decision.Discard(news, "It has already been recalled and is overdue.")
            : FromPatron(decision, news),
        RequestStage.WithPatron => Again(decision, news),

        // The item has not reached the patron, so it goes back from here; once it has gone, another library may be asked.
        RequestStage.AtLibrary => SupplyCharges.GiveBack(Told(decision, news))
            .Record(new PickupExpired(ReasonCode.Recalled))
            .SetDeadline(DeadlineKind.SendingBack, decision.Policy.SendingBack)
            .Decided(),
        RequestStage.InTransit => decision.Request.Unwanted
            ? decision.Discard(news, "It goes straight back when it arrives.")
            : decision.Request.Parts is { Here.Count: > 0 } || !Asking.CanAskAnother(decision.Request)
                ? Told(decision, news).Decided()
                : Asking.AskAnother(decision.MarkReceived(news), ReasonCode.Recalled, farewell: null),

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

    /// <summary>Whether another library is asked once the item, recalled before its patron could have it, has gone back.</summary>
    public static bool GoesOn(PatronRequest request) => request.Loan is { Recalled: true, DueOn: null } && Asking.CanAskAnother(request);

    private static Decided<PatronRequest, RequestEvent> FromPatron(DecisionBuilder decision, Recall news) =>
        decision.Request.Loan!.DueOn is { } dueOn && dueOn < decision.Today
            ? Late(decision, news, dueOn)
            : Told(decision, news).SetDeadline(DeadlineKind.DueDate, decision.Calendar.EndOf(decision.Request.Loan!.DueOn!.Value)).Decided();

    private static Decided<PatronRequest, RequestEvent> Late(DecisionBuilder decision, Recall news, DateOnly dueOn) => decision
        .MarkReceived(news)
        .Record(new ItemRecalled(news.Symbol, dueOn) { LateOn = decision.Today })
        .Notify(
            Notice.Recalled,
            new NoticeFacts
            {
                Library = decision.Request.Supplier?.Name,
                Date = dueOn,
                Reason = ReasonCode.RecalledOverdue,
                Fees = OverdueLadder.Costs(decision),
            })
        .Decided();

    private static DecisionBuilder Told(DecisionBuilder decision, Recall news)
    {
        var dueOn = DueOn(decision, news);
        var isWithPatron = decision.Request.Status.IsWithPatron();
        decision.MarkReceived(news).Record(new ItemRecalled(news.Symbol, dueOn));
        var facts = isWithPatron
            ? new NoticeFacts { Date = dueOn, Fees = Fines.PerDay(decision.Request, decision.Policy) is { } perDay ? new NoticeFees { PerDay = perDay } : null }
            : new NoticeFacts { Reason = ReasonCode.BeforePickup, GoesOn = GoesOn(decision.Request) };
        return decision.Notify(Notice.Recalled, facts with { Library = decision.Request.Supplier?.Name });
    }

    /// <summary>
    /// The lender's date if the patron can still meet it; never later than the patron's due date or, before the check-out, than the
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
