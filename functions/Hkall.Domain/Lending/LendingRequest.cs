using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Lending;

/// <summary>One library's request for an item of ours, from asking to close: the fold of its events.</summary>
public sealed record LendingRequest : IRequestState
{
    public required string Id { get; init; }

    public required Borrower Borrower { get; init; }

    /// <summary>The agency that asks, with its scheme, such as <c>JULAC:CUHK</c>.</summary>
    public required string AgencyId { get; init; }

    /// <summary>The borrowing library's id of the request.</summary>
    public required string BorrowersId { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required LendingStatus Status { get; init; }

    public DateOnly? NeededBy { get; init; }

    /// <summary>The service level as the borrower states it: <c>Rush</c>, <c>Standard</c>.</summary>
    public string? Level { get; init; }

    /// <summary>The most the borrowing library would pay.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The address for the parcel, if it is not the borrower's own.</summary>
    public IReadOnlyList<string>? DeliverTo { get; init; }

    public string? Note { get; init; }

    /// <summary>What else the borrowing library said of the item; null if nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public BorrowersDetails? Details { get; init; }

    /// <summary>
    /// The borrowing library's statement that the copy complies with copyright law (Cap. 528, s. 50 and Cap. 528B); without it we
    /// send no copy.
    /// </summary>
    public string? Compliance { get; init; }

    /// <summary>Whether staff keyed it in for an organisation without a system of its own.</summary>
    public bool KeyedIn { get; init; }

    public required Holding Holding { get; init; }

    /// <summary>What the borrower pays for the supply; null if it is free.</summary>
    public Money? Fee { get; init; }

    public Deadline? Deadline { get; init; }

    public int DeadlinesSet { get; init; }

    public int Events { get; init; }

    /// <summary>Why staff have to answer it.</summary>
    public StatedReason? ForStaffWhy { get; init; }

    public IReadOnlyList<LoanCondition> Conditions { get; init; } = [];

    /// <summary>The barcode of the item, as fetched or shipped.</summary>
    public string? Barcode { get; init; }

    /// <summary>The last day of the loan, inclusive.</summary>
    public DateOnly? DueOn { get; init; }

    public int Renewals { get; init; }

    public bool WasRecalled { get; init; }

    /// <summary>Whether the borrowing library has confirmed that the item arrived.</summary>
    public bool Arrived { get; init; }

    public int OverdueNotices { get; init; }

    public Scan? Scan { get; init; }

    /// <summary>The last date on which the borrower can fetch the scan.</summary>
    public DateOnly? ScanUntil { get; init; }

    public int ScanTaken { get; init; }

    /// <summary>The status in which the borrowing library asked to cancel.</summary>
    public LendingStatus? BeforeCancel { get; init; }

    public IReadOnlyList<Charge> Charges { get; init; } = [];

    /// <summary>How often staff have been reminded of the current wait.</summary>
    public int Chased { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public StatedReason? ClosedWhy { get; init; }

    /// <summary>What the borrower wrote and staff have yet to read; null if nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnreadMessages? Unread { get; init; }

    /// <summary>What staff still have to tell the borrower; null if nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<BorrowerWordToTell>? ToTell { get; init; }

    /// <summary>How many messages were ever to be told by hand; gives the next its number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WordsToTell { get; init; }

    /// <summary>The borrower's messages already processed, newest last, as <c>SYMBOL/message id</c>.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    [JsonIgnore]
    public bool IsOpen => Status.IsOpen();

    [JsonIgnore]
    public string StatusName => Names.Of(Status);

    /// <summary>The address for the parcel.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> ShipTo => DeliverTo ?? Borrower.Address ?? [];
}
