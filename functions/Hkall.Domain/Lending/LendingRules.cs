using System.Diagnostics;

namespace Hkall.Domain.Lending;

/// <summary>The rules of lending: they decide from the request, the command and the time.</summary>
public static class LendingRules
{
    /// <summary>Begins a request: another library, or staff for an organisation, asks for an item of ours.</summary>
    public static Decided<LendingRequest, LendingEvent> Ask(AskToLend order, DateTimeOffset now, RuleBook book) => SupplyDecisions.Begin(order, now, book);

    public static Decision<LendingRequest, LendingEvent> Decide(LendingRequest request, LendingCommand command, DateTimeOffset now, RuleBook book)
    {
        var decision = new LendingDecisionBuilder(request, now, book);
        return command switch
        {
            LendingDeadlineReached reached => LendingDeadlines.Reached(decision, reached),
            BorrowerNews news => BorrowerNewsRules.Heard(decision, news),
            PromiseSupply order => SupplyDecisions.Promise(decision, order),
            DeclineLending order => SupplyDecisions.Decline(decision, order),
            OfferConditions order => SupplyDecisions.Offer(decision, order),
            OfferRetry order => SupplyDecisions.Retry(decision, order),
            PullItem order => LendingShipments.Pull(decision, order),
            ShipItem order => LendingShipments.Ship(decision, order),
            SupplyCopy order => LendingCopies.Supply(decision, order),
            TakeCopy => LendingCopies.Take(decision),
            RecallItem order => LoanPeriods.Recall(decision, order),
            ApproveRenewal order => LendingRenewals.Approve(decision, order),
            DeclineRenewal order => LendingRenewals.Decline(decision, order),
            TakeBack => LendingReturns.Arrive(decision),
            DeclareLentLost order => LendingReturns.Lose(decision, StatedReason.InWords(order.Why), order.Cost),
            ApproveCancel => LendingCancellations.Approve(decision),
            DeclineCancel order => LendingCancellations.Decline(decision, order),
            RecordBorrowerTold order => Told(decision, order),
            WriteToBorrower order => BorrowerMessages.Write(decision, order),
            MarkBorrowerAsRead => BorrowerMessages.MarkAsRead(decision),
            AddLendingNote(var by, var text) => decision.Record(new LendingNoteAdded(by, text)).Decided(),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }

    private static Decision<LendingRequest, LendingEvent> Told(LendingDecisionBuilder decision, RecordBorrowerTold order)
    {
        var told = (decision.Request.ToTell ?? []).Where(word => order.Number is null || word.Number == order.Number).ToList();
        if (told.Count == 0)
        {
            return LendingDecisionBuilder.Refuse(Refusal.NothingToTell, "There is nothing to tell the library by hand.");
        }

        foreach (var word in told)
        {
            decision.Record(new BorrowerTold(word.Number, word.Word, order.Note));
        }

        return decision.Decided();
    }
}
