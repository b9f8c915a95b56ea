using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>Returns of our items, and items that do not come back.</summary>
internal static class LendingReturns
{
    public static Decision<LendingRequest, LendingEvent> Announced(
        LendingDecisionBuilder decision, BorrowerReturned news) => decision.Request.Status.Stage() switch
        {
            LendingStage.Lent =>
                decision.MarkReceived(news).Record(new ReturnAnnounced()).SetDeadline(DeadlineKind.LendingReturn, decision.Policy.ComingBack).Decided(),
            LendingStage.ComingBack => decision.Discard(news, "It is known to be on its way."),
            LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
                decision.Discard(news, "Nothing of ours is on loan there."),
            LendingStage.Closed => decision.Discard(news, "The request is closed."),
        };

    public static Decision<LendingRequest, LendingEvent> Arrive(LendingDecisionBuilder decision) => decision.Request.Status switch
    {
        LendingStatus.Shipped or LendingStatus.OnLoan or LendingStatus.RenewalAsked or LendingStatus.Overdue or LendingStatus.Recalled
            or LendingStatus.Returning =>
            decision.Record(new LoanBack()).Message(SupplyingAction.LoanCompleted).Decided(),

        // An item declared lost came back: we refund its replacement.
        LendingStatus.Lost => decision.Record(new LoanBack(GivenBack(decision))).Message(SupplyingAction.LoanCompleted).Decided(),
        LendingStatus.Completed => decision.Ignored("It is back already."),
        LendingStatus.ToAnswer or LendingStatus.Conditional or LendingStatus.ToPull or LendingStatus.ToShip or LendingStatus.ToScan or LendingStatus.CancelAsked
            or LendingStatus.Supplied or LendingStatus.Unfilled or LendingStatus.RetryPossible or LendingStatus.Cancelled =>
            LendingDecisionBuilder.Refuse(Refusal.NothingToTakeBack, "Nothing of it is out of the house."),
    };

    public static Decision<LendingRequest, LendingEvent> Lose(LendingDecisionBuilder decision, StatedReason why, Money? cost) =>
        decision.Request.Status.Stage() switch
        {
            LendingStage.Lent or LendingStage.ComingBack => Lost(decision, why, cost),
            LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
                LendingDecisionBuilder.Refuse(Refusal.NothingToLose, "Nothing of it is out of the house."),
            LendingStage.Closed => SupplyDecisions.Closed(),
        };

    public static Decision<LendingRequest, LendingEvent> LostByBorrower(LendingDecisionBuilder decision, BorrowerLost news) =>
        decision.Request.Status.Stage() switch
        {
            LendingStage.Lent or LendingStage.ComingBack => Lost(decision.MarkReceived(news), ReasonCode.LostByBorrower, null),
            LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.Collecting =>
                decision.Discard(news, "Nothing of ours is on loan there."),
            LendingStage.Closed => decision.Discard(news, "The request is closed."),
        };

    /// <summary>The parcel does not arrive: staff ask about it, and in the end it is lost. The borrower is liable for the return journey.</summary>
    public static Decided<LendingRequest, LendingEvent> Chase(LendingDecisionBuilder decision) => decision.Request.Chased < decision.Policy.ComingBackChases
        ? decision.Record(new LendingStaffChased(DeadlineKind.LendingReturn, decision.Request.Chased + 1))
            .SetDeadline(DeadlineKind.LendingReturn, decision.Chase).Decided()
        : Lost(decision, ReasonCode.LostOnTheWayBack, null);

    internal static Decided<LendingRequest, LendingEvent> Lost(LendingDecisionBuilder decision, StatedReason why, Money? cost)
    {
        var price = cost ?? decision.Policy.LostFee;
        return decision
            .Record(new LoanLost(why, new Charge(decision.Today, ChargeFor.Lost, price)))
            .Message(SupplyingAction.Lost, facts => facts with { Cost = price, Note = why.Text })
            .Decided();
    }

    private static Charge? GivenBack(LendingDecisionBuilder decision) =>
        decision.Request.Charges.LastOrDefault(charge => charge.For == ChargeFor.Lost) is { } paid
        ? new Charge(decision.Today, ChargeFor.FoundAgain, paid.Cost with { Amount = -paid.Cost.Amount })
        : null;
}
