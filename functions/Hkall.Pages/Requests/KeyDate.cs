using Hkall.Domain;

namespace Hkall.Pages.Requests;

/// <summary>What a date says about a request.</summary>
public enum KeyDateKind
{
    /// <summary>Something lasts until the end of this day.</summary>
    Until,

    /// <summary>The patron decides or signs by this day.</summary>
    By,

    /// <summary>The item is due.</summary>
    Due,

    /// <summary>It is usually here by this day.</summary>
    Expected,
}

/// <summary>The one date of a request that its patron looks for first.</summary>
public sealed record KeyDate(KeyDateKind Kind, DateOnly On)
{
    /// <summary>Days before the end in which the date stands out.</summary>
    private const int Soon = 3;

    /// <returns>Null where no date matters to the patron now.</returns>
    public static KeyDate? Of(PatronRequest request) => request.Status switch
    {
        RequestStatus.InReview => Of(KeyDateKind.By, request.Offer?.DecideBy),
        RequestStatus.AwaitingDeclaration => Of(KeyDateKind.By, request.Declaring?.Until),
        RequestStatus.AwaitingCostDecision => Of(KeyDateKind.By, request.Quote?.DecideBy),
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse => Of(KeyDateKind.Until, request.Shelf?.Until),
        RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => Of(KeyDateKind.Due, request.Loan?.DueOn),
        RequestStatus.ReadyToDownload => Of(KeyDateKind.Until, request.Download?.Until),
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.InTransit when !request.Unwanted =>
            Of(KeyDateKind.Expected, request.Estimate?.Latest),
        RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.InTransit or RequestStatus.Cancelling or RequestStatus.OutForDelivery
            or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => null,
    };

    /// <summary>The class of the style sheet: <c>late</c>, <c>soon</c>, or none where there is time.</summary>
    public string? Class(DateOnly today) => (Kind, On.DayNumber - today.DayNumber) switch
    {
        (KeyDateKind.Expected, _) => null,
        (KeyDateKind.Due, < 0) => "late",
        (_, <= Soon) => "soon",
        _ => null,
    };

    private static KeyDate? Of(KeyDateKind kind, DateOnly? on) => on is { } day ? new KeyDate(kind, day) : null;
}
