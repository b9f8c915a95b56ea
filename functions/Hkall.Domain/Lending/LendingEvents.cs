using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>A library asked for an item of ours; holds what our catalogue and our tariff said at that time.</summary>
public sealed record LendingAsked(
    Borrower Borrower,
    [Id] string AgencyId,
    [Id] string BorrowersId,
    ServiceType Service,
    Item Item,
    Holding Holding,
    [Code] string PolicyVersion,
    bool KeyedIn,
    Money? Fee = null,
    DateOnly? NeededBy = null,
    [Code] string? Level = null,
    Money? MaxCost = null,
    [Trace] IReadOnlyList<string>? DeliverTo = null,
    [PersonsWords] string? Note = null,
    [PersonsWords] string? Compliance = null) : LendingEvent
{
    /// <summary>What else the library said of the item; null if nothing, and in histories of earlier versions, whose note has it.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)]
    public BorrowersDetails? Details { get; init; }

    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        throw new InvalidOperationException("A request to lend is asked once.");
}

/// <summary>After "retry possible" the library asked again, on these terms.</summary>
public sealed record LendingAskedAgain(
    Holding Holding, Money? Fee = null, Money? MaxCost = null, DateOnly? NeededBy = null, [PersonsWords] string? Note = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        Status = LendingStatus.ToAnswer,
        Holding = Holding,
        Fee = Fee,
        MaxCost = MaxCost ?? request.MaxCost,
        NeededBy = NeededBy ?? request.NeededBy,
        Note = Note ?? request.Note,
        Conditions = [],
    };
}

public sealed record LeftToStaff(StatedReason Why) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Status = LendingStatus.ToAnswer, ForStaffWhy = Why };
}

public sealed record SupplyPromised(Money? Fee = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.ToPull, Fee = Fee, ForStaffWhy = null };
}

public sealed record ConditionsOffered(IReadOnlyList<LoanCondition> Conditions, Money? Cost = null, [PersonsWords] string? Note = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Conditional, Conditions = Conditions, Fee = Cost ?? request.Fee, ForStaffWhy = null };
}

public sealed record ConditionsAccepted : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request;
}

public sealed record ComplianceStated([PersonsWords] string Statement) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Compliance = Statement };
}

public sealed record LendingDeclined(UnfilledReason Reason, [PersonsWords] string? Note = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Unfilled, ClosedWhy = Reason.ToCode(), ForStaffWhy = null };
}

public sealed record RetryOffered(RetryReason Reason, DateOnly? After = null, Money? Cost = null, [PersonsWords] string? Note = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.RetryPossible, ClosedWhy = Reason.ToCode(), Fee = Cost ?? request.Fee, ForStaffWhy = null };
}

public sealed record ItemPulled([Id] string? Barcode = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingFold.Fetched(request), Barcode = Barcode ?? request.Barcode };
}

public sealed record ItemLent([Id] string Barcode, DateOnly DueOn, IReadOnlyList<LoanCondition> Conditions, Charge? Charge = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        Status = LendingStatus.Shipped,
        Barcode = Barcode,
        DueOn = DueOn,
        Conditions = Conditions,
        Charges = LendingFold.With(request, Charge),
        BeforeCancel = null,
    };
}

public sealed record CopySupplied(Scan Scan, DateOnly Until, Charge? Charge = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        Status = LendingStatus.Supplied,
        Scan = Scan,
        ScanUntil = Until,
        Charges = LendingFold.With(request, Charge),
        BeforeCancel = null,
        ForStaffWhy = null,
    };
}

/// <summary>The borrowing library fetched the scan for the <see cref="Number"/>th time.</summary>
public sealed record CopyTaken(int Number) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { ScanTaken = Number };
}

/// <summary>We no longer offer the scan.</summary>
public sealed record CopyClosed(StatedReason Why) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Status = LendingStatus.Completed, ClosedWhy = Why };
}

/// <summary>The borrowing library has the item.</summary>
public sealed record LoanArrived : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Arrived = true, Status = request.Status == LendingStatus.Shipped ? LendingStatus.OnLoan : request.Status };
}

