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
        return Enqueue(new MessageBorrower(Request.Borrower.Symbol, word, more is null ? facts : more(facts)));
    }

    public LendingDecisionBuilder MarkReceived(BorrowerNews news) => Record(new BorrowerHeard(news.Symbol, news.MessageId, news.Said, news.Note));

    /// <summary>Ignores the message and records the reason.</summary>
    public Ignored<LendingRequest, LendingEvent> Discard(BorrowerNews news, string why)
    {
        Record(new BorrowerSetAside(news.Symbol, news.MessageId, news.Said, why, news.Note));
        return Recorded(why);
    }

    protected override LendingRequest Apply(LendingRequest request, LendingEvent happened, DateTimeOffset at) => LendingFold.Apply(request, happened, at);

    protected override LendingEvent DeadlineEvent(DeadlineKind kind, DateTimeOffset until) => new LendingDeadlineSet(kind, until);
}
