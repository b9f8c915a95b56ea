using Hkall.Domain.Calendar;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>Builds a decision about a patron's request.</summary>
internal sealed class DecisionBuilder(PatronRequest request, DateTimeOffset now, RuleBook book)
    : DecisionBuilderBase<PatronRequest, RequestEvent, DecisionBuilder>(request, now, book)
{
    public static DecisionBuilder ForPlacing(string id, RequestPlaced placed, DateTimeOffset now, RuleBook book) =>
        new DecisionBuilder(RequestFold.Begin(id, placed, now), now, book).Begin(placed);

    public Policy Policy => Book.Policy;

    public DecisionBuilder Notify(Notice notice, NoticeFacts facts) => Enqueue(new SendNotice(
        notice,
        Request.Parts is { Here.Count: > 0 } parts
            ? facts with
            {
                Parts = parts.Here.Count,
                PartsAnnounced = parts.Announced,

                // The receipt for the whole item comes with its last part.
                PartsOut = parts.StillOut.Count > 0 && (notice != Notice.Returned || facts.PartBack is not null) ? parts.StillOut : null,
            }
            : facts));

    /// <summary>Tells a library something: the service does, or staff if nothing of ours reaches the library.</summary>
    public DecisionBuilder Message(string symbol, RequestingAction word, string? note = null) =>
        Request.Rota.FirstOrDefault(entry => entry.Symbol == symbol) is { ByHand: true }
            || (OutsideLibraries.Has(symbol) && word is RequestingAction.Renew or RequestingAction.Note)
            ? Record(new SupplierToTell(symbol, word, note))
            : Enqueue(new MessageSupplier(symbol, word, note));

    /// <summary>Sets a deadline for a library's answer, in its working days and its zone.</summary>
    public DecisionBuilder SetDeadline(DeadlineKind kind, ResponseWindow window, RotaEntry supplier) =>
        SetDeadline(kind, (supplier.Works?.Calendar(Calendar) ?? Calendar).WaitUntil(Now, window));

    public DecisionBuilder MarkReceived(SupplierNews news) => Record(
        new MessageHeard(news.Symbol, news.MessageId, news.Said)
        {
            Note = news.Note,
            Word = news.Word,
            LendersNumber = news.LendersNumber,
            AwaitsReading = news.IsWritten,
        });

    /// <summary>Ignores the message and records the reason.</summary>
    public Ignored<PatronRequest, RequestEvent> Discard(SupplierNews news, string why)
    {
        Record(new MessageSetAside(news.Symbol, news.MessageId, news.Said, why)
        {
            Note = news.Note,
            Word = news.Word,
            LendersNumber = news.LendersNumber,
            AwaitsReading = news.IsWritten,
        });
        if (news is ScanArrived { Scan.Id: var scan } && !IsOffered(scan))
        {
            Enqueue(new DiscardScan(scan));
        }

        return Recorded(why);
    }

    protected override PatronRequest Apply(PatronRequest request, RequestEvent happened, DateTimeOffset at) => RequestFold.Apply(request, happened, at);

    protected override RequestEvent DeadlineEvent(DeadlineKind kind, DateTimeOffset until) => new DeadlineSet(kind, until);

    /// <exception cref="InvalidOperationException">A rule asked two suppliers at once, or left the request in another state that must not be.</exception>
    protected override void Check()
    {
        base.Check();
        if (Request.Rota.Count(entry => entry.IsActive) > 1)
        {
            throw new InvalidOperationException($"A rule left request {Request.Id} with two suppliers at once.");
        }
    }

    /// <summary>Two deliveries of the same file may share one stored file, so a scan that the patron can still download is kept.</summary>
    private bool IsOffered(string scan) => Request.Status == RequestStatus.ReadyToDownload && Request.Download?.Scan.Id == scan;
}
