using System.Diagnostics;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using static Hkall.Domain.Supplying.RotaChanges;

namespace Hkall.Domain;

/// <summary>Applies events to a request. The stored state is the fold of the stored events and nothing else.</summary>
public static class RequestFold
{
    /// <summary>The most inbox marks that a request keeps; partners repeat a message within days, and no exchange is longer.</summary>
    public const int MarksKept = 100;

    public static PatronRequest Begin(string id, RequestPlaced placed, DateTimeOffset at) => new()
    {
        Id = id,
        PatronId = placed.PatronId,
        Group = placed.Group,
        Service = placed.Service,
        Item = placed.Item,
        PlacedAt = at,
        Status = RequestStatus.Sourcing,
        NeededBy = placed.NeededBy,
        Note = placed.Note,
        Rota = placed.Rota,
        Reserve = placed.Reserve ?? [],
        AcceptTiers = placed.AcceptTiers,
        Replaces = placed.Replaces,
        Related = placed.Related ?? [],
        MaxCost = placed.MaxCost,
        Declaration = placed.Declaration,
        Office = placed.Office,
        Events = 1,
    };

    /// <summary>Folds the whole history, from its first event.</summary>
    public static PatronRequest Fold(string id, IEnumerable<(RequestEvent Event, DateTimeOffset At)> history)
    {
        PatronRequest? request = null;
        foreach (var (happened, at) in history)
        {
            request = request is null
                ? Begin(id, (RequestPlaced)happened, at)
                : Apply(request, happened, at);
        }

        return request ?? throw new ArgumentException("A history begins with the placing.", nameof(history));
    }

    public static PatronRequest Apply(PatronRequest request, RequestEvent happened, DateTimeOffset at)
    {
        var next = Change(request, happened, at) with { Events = request.Events + 1 };

        if (next.Status != request.Status)
        {
            next = next with { StatusSince = at };
        }

        // A question to the patron exists only in the status that waits for its answer.
        if (next is { Quote: not null, Status: not RequestStatus.AwaitingCostDecision })
        {
            next = next with { Quote = null };
        }

        if (next is { Offer: not null, Status: not RequestStatus.InReview })
        {
            next = next with { Offer = null };
        }

        if (next is { Conditions: not null, Status: not RequestStatus.Sourcing })
        {
            next = next with { Conditions = null };
        }

        if (next is { Declaring: not null, Status: not RequestStatus.AwaitingDeclaration })
        {
            next = next with { Declaring = null };
        }

        if (next.Status.IsOpen())
        {
            return next.ClosedAt is null ? next : next with { ClosedAt = null, ClosedWhy = null };
        }

        return next with { Deadline = null, Scanned = null, ClosedAt = next.ClosedAt ?? at, Rota = Rest(next.Rota) };
    }

