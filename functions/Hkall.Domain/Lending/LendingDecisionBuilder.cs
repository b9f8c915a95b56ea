using Hkall.Domain.Calendar;

namespace Hkall.Domain.Lending;

/// <summary>Builds a decision step by step. It applies each event at once, so that the next line sees the request as it then stands.</summary>
internal sealed class LendingDecisionBuilder(LendingRequest request, DateTimeOffset now, RuleBook book)
{
    private readonly List<LendingEvent> _events = [];
    private readonly List<Effect> _effects = [];

    public static LendingDecisionBuilder ForAsking(string id, LendingAsked asked, DateTimeOffset now, RuleBook book)
    {
        var decision = new LendingDecisionBuilder(LendingFold.Begin(id, asked, now), now, book);
        decision._events.Add(asked);
        return decision;
    }

    public LendingRequest Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    public LendingPolicy Policy => book.Policy.Lending;

    public ResponseWindow Chase => book.Policy.Chase;

    public LibraryCalendar Calendar => book.Calendar;

    public DateOnly Today => book.Calendar.DateOf(now);

    public LendingDecisionBuilder Record(LendingEvent happened)
    {
        Request = LendingFold.Apply(Request, happened, now);
        _events.Add(happened);
        return this;
    }

    /// <summary>Sends a message with the facts of the request as it now stands.</summary>
    public LendingDecisionBuilder Message(SupplyingAction word, Func<BorrowerFacts, BorrowerFacts>? more = null)
    {
        var facts = new BorrowerFacts { Status = Request.Status, DueOn = Request.DueOn };
        return Enqueue(new MessageBorrower(Request.Borrower.Symbol, word, more is null ? facts : more(facts)));
    }

    public LendingDecisionBuilder Enqueue(Effect effect)
    {
        _effects.Add(effect);
        return this;
    }

    public LendingDecisionBuilder SetDeadline(DeadlineKind kind, DateTimeOffset until) => Record(new LendingDeadlineSet(kind, until));

    public LendingDecisionBuilder SetDeadline(DeadlineKind kind, ResponseWindow window) => SetDeadline(kind, Calendar.WaitUntil(now, window));

    public LendingDecisionBuilder MarkReceived(BorrowerNews news) => Record(new BorrowerHeard(news.Symbol, news.MessageId, news.Said, news.Note));

    /// <exception cref="InvalidOperationException">A rule left an open request without a deadline, a closed one with a deadline,
    /// or the same effect twice.</exception>
    public LendingDecided Decided()
    {
        Check();
        return new LendingDecided(Request, _events, _effects);
    }

    /// <summary>Ignores the message and records the reason.</summary>
    public LendingIgnored Discard(BorrowerNews news, string why)
    {
        Record(new BorrowerSetAside(news.Symbol, news.MessageId, news.Said, why, news.Note));
        Check();
        return new LendingIgnored(Request, _events, _effects, why);
    }

    public LendingIgnored Ignored(string why) => new(Request, [], [], why);

    public static LendingRefused Refuse(Refusal refusal, string why) => new(refusal, why);

    private void Check()
    {
        if (Request.IsOpen != Request.Deadline is not null)
        {
            throw new InvalidOperationException($"A rule left request {Request.Id} {Request.Status} with deadline {Request.Deadline?.For.ToString() ?? "none"}.");
        }

        if (_effects.DistinctBy(effect => effect.Kind).Count() != _effects.Count)
        {
            throw new InvalidOperationException($"A rule gave request {Request.Id} the same effect twice.");
        }
    }
}
