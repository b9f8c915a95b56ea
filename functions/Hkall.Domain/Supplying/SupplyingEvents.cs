using System.Text.Json.Serialization;
using Hkall.Domain.Model;

namespace Hkall.Domain.Supplying;

public sealed record SupplierAsked([Id] string Symbol, Estimate Estimate) : RequestEvent
{
    /// <summary>How staff asked it; null if the service did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HandAsking? How { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Sourcing,
        AcceptedCost = null,
        Acceptance = null,
        Charge = null,
        Quote = null,
        Conditions = null,
        Estimate = Estimate,
        Rota = RotaChanges.Ask(request.Rota, Symbol, Estimate, at),
        Loan = null,
        Shelf = null,
        Barcode = null,
        Parts = null,
        ArrivedAt = null,
        SentBackAt = null,
        Unwanted = false,
    };
}

public sealed record SupplierPromised([Id] string Symbol, Estimate Estimate) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.Expected,
        Estimate = Estimate,
        Rota = RotaChanges.ChangeEntry(
            request.Rota, Symbol, entry => entry with { Standing = RotaStatus.Promised, Why = null, WasAsked = true, HasPromised = true }),
    };
}

/// <summary>The library said no, did not answer, broke its promise or was passed over by staff; <see cref="Why"/> says which.</summary>
public sealed record SupplierPassedOver([Id] string Symbol, StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        // A library that was to be asked by hand may be passed over before it was asked: it may not write about the request.
        Rota = RotaChanges.ChangeEntry(
            request.Rota, Symbol, entry => entry with { Standing = RotaStatus.PassedOver, Why = Why, WasAsked = entry.WasAsked || entry.IsActive }),
        ToAskByHand = null,
        AcceptedCost = null,
        Acceptance = null,
        Charge = request.Charge?.Symbol == Symbol ? null : request.Charge,
        Conditions = null,
        Scanned = request.Scanned?.Symbol == Symbol ? null : request.Scanned,
        Held = request.Held?.Symbol == Symbol ? null : request.Held,
    };
}

/// <summary>The library expects to supply, but makes no promise.</summary>
public sealed record SupplierExpects([Id] string Symbol) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Rota = RotaChanges.ChangeEntry(request.Rota, Symbol, entry => entry with { Expects = true }) };
}

/// <summary>The library shipped the item. If the patron has cancelled meanwhile, it goes straight back (<see cref="Unwanted"/>).</summary>
public sealed record ItemShipped([Id] string Symbol, DateOnly? LenderDueOn, bool LibraryUseOnly, bool Unwanted) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Status = RequestStatus.InTransit,
        Unwanted = Unwanted,
        Charge = request.Charge?.Symbol == Symbol ? request.Charge : null,
        Rota = RotaChanges.Stand(request.Rota, Symbol, RotaStatus.Supplied, null),
        Loan = LoanOnItsWay(request) with { LenderDueOn = LenderDueOn, LibraryUseOnly = LibraryUseOnly },
    };

    /// <summary>The slip of a parcel in transit corrects its terms; other facts of the loan stay.</summary>
    private static Loan LoanOnItsWay(PatronRequest request) =>
        request is { Status: RequestStatus.InTransit, Loan: { } announced } ? announced : new Loan();
}

/// <summary>We asked the library a question; <see cref="What"/> is <c>reminder</c> or <c>status</c>.</summary>
public sealed record SupplierInquired([Id] string Symbol, [Code] string What) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}

/// <summary>We told the patron that the search takes longer than they were told (<c>still-searching</c>) or can wait (<c>needed-by-passed</c>).</summary>
public sealed record DelayTold(StatedReason Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { DelayTold = true, NeededByTold = request.NeededByTold || Why == ReasonCode.NeededByPassed };
}

/// <summary>The rota was made, or made again.</summary>
public sealed record RotaRanked(Routing Routing) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}

/// <summary>The item comes in this many parts, according to its library or its slip.</summary>
public sealed record PartsAnnounced(int Count) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Parts = (request.Parts ?? new Parts(Count)) with { Announced = Count } };
}

/// <summary>The library gave an address from which we fetch its scan.</summary>
public sealed record ScanLocated([Id] string Symbol, [Trace] string Address) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Scanned = new LocatedScan(Symbol, Address) };
}

/// <summary>We found nothing at the address that we could deliver.</summary>
public sealed record ScanNotFetched([Id] string Symbol, [Trace] string Address, [Trace] string Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Scanned = request.Scanned! with { Trouble = Why } };
}

/// <summary>The scan is here and is being checked for malware.</summary>
public sealed record ScanHeld([Id] string Symbol) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Held = new HeldScan(Symbol) };
}

/// <summary>Malware was found in the scan, or it could not be checked; nobody gets it.</summary>
public sealed record ScanWithheld([Id] string Symbol, [Trace] string Why) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Held = new HeldScan(Symbol) { Trouble = Why } };
}

/// <summary>The library named its charge with the item or later, and it is no more than was accepted.</summary>
public sealed record ChargeStated([Id] string Symbol, Money Cost) : RequestEvent
{
    /// <summary>No charge was named before; the patron had agreed to as much in advance.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InAdvance { get; init; }

    /// <summary>For a foreign charge within what was agreed to in advance: what the patron pays.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Approximation? Approximately { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Charge = new SupplierCharge(Symbol, Cost, request.AcceptedCost, ChargeStanding.WithinAccepted),
        Acceptance = InAdvance ? new Acceptance(Cost, ReasonCode.WithinMaximum) { Approximately = Approximately } : request.Acceptance,
    };
}

/// <summary>The library charges more than was accepted, and said so only with the item or later; staff decide who bears the difference.</summary>
/// <param name="Accepted">The amount that was agreed; null if none was.</param>
public sealed record ChargeRaised([Id] string Symbol, Money Cost, Money? Accepted) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        request with { Charge = new SupplierCharge(Symbol, Cost, Accepted, ChargeStanding.ToDecide) };
}
