using System.Diagnostics;

namespace Hkall.Requests.Lending;

/// <summary>The rules of lending: given where a request stands, what arrived and what time it is, what follows.</summary>
public static class LendingRules
{
    /// <summary>The beginning: another library, or staff for an organisation, asks for something of ours.</summary>
    public static LendingDecided Ask(AskToLend order, DateTimeOffset now, RuleBook book) => Answering.Begin(order, now, book);

    public static LendingDecision Decide(LendingRequest request, LendingCommand command, DateTimeOffset now, RuleBook book)
    {
        var draft = new LendingDraft(request, now, book);
        return command switch
        {
            LendingDeadlineReached reached => LendingDeadlines.Reached(draft, reached),
            BorrowerNews news => BorrowerNewsRules.Heard(draft, news),
            PromiseSupply order => Answering.Promise(draft, order),
            DeclineLending order => Answering.Decline(draft, order),
            OfferConditions order => Answering.Offer(draft, order),
            OfferRetry order => Answering.Retry(draft, order),
            PullItem order => Sending.Pull(draft, order),
            ShipItem order => Sending.Ship(draft, order),
            SupplyCopy order => Copying.Supply(draft, order),
            TakeCopy => Copying.Take(draft),
            RecallItem order => Keeping.Recall(draft, order),
            ApproveRenewal order => RenewingTheirs.Approve(draft, order),
            DeclineRenewal order => RenewingTheirs.Decline(draft, order),
            TakeBack => ComingHome.Arrive(draft),
            DeclareLentLost order => ComingHome.Lose(draft, order.Why, order.Cost),
            ApproveCancel => Stopping.Approve(draft),
            DeclineCancel order => Stopping.Decline(draft, order),
            AddLendingNote(var by, var text) => draft.Then(new LendingNoteAdded(by, text)).Decided(),
            _ => throw new UnreachableException($"No rule for {command.GetType().Name}."),
        };
    }
}
