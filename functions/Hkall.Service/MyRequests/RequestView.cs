using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Escalating;
using Hkall.Domain.Placing;

namespace Hkall.Service.MyRequests;

/// <summary>A request as its patron sees it (HTTP contract, "A request, as its patron sees it").</summary>
public sealed record RequestView
{
    public required string Id { get; init; }

    public required ServiceType Service { get; init; }

    public required RequestStatus Status { get; init; }

    /// <summary>The status as a sentence, with the date it is about.</summary>
    public required string StatusText { get; init; }

    public required Item Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public SupplierView? Supplier { get; init; }

    public Estimate? Estimate { get; init; }

    public PickupView? Pickup { get; init; }

    /// <summary>Of an item in several parts: how many were announced, are here, and are back.</summary>
    public PartsView? Parts { get; init; }

    public LoanView? Loan { get; init; }

    public DownloadView? Download { get; init; }

    public CostView? Cost { get; init; }

    /// <summary>The ways of going on that the patron is asked about.</summary>
    public OfferView? Offer { get; init; }

    /// <summary>The request of the other service that took this one's place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>What is awaited, from whom, and until when.</summary>
    public NextView? Next { get; init; }

    /// <summary>What the patron can do now.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What happened, oldest first; only with a single request.</summary>
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }
}

/// <param name="NotComing">Announced, and no longer waited for.</param>
public sealed record PartsView(int Announced, int Here, int NotComing, int Back);

public sealed record SupplierView(string Symbol, string Name, Tier Tier);

/// <param name="Place"><c>serviceCounter</c>, or <c>office</c>.</param>
public sealed record PickupView(string Place, DateOnly? ExpiresOn, string? Office = null);

/// <param name="DecideBy">The last date on which the charge can be accepted.</param>
public sealed record CostView(Money Amount, DateOnly DecideBy);

/// <param name="DecideBy">The last date on which a way can be chosen.</param>
public sealed record OfferView(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy);

/// <param name="RenewBy">The last date on which a renewal can be asked for: 3 working days before the due date (page).</param>
/// <param name="RenewableWhy">Why it cannot be renewed, or until when it can.</param>
public sealed record LoanView(DateOnly? DueOn, DateOnly? RenewBy, bool Renewable, string RenewableWhy, bool LibraryUseOnly, bool Recalled);

/// <param name="ClosesAt">The first instant at which it can no longer be downloaded.</param>
public sealed record DownloadView(int Remaining, DateTimeOffset ClosesAt, string Url);

public sealed record NextView(DeadlineKind Awaited, ResponsibleParty From, DateTimeOffset By);

public sealed record TimelineEntry(DateTimeOffset At, string Event, string Text);
