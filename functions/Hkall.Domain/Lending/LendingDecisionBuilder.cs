using Hkall.Domain.Calendar;

namespace Hkall.Domain.Lending;

/// <summary>Builds a decision about a request to lend.</summary>
internal sealed class LendingDecisionBuilder(LendingRequest request, DateTimeOffset now, RuleBook book)
    : DecisionBuilderBase<LendingRequest, LendingEvent, LendingDecisionBuilder>(request, now, book)
{
    public static LendingDecisionBuilder ForAsking(string id, LendingAsked asked, DateTimeOffset now, RuleBook book) =>
        new LendingDecisionBuilder(LendingFold.Begin(id, asked, now), now, book).Begin(asked);

    public LendingPolicy Policy => Book.Policy.Lending;

    public ResponseWindow Chase => Book.Policy.Chase;

    /// <summary>Sends a message with the facts of the request as it now stands.</summary>
    public LendingDecisionBuilder Message(SupplyingAction word, Func<BorrowerFacts, BorrowerFacts>? more = null)
    {
        var facts = new BorrowerFacts { Status = Request.Status, DueOn = Request.DueOn };
        facts = more is null ? facts : more(facts);
        return !Request.Borrower.IsToldByHand
            ? Enqueue(new MessageBorrower(Request.Borrower.Symbol, word, facts))
            : IsWorthALetter(word) ? Record(new BorrowerToTell(word, facts)) : this;
    }

    /// <summary>Whoever handed the request in knows that we have it, and whoever brought the item back knows that we have that.</summary>
    private static bool IsWorthALetter(SupplyingAction word) => word switch
    {
        SupplyingAction.ExpectToSupply or SupplyingAction.LoanCompleted => false,
        SupplyingAction.WillSupply or SupplyingAction.Conditional or SupplyingAction.RetryPossible or SupplyingAction.Unfilled or SupplyingAction.Loaned
            or SupplyingAction.CopyCompleted or SupplyingAction.Overdue or SupplyingAction.Recalled or SupplyingAction.RenewalApproved
            or SupplyingAction.RenewalDeclined or SupplyingAction.CancelApproved or SupplyingAction.CancelDeclined or SupplyingAction.Lost
            or SupplyingAction.Status or SupplyingAction.Note => true,
    };

    public LendingDecisionBuilder MarkReceived(BorrowerNews news) => Record(
        new BorrowerHeard(news.Symbol, news.MessageId, news.Said, news.Note) { AwaitsReading = news.IsWritten });

    /// <summary>Ignores the message and records the reason.</summary>
    public Ignored<LendingRequest, LendingEvent> Discard(BorrowerNews news, string why)
    {
        Record(new BorrowerSetAside(news.Symbol, news.MessageId, news.Said, why, news.Note) { AwaitsReading = news.IsWritten });
        return Recorded(why);
    }

    protected override LendingRequest Apply(LendingRequest request, LendingEvent happened, DateTimeOffset at) => LendingFold.Apply(request, happened, at);

    protected override LendingEvent DeadlineEvent(DeadlineKind kind, DateTimeOffset until) => new LendingDeadlineSet(kind, until);
}