    private static PatronRequest Change(PatronRequest request, RequestEvent happened, DateTimeOffset at) => happened switch
    {
        RequestPlaced => throw new InvalidOperationException("A request is placed once."),
        SentToReview => request with { Status = RequestStatus.InReview, Offer = null, Estimate = null },
        RequestEdited(var item, var rota, var reserve) => request with { Item = item, Rota = rota, Reserve = reserve ?? [] },
        OfferMade(var ways, var decideBy) => request with { Status = RequestStatus.InReview, Offer = new Offer(ways, decideBy), Estimate = null },
        OfferReminded => request with { Offer = request.Offer! with { Reminded = true } },
        OfferAccepted(var way) => way.LeadsToTier() is { } tier ? Reaching(request, tier) with { Offer = null } : request with { Offer = null },
        OfferDeclined => request with { NotWanted = [.. request.NotWanted.Union(request.Offer!.Ways.Select(offered => offered.Way))], Offer = null },
        RequestReplaced(var by) => request with { Status = RequestStatus.Cancelled, ClosedWhy = "replaced", ReplacedBy = by },
        LibraryAdded(var library, var awaitsConsent) => awaitsConsent
            ? request with { Reserve = [.. request.Reserve, library], NotWanted = [.. request.NotWanted.Where(way => way != Alternatives.To(library.Tier))] }
            : request with { Rota = [.. request.Rota, library] },
        RequestApproved => request,
        RequestRejected(var why) => request with { Status = RequestStatus.Cancelled, ClosedWhy = why },
        DeclarationAwaited(var version, var until) => request with { Status = RequestStatus.AwaitingDeclaration, Declaring = new Declaring(version, until) },
        DeclarationReminded => request with { Declaring = request.Declaring! with { Reminded = true } },
        DeclarationSigned(var declaration) => request with { Declaration = declaration, Declaring = null },
        CostQuoted quoted => request with { Status = RequestStatus.AwaitingCostDecision, Quote = new Quote(quoted.Cost, quoted.DecideBy) { Retry = quoted.Retry, AfterConditions = quoted.AfterConditions } },
        CostReminded => request with { Quote = request.Quote! with { Reminded = true } },
        CostAccepted(_, var cost, _) => request with { AcceptedCost = cost, Quote = null },
        CostDeclined => request with { Quote = null },
        OfficeChosen(var office) => request with { Office = office },
        SentToOffice => request with { Status = RequestStatus.OutForDelivery, Shelf = null },
        RotaRanked => request,
        SupplierAsked(var symbol, var estimate) => request with
        {
            Status = RequestStatus.Sourcing,
            AcceptedCost = null,
            Quote = null,
            Conditions = null,
            Estimate = estimate,
            Rota = Ask(request.Rota, symbol, estimate, at),
            Loan = null,
            Barcode = null,
            Parts = null,
            ArrivedAt = null,
            Unwanted = false,
        },
        SupplierPromised(var symbol, var estimate) => request with
        {
            Status = RequestStatus.Expected,
            Estimate = estimate,
            Rota = ChangeEntry(request.Rota, symbol, entry => entry with { Standing = RotaStatus.Promised, Why = null, WasAsked = true, HasPromised = true }),
        },
        SupplierPassedOver(var symbol, var why) => request with
        {
            Rota = Stand(request.Rota, symbol, RotaStatus.PassedOver, why),
            AcceptedCost = null,
            Conditions = null,
            Scanned = request.Scanned?.Symbol == symbol ? null : request.Scanned,
        },
        ConditionsNamed(var symbol, var conditions, var cost) => request with
        {
            Status = RequestStatus.Sourcing,
            Conditions = new NamedConditions(symbol, conditions) { Cost = cost },
        },
        ConditionsAccepted => request with { Conditions = null },
        ConditionsDeclined => request,
        ScanLocated(var symbol, var address) => request with { Scanned = new LocatedScan(symbol, address) },
        ScanNotFetched(_, _, var why) => request with { Scanned = request.Scanned! with { Trouble = why } },
        SupplierExpects(var symbol) => request with { Rota = ChangeEntry(request.Rota, symbol, entry => entry with { Expects = true }) },
        RetryPlanned(var symbol, _, _) => request with { Status = RequestStatus.Sourcing, Conditions = null, Rota = Stand(request.Rota, symbol, RotaStatus.Asked, null) },
        RetryAsked(var symbol) => request with
        {
            Status = RequestStatus.Sourcing,
            Rota = ChangeEntry(request.Rota, symbol, entry => entry with { Standing = RotaStatus.Asked, Retries = entry.Retries + 1, Expects = false }),
        },
        SupplierInquired => request,
        RotaExhausted => request with { Status = RequestStatus.Unfilled, ClosedWhy = "no-library-left", Estimate = null },
        ItemShipped shipped => request with
        {
            Status = RequestStatus.InTransit,
            Unwanted = shipped.Unwanted,
            Rota = Stand(request.Rota, shipped.Symbol, RotaStatus.Supplied, null),
            Loan = LoanOnItsWay(request) with { LenderDueOn = shipped.LenderDueOn, LibraryUseOnly = shipped.LibraryUseOnly },
        },
        ScanSupplied supplied => request with
        {
            Status = RequestStatus.ReadyToDownload,
            Rota = Stand(request.Rota, supplied.Symbol, RotaStatus.Supplied, null),
            Download = new Download { Scan = supplied.Scan, Allowed = supplied.Allowed, Until = supplied.Until },
            Scanned = null,
            ArrivedAt = request.ArrivedAt ?? at,
        },
        ScanFaulted(var symbol, _, _, var estimate) => request with
        {
            Status = RequestStatus.Expected,
            Rota = Stand(request.Rota, symbol, RotaStatus.Promised, null),
            Download = null,
            Estimate = estimate,
            Resupplies = request.Resupplies + 1,
        },
        ItemReceived(var until, var here) => request with
        {
            Status = here ? RequestStatus.LibraryUse : RequestStatus.ReadyForPickup,
            Shelf = new HoldShelf(until),
            Loan = LoanOf(request) with { LibraryUseOnly = here },
            ArrivedAt = request.ArrivedAt ?? at,
        },
        PartsAnnounced(var count) => request with { Parts = (request.Parts ?? new Parts(count)) with { Announced = count } },
        PartReceived(var barcode) => request with { Parts = PartsOf(request) with { Here = [.. PartsOf(request).Here, barcode] } },
        PartsNotComing(var missing) => request with { Parts = PartsOf(request) with { NotComing = PartsOf(request).NotComing + missing } },
        PartReturned(var barcode) => request with { Parts = PartsOf(request) with { Back = [.. PartsOf(request).Back, barcode] } },
        ItemLabelled(var barcode) => request with { Barcode = barcode },
        PickupReminded => request with { Shelf = ShelfOf(request) with { Reminded = true } },
        PickupExpired => request with { Status = RequestStatus.Returning, Shelf = null },
        ItemCheckedOut(var dueOn, var on) => request with
        {
            Status = RequestStatus.OnLoan,
            Shelf = null,
            Loan = LoanOf(request) with { DueOn = dueOn, CheckedOutOn = on, Reminded = false, OverdueNotices = 0 },
        },
        DueReminded => request with { Loan = LoanOf(request) with { Reminded = true } },
        LoanWentOverdue => request with { Status = RequestStatus.Overdue },
        OverdueNoticeGiven(var times) => request with { Loan = LoanOf(request) with { OverdueNotices = times } },
        RenewalAsked => request with { Loan = LoanOf(request) with { RenewalAsked = true, RenewalRefused = false, RefusedBySilence = false } },
        LoanRenewed(var dueOn, var lenderDueOn) => request with
        {
            Status = RequestStatus.OnLoan,
            Loan = LoanOf(request) with
            {
                DueOn = dueOn,
                LenderDueOn = lenderDueOn ?? LoanOf(request).LenderDueOn,
                Reminded = false,
                OverdueNotices = 0,
                RenewalAsked = false,
                RenewalRefused = false,
                Refusals = 0,
                RefusedBySilence = false,
                Renewals = LoanOf(request).Renewals + 1,
            },
        },
        RenewalNotGranted(var why) => request with { Loan = LoanOf(request) with { RenewalAsked = false, RenewalRefused = true, Refusals = LoanOf(request).Refusals + 1, RefusedBySilence = why == "silent" } },
        ItemRecalled(_, var dueOn) => request.Status.IsWithPatron()
            ? request with { Status = RequestStatus.Recalled, Loan = LoanOf(request) with { Recalled = true, DueOn = dueOn, LenderDueOn = dueOn, OverdueNotices = 0, RenewalAsked = false } }
            : request with { Unwanted = true, Loan = LoanOf(request) with { Recalled = true, LenderDueOn = dueOn } },
        ItemCheckedIn => request with { Status = RequestStatus.Returning, Shelf = null, SentBackAt = null, Parts = request.Parts is { } parts ? parts with { Back = [] } : null },
        ItemSentBack => request with { SentBackAt = at },
        LoanCompleted(var why) => request with { Status = RequestStatus.Completed, ClosedWhy = why },
        ItemLost(var why) => request with { Status = RequestStatus.Lost, ClosedWhy = why, Shelf = null },
        ItemDamaged => request,
        FeeCharged charged => request with { Fees = Ledger.Fee(request, charged, at) },
        FeeSettled(var fee, var amount, var why) => request with { Fees = Ledger.Entry(request, LedgerKind.Settlement, fee, amount, why, at) },
        FeeWaived(var fee, var amount, var why) => request with { Fees = Ledger.Entry(request, LedgerKind.Waiver, fee, amount, why, at) },
        FeeTakenOff(var fee, var amount, var why) => request with { Fees = Ledger.Entry(request, LedgerKind.TakenOff, fee, amount, why, at) },
        FeePaidBack(var fee, var amount, var why) => request with { Fees = Ledger.Entry(request, LedgerKind.PaidBack, fee, amount, why, at) },
        FileDownloaded(var number) => request with { Download = DownloadOf(request) with { Used = number } },
        DownloadReminded => request with { Download = DownloadOf(request) with { Reminded = true } },
        DownloadsUsedUp => request with { Status = RequestStatus.Completed, ClosedWhy = "downloads-used-up" },
        DownloadWindowClosed => request with { Status = RequestStatus.Completed, ClosedWhy = "download-window-closed" },
        CancelAsked => request with { Status = RequestStatus.Cancelling },
        CancelRefused(var symbol, _) => request with
        {
            Status = RequestStatus.Expected,
            Rota = ChangeEntry(request.Rota, symbol, entry => entry with { Standing = RotaStatus.Promised, Why = null, WasAsked = true, WouldNotCancel = true }),
        },
        RequestCancelled(var why) => request with { Status = RequestStatus.Cancelled, ClosedWhy = why, Estimate = null },
        MessageHeard heard => request with { Heard = Mark(request.Heard, heard.Symbol, heard.MessageId) },
        MessageSetAside aside => request with { Heard = Mark(request.Heard, aside.Symbol, aside.MessageId) },
        StaffChased(_, var times) => request with { Chased = times },
        NoteAdded => request,
        DeadlineSet(var kind, var until) => request with
        {
            Deadline = new Deadline(request.DeadlinesSet + 1, kind, until),
            DeadlinesSet = request.DeadlinesSet + 1,
            Chased = request.Deadline?.For == kind ? request.Chased : 0,
        },
        _ => throw new UnreachableException($"No evolution for {happened.GetType().Name}."),
    };

