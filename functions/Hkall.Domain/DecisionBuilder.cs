using Hkall.Domain.Calendar;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>
/// Builds a decision step by step. It applies each event at once, so that the next line sees the request as it then stands. Only the
/// rules use it.
/// </summary>
internal sealed class DecisionBuilder(PatronRequest request, DateTimeOffset now, RuleBook book)
{
    private readonly List<RequestEvent> _events = [];
    private readonly List<Effect> _effects = [];

    public static DecisionBuilder ForPlacing(string id, RequestPlaced placed, DateTimeOffset now, RuleBook book)
    {
        var decision = new DecisionBuilder(RequestFold.Begin(id, placed, now), now, book);
        decision._events.Add(placed);
        return decision;
    }

    public PatronRequest Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    public RuleBook Book => book;

    public Policy Policy => book.Policy;

    public LibraryCalendar Calendar => book.Calendar;

    public DateOnly Today => book.Calendar.DateOf(now);

    public DecisionBuilder Record(RequestEvent happened)
    {
        Request = RequestFold.Apply(Request, happened, now);
        _events.Add(happened);
        return this;
    }

    public DecisionBuilder Notify(Notice notice, NoticeFacts facts) => Enqueue(new SendNotice(
        notice, Request.Parts is { Here.Count: > 0 } parts ? facts with { Parts = parts.Here.Count, PartsAnnounced = parts.Announced } : facts));

    public DecisionBuilder Message(string symbol, RequestingAction word, string? note = null) => Enqueue(new MessageSupplier(symbol, word, note));

    public DecisionBuilder Enqueue(Effect effect)
    {
        _effects.Add(effect);
        return this;
    }

    public DecisionBuilder SetDeadline(DeadlineKind kind, DateTimeOffset until) => Record(new DeadlineSet(kind, until));

    public DecisionBuilder SetDeadline(DeadlineKind kind, ResponseWindow window) => SetDeadline(kind, Calendar.WaitUntil(now, window));

    /// <summary>Sets a deadline for a library's answer, in its working days and its zone.</summary>
    public DecisionBuilder SetDeadline(DeadlineKind kind, ResponseWindow window, RotaEntry supplier) =>
        SetDeadline(kind, (supplier.Works?.Calendar(Calendar) ?? Calendar).WaitUntil(now, window));

    public DecisionBuilder MarkReceived(SupplierNews news) => Record(new MessageHeard(news.Symbol, news.MessageId, news.Said) { Note = news.Note });

    /// <exception cref="InvalidOperationException">A rule left an open request without a deadline, a closed one with a deadline,
    /// two suppliers at once, or the same effect twice.</exception>
    public Decided Decided()
    {
        if (Request.Status.IsOpen() != Request.Deadline is not null)
        {
            throw new InvalidOperationException($"A rule left request {Request.Id} {Request.Status} with deadline {Request.Deadline?.For.ToString() ?? "none"}.");
        }

        if (Request.Rota.Count(entry => entry.IsActive) > 1)
        {
            throw new InvalidOperationException($"A rule left request {Request.Id} with two suppliers at once.");
        }

        if (_effects.DistinctBy(effect => effect.Kind).Count() != _effects.Count)
        {
            throw new InvalidOperationException($"A rule gave request {Request.Id} the same effect twice.");
        }

        return new Decided(Request, _events, _effects);
    }

    /// <summary>Ignores the message and records the reason.</summary>
    public Ignored Discard(SupplierNews news, string why)
    {
        Record(new MessageSetAside(news.Symbol, news.MessageId, news.Said, why) { Note = news.Note });
        if (news is ScanArrived { Scan.Id: var scan } && !IsOffered(scan))
        {
            Enqueue(new DiscardScan(scan));
        }

        return new Ignored(Request, _events, _effects, why);
    }

    /// <summary>Two deliveries of the same file may share one stored file, so a scan that the patron can still download is kept.</summary>
    private bool IsOffered(string scan) => Request.Status == RequestStatus.ReadyToDownload && Request.Download?.Scan.Id == scan;

    public Ignored Ignored(string why) => new(Request, [], [], why);
}
