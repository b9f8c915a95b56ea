using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Delivering;

/// <summary>The item arrived and is on the hold shelf, or at the counter if it may only be used here.</summary>
public sealed record ItemReceived(DateOnly Until, bool LibraryUseOnly) : RequestEvent
{
    /// <summary>The status before, if the parcel came before any message that announced it: a receipt by mistake leads back there.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestStatus? Overtook { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = LibraryUseOnly ? RequestStatus.LibraryUse : RequestStatus.ReadyForPickup,
        Shelf = new HoldShelf(Until),
        Loan = RequestFold.LoanOf(request) with { LibraryUseOnly = LibraryUseOnly },
        ArrivedAt = request.ArrivedAt ?? at,
    };
}

public sealed record PickupReminded : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Shelf = RequestFold.ShelfOf(request) with { Reminded = true } };
}

/// <summary>The patron did not collect it in time, or its lender wants it back: it leaves the shelf.</summary>
public sealed record PickupExpired(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.Returning, Shelf = null };
}

/// <param name="On">The date of the check-out in Hong Kong; null if it was not recorded.</param>
public sealed record ItemCheckedOut(DateOnly DueOn, DateOnly? On = null) : RequestEvent
{
    /// <summary>How often the loan may be renewed, by the policy of the day of the check-out; null in loans of earlier versions: by that of today.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? RenewalsAllowed { get; init; }

    /// <summary>Why the loan is shorter than usual; null if it is not, or by its lender's date alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LoanLimit? LimitedBy { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.OnLoan,
        Shelf = null,
        Loan = RequestFold.LoanOf(request) with
        {
            DueOn = DueOn,
            CheckedOutOn = On,
            Reminded = false,
            OverdueNotices = 0,
            RenewalsAllowed = RenewalsAllowed,
            Shorter = LimitedBy is { } why ? new ShorterLoan(why, DueOn) : null,
        },
    };
}

/// <summary>The item in hand has this barcode of its lender.</summary>
public sealed record ItemLabelled([Trace] string Barcode) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Barcode = Barcode };
}

public sealed record OfficeChosen([Trace] string Office) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Office = Office };
}

/// <summary>The item has left the Library for the office.</summary>
public sealed record SentToOffice([Trace] string Office) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Status = RequestStatus.OutForDelivery, Shelf = null };
}

public sealed record PartReceived([Trace] string Barcode) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Parts = RequestFold.PartsOf(request) with { Here = [.. RequestFold.PartsOf(request).Here, Barcode] } };
}

/// <summary>This many of the announced parts will not come; the parts here make up the item.</summary>
public sealed record PartsNotComing(int Missing) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Parts = RequestFold.PartsOf(request) with { NotComing = RequestFold.PartsOf(request).NotComing + Missing } };
}