public sealed record LendingCancelAsked : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.CancelAsked, BeforeCancel = request.Status };
}

public sealed record LendingCancelDeclined(StatedReason Why) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = request.BeforeCancel ?? request.Status, BeforeCancel = null };
}

public sealed record LendingCancelled(StatedReason Why) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Cancelled, ClosedWhy = Why, BeforeCancel = null, ForStaffWhy = null };
}

public sealed record LendingRenewalAsked : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Status = LendingStatus.RenewalAsked, Arrived = true };
}

public sealed record LendingRenewed(DateOnly DueOn) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.OnLoan, Arrived = true, DueOn = DueOn, Renewals = request.Renewals + 1, OverdueNotices = 0 };
}

public sealed record LendingRenewalDeclined(StatedReason Why) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = request.Status == LendingStatus.RenewalAsked ? LendingStatus.OnLoan : request.Status };
}

public sealed record LoanOverdue : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Status = LendingStatus.Overdue };
}

public sealed record OverdueSaid(int Times) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { OverdueNotices = Times };
}

public sealed record LoanRecalled(DateOnly DueOn) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Recalled, WasRecalled = true, DueOn = DueOn, OverdueNotices = 0 };
}

public sealed record ReturnAnnounced : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Status = LendingStatus.Returning, Arrived = true };
}

/// <summary>The item is back with us; with a <see cref="Charge"/> if we refund one.</summary>
public sealed record LoanBack(Charge? Charge = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Completed, ClosedWhy = ReasonCode.Returned, Charges = LendingFold.With(request, Charge) };
}

public sealed record LoanLost(StatedReason Why, Charge? Charge = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        request with { Status = LendingStatus.Lost, ClosedWhy = Why, Charges = LendingFold.With(request, Charge) };
}

/// <summary>We processed a message of the borrowing library; its id identifies a repetition.</summary>
public sealed record BorrowerHeard([Id] string Symbol, [Id] string MessageId, [Code] string Said, [PersonsWords] string? Note = null) : LendingEvent
{
    /// <summary>A person there wrote it, and staff have yet to read it. Histories of earlier versions never say so.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsReading { get; init; }

    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        LendingFold.Unread(LendingFold.Marked(request, Symbol, MessageId), AwaitsReading, at);
}

/// <summary>We acknowledged a message of the borrowing library, and it changed nothing; staff can read why.</summary>
public sealed record BorrowerSetAside(
    [Id] string Symbol, [Id] string MessageId, [Code] string Said, [Trace] string Why, [PersonsWords] string? Note = null) : LendingEvent
{
    /// <summary>A person there wrote it, and staff have yet to read it. Histories of earlier versions never say so.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsReading { get; init; }

    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) =>
        LendingFold.Unread(LendingFold.Marked(request, Symbol, MessageId), AwaitsReading, at);
}

/// <summary>Staff have to tell the borrower something, since neither a system nor a mail reaches it.</summary>
public sealed record BorrowerToTell(SupplyingAction Word, BorrowerFacts Facts) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        WordsToTell = request.WordsToTell + 1,
        ToTell =
            [.. (request.ToTell ?? []).TakeLast(BorrowerWordToTell.Most - 1), new BorrowerWordToTell(request.WordsToTell + 1, Word, Facts)],
    };
}

/// <summary>Staff told the borrower so.</summary>
public sealed record BorrowerTold(int Number, SupplyingAction Word, [PersonsWords] string? Note = null) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        ToTell = request.ToTell?.Where(word => word.Number != Number).ToList() is { Count: > 0 } left ? left : null,
    };
}

public sealed record LendingStaffChased(DeadlineKind About, int Times) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with { Chased = Times };
}

public sealed record LendingNoteAdded([Trace] string By, [PersonsWords] string Text) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request;
}

public sealed record LendingDeadlineSet(DeadlineKind For, DateTimeOffset Until) : LendingEvent
{
    internal override LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at) => request with
    {
        Deadline = new Deadline(request.DeadlinesSet + 1, For, Until),
        DeadlinesSet = request.DeadlinesSet + 1,
        Chased = request.Deadline?.For == For ? request.Chased : 0,
    };
}
