using Hkall.Domain.Calendar;

namespace Hkall.Domain;

/// <summary>
/// Builds a decision step by step. It applies each event at once, so that the next line sees the request as it then stands. Only the
/// rules use it. <typeparamref name="TSelf"/> is the builder of one direction, so that its own calls and these can follow each other.
/// </summary>
internal abstract class DecisionBuilderBase<TRequest, TEvent, TSelf>(TRequest request, DateTimeOffset now, RuleBook book)
    where TRequest : class, IRequestState
    where TEvent : class
    where TSelf : DecisionBuilderBase<TRequest, TEvent, TSelf>
{
    private readonly List<TEvent> _events = [];
    private readonly List<Effect> _effects = [];

    public TRequest Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    public RuleBook Book => book;

    public LibraryCalendar Calendar => book.Calendar;

    public DateOnly Today => book.Calendar.DateOf(now);

    public TSelf Record(TEvent happened)
    {
        Request = Apply(Request, happened, now);
        return Begin(happened);
    }

    public TSelf Enqueue(Effect effect)
    {
        _effects.Add(effect);
        return (TSelf)this;
    }

    public TSelf SetDeadline(DeadlineKind kind, DateTimeOffset until) => Record(DeadlineEvent(kind, until));

    public TSelf SetDeadline(DeadlineKind kind, ResponseWindow window) => SetDeadline(kind, Calendar.WaitUntil(now, window));

    /// <summary>Whether the decision already has an effect of this kind.</summary>
    public bool Has<TEffect>()
        where TEffect : Effect => _effects.OfType<TEffect>().Any();

    /// <exception cref="InvalidOperationException">A rule left the request in a state that must not be.</exception>
    public Decided<TRequest, TEvent> Decided()
    {
        Check();
        return new(Request, _events, _effects);
    }

    public Ignored<TRequest, TEvent> Ignored(string why) => new(Request, [], [], why);

    public static Refused<TRequest, TEvent> Refuse(Refusal refusal, string why) => new(refusal, why);

    protected abstract TRequest Apply(TRequest request, TEvent happened, DateTimeOffset at);

    protected abstract TEvent DeadlineEvent(DeadlineKind kind, DateTimeOffset until);

    /// <summary>Keeps the event that the request began with: the state has it already.</summary>
    protected TSelf Begin(TEvent happened)
    {
        _events.Add(happened);
        return (TSelf)this;
    }

    /// <summary>Ignores the message with what was recorded about it.</summary>
    protected Ignored<TRequest, TEvent> Recorded(string why)
    {
        Check();
        return new(Request, _events, _effects, why);
    }

    /// <exception cref="InvalidOperationException">A rule left an open request without a deadline, a closed one with a deadline,
    /// or the same effect twice.</exception>
    protected virtual void Check()
    {
        if (Request.IsOpen != Request.Deadline is not null)
        {
            throw new InvalidOperationException(
                $"A rule left request {Request.Id} {Request.StatusName} with deadline {Request.Deadline?.For.ToString() ?? "none"}.");
        }

        if (_effects.DistinctBy(effect => effect.Kind).Count() != _effects.Count)
        {
            throw new InvalidOperationException($"A rule gave request {Request.Id} the same effect twice.");
        }
    }
}
