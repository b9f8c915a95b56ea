using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Service.MyRequests;

/// <summary>A request as its patron sees it (HTTP contract, "A request, as its patron sees it").</summary>
public sealed record RequestView
{
    public required string Id { get; init; }

    public required ServiceType Service { get; init; }

    public required RequestStatus Status { get; init; }

    /// <summary>The status as a sentence, with its date.</summary>
    public required string StatusText { get; init; }

    public required Item Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public SupplierView? Supplier { get; init; }

    public Estimate? Estimate { get; init; }

    /// <summary>A copy that anybody may read, while the patron waits; null if none is known, or if it is not what they need.</summary>
    public FreeCopy? FreeCopy { get; init; }

    public PickupView? Pickup { get; init; }

    /// <summary>For an item in several parts: how many were announced, are here, and are back.</summary>
    public PartsView? Parts { get; init; }

    public LoanView? Loan { get; init; }

    public DownloadView? Download { get; init; }

    public CostView? Cost { get; init; }

    /// <summary>The accepted charge of the supplying library, which the patron pays; null if there is none.</summary>
    public SupplyChargeView? SupplyCharge { get; init; }

    /// <summary>The alternatives the patron is offered.</summary>
    public OfferView? Offer { get; init; }

    /// <summary>The request in the other service that replaced this one.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The next step: what it is, whose it is, and its deadline.</summary>
    public NextView? Next { get; init; }

    /// <summary>Dates from this day on may still move, since its holidays are not published yet; null if no date of the request is so late.</summary>
    public DateOnly? ProvisionalFrom { get; init; }

    /// <summary>What the patron can do now.</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary>What the patron and Library staff wrote to each other, oldest first; only with a single request.</summary>
    public IReadOnlyList<OwnMessage>? Messages { get; init; }

    /// <summary>What happened, oldest first; only with a single request.</summary>
    public IReadOnlyList<TimelineEntry>? Timeline { get; init; }
}

/// <param name="NotComing">Parts that were announced and are no longer expected.</param>
public sealed record PartsView(int Announced, int Here, int NotComing, int Back);

public sealed record SupplierView(string Symbol, string Name, Tier Tier);

/// <param name="Place"><c>serviceCounter</c>, or <c>office</c>.</param>
public sealed record PickupView(string Place, DateOnly? ExpiresOn, string? Office = null);

/// <param name="DecideBy">The last date on which the charge can be accepted.</param>
/// <param name="Approximately">For a foreign charge: about how much it is in our currency, which is what the patron would pay; null if there is no rate.</param>
public sealed record CostView(Money Amount, DateOnly DecideBy, ApproximateView? Approximately = null);

/// <param name="RateOn">The day of the rate.</param>
public sealed record ApproximateView(decimal Amount, string Currency, DateOnly RateOn)
{
    public static ApproximateView? Of(Approximation? about) => about is null ? null : new(about.Amount.Amount, about.Amount.Currency, about.RateOn);
}

/// <summary>The charge of the supplying library that was accepted for the patron.</summary>
/// <param name="Amount">As it was accepted.</param>
/// <param name="Charged">What the patron owes for it; null before the item is here, or while the sum in our currency is not known.</param>
/// <param name="Owed">What is still unpaid of it.</param>
public sealed record SupplyChargeView(Money Amount, ApproximateView? Approximately, Money? Charged, Money? Owed)
{
    public static SupplyChargeView? Of(PatronRequest request)
    {
        var fee = request.Fees.LastOrDefault(line => line.Kind == LedgerKind.SupplyCharge);
        return request.Acceptance is { IsPatrons: true } accepted
            ? new SupplyChargeView(
                accepted.Cost,
                ApproximateView.Of(accepted.Approximately),
                fee?.Amount,
                fee is null ? null : fee.Amount with { Amount = request.BalanceOf(fee.Number) })
            : null;
    }
}

/// <param name="DecideBy">The last date on which the patron can choose.</param>
public sealed record OfferView(IReadOnlyList<OfferedAlternative> Ways, DateOnly DecideBy);

/// <param name="RenewBy">The last date on which the patron can ask for a renewal: 3 working days before the due date (page).</param>
/// <param name="RenewableWhy">Why the loan cannot be renewed, or until when it can.</param>
public sealed record LoanView(DateOnly? DueOn, DateOnly? RenewBy, bool Renewable, string RenewableWhy, bool LibraryUseOnly, bool Recalled)
{
    /// <summary>
    /// The lending library counts the item as overdue: the patron renews it, if they can, or returns it by the due date. Null if it does not.
    /// </summary>
    public bool? LenderOverdue { get; init; }

    /// <summary>Why the loan is due earlier than usual; null if it is not, or by its lender's date.</summary>
    public LoanLimit? ShorterBecause { get; init; }
}

/// <param name="ClosesAt">The first instant at which the file can no longer be downloaded.</param>
/// <param name="Scan">Which scan it is: 1 for the first, 2 if it was supplied again, and so on.</param>
public sealed record DownloadView(int Remaining, DateTimeOffset ClosesAt, string Url, int Scan);

public sealed record NextView(DeadlineKind Awaited, ResponsibleParty From, DateTimeOffset By);

public sealed record TimelineEntry(DateTimeOffset At, string Event, string Text);
