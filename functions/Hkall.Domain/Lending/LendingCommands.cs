using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>An order or news for one lending request. Commands are not stored.</summary>
public abstract record LendingCommand
{
    private protected LendingCommand()
    {
    }
}

/// <summary>A deadline of a lending request came due. It names the deadline, since another may have replaced it.</summary>
public sealed record LendingDeadlineReached(int DeadlineId) : LendingCommand;

/// <summary>The order that begins a lending request: what the library asks for, and what we know of it.</summary>
public sealed record AskToLend
{
    /// <summary>The id of the new request, supplied by the caller.</summary>
    public required string RequestId { get; init; }

    public required Borrower Borrower { get; init; }

    public required string AgencyId { get; init; }

    public required string BorrowersId { get; init; }

    /// <summary>The id of the message that brought it; null if staff keyed it in.</summary>
    public string? MessageId { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public required Holding Holding { get; init; }

    /// <summary>How many of our items this borrower has now, or has been promised.</summary>
    public required int OpenWithBorrower { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Level { get; init; }

    public Money? MaxCost { get; init; }

    public IReadOnlyList<string>? DeliverTo { get; init; }

    public string? Note { get; init; }

    public string? Compliance { get; init; }

    /// <summary>What else the library said of the item; null if nothing.</summary>
    public BorrowersDetails? Details { get; init; }
}

/// <summary>Staff promise to supply.</summary>
/// <param name="Compliance">For a copy: the borrowing library's statement, if it came separately from the request.</param>
public sealed record PromiseSupply(string? Compliance = null) : LendingCommand;

public sealed record DeclineLending(UnfilledReason Reason, string? Note = null) : LendingCommand;

public sealed record OfferConditions(IReadOnlyList<LoanCondition> Conditions, Money? Cost = null, string? Note = null) : LendingCommand;

public sealed record OfferRetry(RetryReason Reason, DateOnly? After = null, Money? Cost = null, string? Note = null) : LendingCommand;

/// <summary>Staff have fetched the item from its shelf.</summary>
public sealed record PullItem(string? Barcode = null) : LendingCommand;

/// <param name="Barcode">The barcode of the item in the parcel; null: that of the item fetched, or of the catalogue.</param>
/// <param name="DueOn">The due date; null: by policy.</param>
public sealed record ShipItem(string? Barcode = null, DateOnly? DueOn = null, IReadOnlyList<LoanCondition>? Conditions = null) : LendingCommand;

public sealed record SupplyCopy(Scan Scan) : LendingCommand;

/// <summary>The borrowing library fetches the scan through its link.</summary>
public sealed record TakeCopy : LendingCommand;

public sealed record RecallItem(DateOnly? DueOn = null) : LendingCommand;

public sealed record ApproveRenewal(DateOnly? DueOn = null) : LendingCommand;

public sealed record DeclineRenewal(string? Why = null) : LendingCommand;

/// <summary>The item is back with us.</summary>
public sealed record TakeBack : LendingCommand;

/// <param name="Cost">The price of a replacement; null: by policy.</param>
public sealed record DeclareLentLost(string Why, Money? Cost = null) : LendingCommand;

public sealed record ApproveCancel : LendingCommand;

public sealed record DeclineCancel(string Why) : LendingCommand;

/// <summary>Staff told the borrower what no system and no mail could.</summary>
/// <param name="Number">The number of the message; null: all that wait.</param>
public sealed record RecordBorrowerTold(int? Number = null, string? Note = null) : LendingCommand;

public sealed record AddLendingNote(string By, string Text) : LendingCommand;
