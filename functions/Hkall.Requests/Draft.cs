using Hkall.Requests.Calendar;
using Hkall.Requests.Placing;
using Hkall.Requests.Supplying;

namespace Hkall.Requests;

/// <summary>
/// A decision in the writing: each event is applied as it is written, so that the next line is decided on the request as it
/// then stands. Used by the rules alone.
/// </summary>
internal sealed class Draft(Request request, DateTimeOffset now, RuleBook book)
{
    private readonly List<RequestEvent> _events = [];
    private readonly List<Effect> _effects = [];

    public static Draft ForPlacing(string id, RequestPlaced placed, DateTimeOffset now, RuleBook book)
    {
        var draft = new Draft(Evolution.Begin(id, placed, now), now, book);
        draft._events.Add(placed);
        return draft;
    }

    public Request Request { get; private set; } = request;

    public DateTimeOffset Now => now;

    public RuleBook Book => book;

    public Policy Policy => book.Policy;

    public LibraryCalendar Calendar => book.Calendar;

    public DateOnly Today => book.Calendar.DateOf(now);

    public Draft Then(RequestEvent happened)
    {
        Request = Evolution.Apply(Request, happened, now);
        _events.Add(happened);
        return this;
    }

    public Draft Tell(Notice notice, NoticeFacts facts) => Do(new TellPatron(
        notice, Request.Parts is { Here.Count: > 0 } parts ? facts with { Parts = parts.Here.Count, PartsAnnounced = parts.Announced } : facts));

    public Draft Tell(string symbol, Word word, string? note = null) => Do(new TellSupplier(symbol, word, note));

    public Draft Do(Effect effect)
    {
        _effects.Add(effect);
        return this;
    }

    public Draft WaitFor(Awaited awaited, DateTimeOffset until) => Then(new DeadlineSet(awaited, until));

    public Draft WaitFor(Awaited awaited, Patience patience) => WaitFor(awaited, Calendar.WaitUntil(now, patience));

    /// <summary>Waits for a library: in its working days and its zone.</summary>
    public Draft WaitFor(Awaited awaited, Patience patience, RotaEntry supplier) =>
        WaitFor(awaited, (supplier.Works?.Calendar(Calendar) ?? Calendar).WaitUntil(now, patience));

    public Draft Hear(SupplierNews news) => Then(new MessageHeard(news.Symbol, news.MessageId, news.Said) { Note = news.Note });

    /// <exception cref="InvalidOperationException">A rule left an open request without a deadline, a closed one with a deadline, two suppliers at once, or the same effect twice.</exception>
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

    /// <summary>Ignored, with the reason on record.</summary>
    public Ignored SetAside(SupplierNews news, string why)
    {
        Then(new MessageSetAside(news.Symbol, news.MessageId, news.Said, why) { Note = news.Note });
        if (news is ScanArrived { Scan.Id: var scan } && !IsOffered(scan))
        {
            Do(new DiscardScan(scan));
        }

        return new Ignored(Request, _events, _effects, why);
    }

    /// <summary>The same file sent twice may be stored once: what the patron can still download is not discarded.</summary>
    private bool IsOffered(string scan) => Request.Status == RequestStatus.ReadyToDownload && Request.Download?.Scan.Id == scan;

    public Ignored Ignored(string why) => new(Request, [], [], why);
}
