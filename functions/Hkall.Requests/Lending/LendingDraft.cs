using Hkall.Requests.Calendar;

namespace Hkall.Requests.Lending;

/// <summary>A decision in the writing: each event is applied as it is written, so that the next line is decided on the request as it then stands.</summary>
internal sealed class LendingDraft(LendingRequest request, DateTimeOffset now, RuleBook book)
{
    private readonly List<LendingEvent> _events = [];
    private readonly List<Effect> _effects = [];

    public static LendingDraft ForAsking(string id, LendingAsked asked, DateTimeOffset now, RuleBook book)
    {
        var draft = new LendingDraft(LendingEvolution.Begin(id, asked, now), now, book);
        draft._events.Add(asked);
        return draft;
    }

    public LendingRequest Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    public LendingPolicy Policy => book.Policy.Lending;

    public Patience Chase => book.Policy.Chase;

    public LibraryCalendar Calendar => book.Calendar;

    public DateOnly Today => book.Calendar.DateOf(now);

    public LendingDraft Then(LendingEvent happened)
    {
        Request = LendingEvolution.Apply(Request, happened, now);
        _events.Add(happened);
        return this;
    }

    /// <summary>Says it as things now stand: the facts of the request go with every word.</summary>
    public LendingDraft Tell(LendingWord word, Func<BorrowerFacts, BorrowerFacts>? more = null)
    {
        var facts = new BorrowerFacts { Status = Request.Status, DueOn = Request.DueOn };
        return Do(new TellBorrower(Request.Borrower.Symbol, word, more is null ? facts : more(facts)));
    }

    public LendingDraft Do(Effect effect)
    {
        _effects.Add(effect);
        return this;
    }

    public LendingDraft WaitFor(Awaited awaited, DateTimeOffset until) => Then(new LendingDeadlineSet(awaited, until));

    public LendingDraft WaitFor(Awaited awaited, Patience patience) => WaitFor(awaited, Calendar.WaitUntil(now, patience));

    public LendingDraft Hear(BorrowerNews news) => Then(new BorrowerHeard(news.Symbol, news.MessageId, news.Said, news.Note));

    /// <exception cref="InvalidOperationException">A rule left an open request without a deadline, a closed one with a deadline, or the same effect twice.</exception>
    public LendingDecided Decided()
    {
        Check();
        return new LendingDecided(Request, _events, _effects);
    }

    /// <summary>Ignored, with the reason on record.</summary>
    public LendingIgnored SetAside(BorrowerNews news, string why)
    {
        Then(new BorrowerSetAside(news.Symbol, news.MessageId, news.Said, why, news.Note));
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
