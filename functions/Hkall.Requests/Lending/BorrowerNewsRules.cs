using System.Diagnostics;

namespace Hkall.Requests.Lending;

/// <summary>What the borrowing library says. It is never refused: what cannot be followed is answered, or set aside with the reason.</summary>
internal static class BorrowerNewsRules
{
    public static LendingDecision Heard(LendingDraft draft, BorrowerNews news)
    {
        if (draft.Request.Heard.Contains(Evolution.MarkOf(news.Symbol, news.MessageId)))
        {
            return draft.Ignored("The message was taken in before.");
        }

        if (news.Symbol != draft.Request.Borrower.Symbol)
        {
            return draft.SetAside(news, "It did not come from the borrowing library.");
        }

        return news switch
        {
            // A library that sends its request again has not heard our answer.
            AskedOnceMore { Reminder: true } => draft.Hear(news).Tell(LendingWord.Status).Decided(),
            AskedOnceMore => draft.Tell(LendingWord.Status).SetAside(news, "The request is known already."),
            AskedToRetry retry => Answering.Again(draft, retry),
            StatusAsked => draft.Hear(news).Tell(LendingWord.Status).Decided(),
            ConditionsAnswered answer => Answering.ConditionsAnswered(draft, answer),
            BorrowerReceived received => Keeping.Arrived(draft, received),
            BorrowerCancels cancel => Stopping.Asked(draft, cancel),
            BorrowerRenews renew => RenewingTheirs.Asked(draft, renew),
            BorrowerReturned back => ComingHome.Announced(draft, back),
            BorrowerLost lost => ComingHome.LostByBorrower(draft, lost),
            BorrowerForwarded or BorrowerSaid => draft.Hear(news).Decided(),
            _ => throw new UnreachableException($"No rule for {news.GetType().Name}."),
        };
    }
}
