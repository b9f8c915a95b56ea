using System.Diagnostics;

namespace Hkall.Domain.Lending;

/// <summary>Applies events to a lending request. The stored state is the fold of the stored events and nothing else.</summary>
public static class LendingFold
{
    public static LendingRequest Begin(string id, LendingAsked asked, DateTimeOffset at) => new()
    {
        Id = id,
        Borrower = asked.Borrower,
        AgencyId = asked.AgencyId,
        BorrowersId = asked.BorrowersId,
        Service = asked.Service,
        Item = asked.Item,
        AskedAt = at,
        Status = LendingStatus.ToAnswer,
        NeededBy = asked.NeededBy,
        Level = asked.Level,
        MaxCost = asked.MaxCost,
        DeliverTo = asked.DeliverTo,
        Note = asked.Note,
        Compliance = asked.Compliance,
        KeyedIn = asked.KeyedIn,
        Holding = asked.Holding,
        Fee = asked.Fee,
        Events = 1,
    };

    /// <summary>Folds the whole history, from its first event.</summary>
    public static LendingRequest Fold(string id, IEnumerable<(LendingEvent Event, DateTimeOffset At)> history)
    {
        LendingRequest? request = null;
        foreach (var (happened, at) in history)
        {
            request = request is null ? Begin(id, (LendingAsked)happened, at) : Apply(request, happened, at);
        }

        return request ?? throw new ArgumentException("A history begins with the asking.", nameof(history));
    }

    public static LendingRequest Apply(LendingRequest request, LendingEvent happened, DateTimeOffset at)
    {
        var next = Change(request, happened) with { Events = request.Events + 1 };
        return next.IsOpen
            ? next.ClosedAt is null ? next : next with { ClosedAt = null, ClosedWhy = null }
            : next with { Deadline = null, ClosedAt = next.ClosedAt ?? at };
    }

    private static LendingRequest Change(LendingRequest request, LendingEvent happened) => happened switch
    {
        LendingAsked => throw new InvalidOperationException("A request to lend is asked once."),
        LendingAskedAgain again => request with
        {
            Status = LendingStatus.ToAnswer,
            Holding = again.Holding,
            Fee = again.Fee,
            MaxCost = again.MaxCost ?? request.MaxCost,
            NeededBy = again.NeededBy ?? request.NeededBy,
            Note = again.Note ?? request.Note,
            Conditions = [],
        },
        LeftToStaff(var why) => request with { Status = LendingStatus.ToAnswer, ForStaffWhy = why },
        SupplyPromised(var fee) => request with { Status = LendingStatus.ToPull, Fee = fee, ForStaffWhy = null },
        ConditionsOffered(var conditions, var cost, _) => request with { Status = LendingStatus.Conditional, Conditions = conditions, Fee = cost ?? request.Fee, ForStaffWhy = null },
        ConditionsAccepted => request,
        ComplianceStated(var statement) => request with { Compliance = statement },
        LendingDeclined(var reason, _) => request with { Status = LendingStatus.Unfilled, ClosedWhy = Names.Of(reason), ForStaffWhy = null },
        RetryOffered(var reason, _, var cost, _) => request with { Status = LendingStatus.RetryPossible, ClosedWhy = Names.Of(reason), Fee = cost ?? request.Fee, ForStaffWhy = null },
        ItemPulled(var barcode) => request with { Status = Fetched(request), Barcode = barcode ?? request.Barcode },
        ItemLent lent => request with
        {
            Status = LendingStatus.Shipped,
            Barcode = lent.Barcode,
            DueOn = lent.DueOn,
            Conditions = lent.Conditions,
            Charges = With(request, lent.Charge),
            BeforeCancel = null,
        },
        CopySupplied(var scan, var until, var charge) => request with
        {
            Status = LendingStatus.Supplied,
            Scan = scan,
            ScanUntil = until,
            Charges = With(request, charge),
            BeforeCancel = null,
            ForStaffWhy = null,
        },
        CopyTaken(var number) => request with { ScanTaken = number },
        CopyClosed(var why) => request with { Status = LendingStatus.Completed, ClosedWhy = why },
        LoanArrived => request with { Arrived = true, Status = request.Status == LendingStatus.Shipped ? LendingStatus.OnLoan : request.Status },
        LendingCancelAsked => request with { Status = LendingStatus.CancelAsked, BeforeCancel = request.Status },
        LendingCancelDeclined => request with { Status = request.BeforeCancel ?? request.Status, BeforeCancel = null },
        LendingCancelled(var why) => request with { Status = LendingStatus.Cancelled, ClosedWhy = why, BeforeCancel = null, ForStaffWhy = null },
        LendingRenewalAsked => request with { Status = LendingStatus.RenewalAsked, Arrived = true },
        LendingRenewed(var dueOn) => request with { Status = LendingStatus.OnLoan, Arrived = true, DueOn = dueOn, Renewals = request.Renewals + 1, OverdueNotices = 0 },
        LendingRenewalDeclined => request with { Status = request.Status == LendingStatus.RenewalAsked ? LendingStatus.OnLoan : request.Status },
        LoanOverdue => request with { Status = LendingStatus.Overdue },
        OverdueSaid(var times) => request with { OverdueNotices = times },
        LoanRecalled(var dueOn) => request with { Status = LendingStatus.Recalled, WasRecalled = true, DueOn = dueOn, OverdueNotices = 0 },
        ReturnAnnounced => request with { Status = LendingStatus.Returning, Arrived = true },
        LoanBack(var charge) => request with { Status = LendingStatus.Completed, ClosedWhy = "returned", Charges = With(request, charge) },
        LoanLost(var why, var charge) => request with { Status = LendingStatus.Lost, ClosedWhy = why, Charges = With(request, charge) },
        BorrowerHeard heard => request with { Heard = Mark(request.Heard, heard.Symbol, heard.MessageId) },
        BorrowerSetAside aside => request with { Heard = Mark(request.Heard, aside.Symbol, aside.MessageId) },
        LendingStaffChased(_, var times) => request with { Chased = times },
        LendingNoteAdded => request,
        LendingDeadlineSet(var kind, var until) => request with
        {
            Deadline = new Deadline(request.DeadlinesSet + 1, kind, until),
            DeadlinesSet = request.DeadlinesSet + 1,
            Chased = request.Deadline?.For == kind ? request.Chased : 0,
        },
        _ => throw new UnreachableException($"No evolution for {happened.GetType().Name}."),
    };

    private static LendingStatus Fetched(LendingRequest request) => request.Service switch
    {
        Placing.ServiceType.Loan => LendingStatus.ToShip,
        Placing.ServiceType.Copy => LendingStatus.ToScan,
    };

    private static IReadOnlyList<Charge> With(LendingRequest request, Charge? charge) => charge is null ? request.Charges : [.. request.Charges, charge];

    private static IReadOnlyList<string> Mark(IReadOnlyList<string> heard, string symbol, string messageId) =>
        [.. heard.Skip(Math.Max(0, heard.Count + 1 - RequestFold.MarksKept)), RequestFold.MarkOf(symbol, messageId)];
}