    /// <summary>The patron allows another tier: its libraries move from the reserve to the end of the rota.</summary>
    private static PatronRequest Reaching(PatronRequest request, Tier tier) => request with
    {
        AcceptTiers = [.. (request.AcceptTiers ?? []).Union([tier]).Order()],
        Rota = [.. request.Rota, .. request.Reserve.Where(entry => entry.Tier == tier)],
        Reserve = [.. request.Reserve.Where(entry => entry.Tier != tier)],
    };

    /// <summary>The mark of a received message. It includes the partner's symbol, since two partners may use the same message id.</summary>
    public static string MarkOf(string symbol, string messageId) => $"{symbol}/{messageId}";

    private static IReadOnlyList<string> Mark(IReadOnlyList<string> heard, string symbol, string messageId) =>
        [.. heard.Skip(Math.Max(0, heard.Count + 1 - MarksKept)), MarkOf(symbol, messageId)];

    private static Parts PartsOf(PatronRequest request) => request.Parts ?? new Parts(0);

    /// <summary>The slip of a parcel in transit corrects its terms; other facts of the loan stay.</summary>
    private static Loan LoanOnItsWay(PatronRequest request) =>
        request is { Status: RequestStatus.InTransit, Loan: { } announced } ? announced : new Loan();

    private static Loan LoanOf(PatronRequest request) => request.Loan ?? new Loan();

    private static HoldShelf ShelfOf(PatronRequest request) => request.Shelf ?? throw Missing(request, "hold shelf");

    private static Download DownloadOf(PatronRequest request) => request.Download ?? throw Missing(request, "file");

    private static InvalidOperationException Missing(PatronRequest request, string what) => new($"Request {request.Id} is {request.Status} and has no {what}.");
}
