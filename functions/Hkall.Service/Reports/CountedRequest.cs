using System.Text.Json.Serialization;
using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>A library that was asked. <see cref="Why"/> is null if it supplied, otherwise why it did not.</summary>
public sealed record AskedLibrary(string Symbol, Tier Tier, [property: JsonConverter(typeof(CountedReason))] ReasonCode? Why)
{
    /// <summary>Whether the library had promised to supply.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Promised { get; init; }
}

/// <summary>
/// A request as the reports count it, and all that is left of a closed one: days, library, group and outcome. It has no patron, item, id or time
/// of day, so nothing leads back to a person and the row outlives all erasures. Stored: add members, never rename them.
/// </summary>
public sealed record CountedRequest
{
    public required ServiceType Service { get; init; }

    public required PatronGroup Group { get; init; }

    public required DateOnly PlacedOn { get; init; }

    /// <summary>Null while the request is open; an open request is counted and never stored.</summary>
    public required DateOnly? ClosedOn { get; init; }

    public required RequestStatus Outcome { get; init; }

    /// <summary>Why the request closed, as its last event says.</summary>
    [JsonConverter(typeof(CountedReason))]
    public ReasonCode? Why { get; init; }

    /// <summary>The library that supplied.</summary>
    public string? Supplier { get; init; }

    public Tier? Tier { get; init; }

    /// <summary>When the item reached our desk, or the scan was stored; null if nothing arrived.</summary>
    public DateOnly? ArrivedOn { get; init; }

    /// <summary>Working days from placing to arrival: the patron's wait.</summary>
    public int? WaitedDays { get; init; }

    /// <summary>Working days from asking the supplier to arrival: the library's share of the wait.</summary>
    public int? SupplierDays { get; init; }

    /// <summary>The last estimate we gave the patron before the item arrived.</summary>
    public Estimate? Promise { get; init; }

    /// <summary>The libraries we asked, in their order.</summary>
    public IReadOnlyList<AskedLibrary> Asked { get; init; } = [];

    /// <summary>The charge that was accepted for the request.</summary>
    public Money? Cost { get; init; }

    /// <summary>What became of that charge; null if nothing was charged, and in rows of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CountedCharge? Charge { get; init; }

    public int Renewals { get; init; }

    public int OverdueNotices { get; init; }

    public bool Recalled { get; init; }

    public int Downloads { get; init; }

    /// <summary>The item had arrived, and was recalled or lost before its patron could have it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeverHad { get; init; }

    /// <summary>The patron no longer wanted the item while it was on its way.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Unwanted { get; init; }

    /// <summary>What became of the free copy; null if none was known, and in rows of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FreeCopyUse? FreeCopy { get; init; }

    public static CountedRequest Of(PatronRequest request, LibraryCalendar calendar)
    {
        var placedOn = calendar.DateOf(request.PlacedAt);
        var arrivedOn = request.ArrivedAt is { } arrived ? calendar.DateOf(arrived) : (DateOnly?)null;
        var supplier = request.Rota.FirstOrDefault(entry => entry.Standing == RotaStatus.Supplied);
        var askedOn = supplier?.AskedAt is { } asked ? calendar.DateOf(asked) : (DateOnly?)null;
        return new CountedRequest
        {
            Service = request.Service,
            Group = request.Group,
            PlacedOn = placedOn,
            ClosedOn = request.ClosedAt is { } closed ? calendar.DateOf(closed) : null,
            Outcome = request.Status,
            Why = CountedReason.Of(request.ClosedWhy),
            Supplier = supplier is null ? null : CountedAs(supplier),
            Tier = supplier?.Tier,
            ArrivedOn = arrivedOn,
            WaitedDays = arrivedOn is { } came ? calendar.WorkingDaysBetween(placedOn, came) : null,
            SupplierDays = arrivedOn is { } there && askedOn is { } from ? calendar.WorkingDaysBetween(from, there) : null,
            Promise = request.Estimate,
            Asked = [.. request.Rota.Where(entry => entry.WasAsked)
                .Select(
                    entry => new AskedLibrary(
                        CountedAs(entry), entry.Tier,
                        entry.IsActive ? null : CountedReason.Of(entry.Why) ?? ReasonCode.PassedOver) { Promised = entry.HasPromised })],
            Cost = CostOf(request),
            Charge = CountedCharge.Of(request),
            Renewals = request.Loan?.Renewals ?? 0,
            OverdueNotices = request.Loan?.OverdueNotices ?? 0,
            Recalled = request.Loan?.Recalled ?? false,
            Downloads = request.Download?.Used ?? 0,
            NeverHad = request is { Service: ServiceType.Loan, ArrivedAt: not null, Loan: { DueOn: null, LibraryUseOnly: false } loan }
                && (loan.Recalled || (request.Status == RequestStatus.Lost && request.ClosedWhy == ReasonCode.DeclaredByStaff)),
            Unwanted = request is { Unwanted: true, Loan.Recalled: false },
            FreeCopy = FreeCopyReport.UseOf(request),
        };
    }

    /// <summary>A place outside the directory counts under its name: its symbol means something else in each request.</summary>
    private static string CountedAs(RotaEntry entry) => OutsideLibraries.Has(entry.Symbol) ? entry.Name : entry.Symbol;

    /// <summary>What the request cost: what its library charged in the end, unless it is disputed or not decided, or else what was accepted.</summary>
    private static Money? CostOf(PatronRequest request) => request.Charge is not { } charge ? request.AcceptedCost : charge.Standing switch
    {
        ChargeStanding.WithinAccepted or ChargeStanding.Borne => charge.Cost,
        ChargeStanding.ToDecide or ChargeStanding.Disputed => request.AcceptedCost,
    };
}
