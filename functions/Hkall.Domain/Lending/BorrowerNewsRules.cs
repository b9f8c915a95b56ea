using System.Diagnostics;

namespace Hkall.Domain.Lending;

/// <summary>
/// The rules for messages from the borrowing library. None is refused: a message that we cannot follow is answered, or discarded with
/// the reason.
/// </summary>
internal static class BorrowerNewsRules
{
    public static Decision<LendingRequest, LendingEvent> Heard(LendingDecisionBuilder decision, BorrowerNews news)
    {
        if (decision.Request.Heard.Contains(RequestFold.MarkOf(news.Symbol, news.MessageId)))
        {
            return decision.Ignored("The message was taken in before.");
        }

        if (news.Symbol != decision.Request.Borrower.Symbol)
        {
            return decision.Discard(news, "It did not come from the borrowing library.");
        }

        return news switch
        {
            // A library that sends its request again has not received our answer.
            AskedOnceMore { Reminder: true } => decision.MarkReceived(news).Message(SupplyingAction.Status).Decided(),
            AskedOnceMore => decision.Message(SupplyingAction.Status).Discard(news, "The request is known already."),
            AskedToRetry retry => SupplyDecisions.Again(decision, retry),
            StatusAsked => decision.MarkReceived(news).Message(SupplyingAction.Status).Decided(),
            ConditionsAnswered answer => SupplyDecisions.ConditionsAnswered(decision, answer),
            BorrowerReceived received => LoanPeriods.Arrived(decision, received),
            BorrowerCancels cancel => LendingCancellations.Asked(decision, cancel),
            BorrowerRenews renew => LendingRenewals.Asked(decision, renew),
            BorrowerReturned back => LendingReturns.Announced(decision, back),
            BorrowerLost lost => LendingReturns.LostByBorrower(decision, lost),
            BorrowerForwarded or BorrowerSaid => decision.MarkReceived(news).Decided(),
            _ => throw new UnreachableException($"No rule for {news.GetType().Name}."),
        };
    }
}
