using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Service.Notices;

namespace Hkall.Service.MyRequests;

/// <summary>Each status as one sentence, with its date.</summary>
public static class StatusTexts
{
    public static string Of(PatronRequest request, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => Of(request),
        NoticeLanguage.TraditionalChinese => StatusTextsChinese.Of(request),
    };

    public static string Of(PatronRequest request) => request.Status switch
    {
        RequestStatus.InReview => request switch
        {
            { Offer: { } offer } => $"No library that you allowed can supply it. Please choose how to go on by {Day(offer.DecideBy)}.",
            { Deadline.For: DeadlineKind.FurtherSearch } => "No library that we could ask can supply it. Library staff are looking for another way.",
            _ => "Library staff are looking at your request.",
        },
        RequestStatus.AwaitingDeclaration => $"Please sign the copyright declaration by {Day(request.Declaring?.Until)}.",
        RequestStatus.AwaitingCostDecision => $"{Library(request)} charges {Amount(request.Quote?.Cost)}. Please accept or decline by {Day(request.Quote?.DecideBy)}.",
        RequestStatus.OutForDelivery => $"It is on its way to {request.Office}.",
        RequestStatus.Sourcing => $"We have asked {Library(request)} for it.",
        RequestStatus.Expected => $"{Library(request)} will supply it{Usually(request)}.",
        RequestStatus.Cancelling => $"We have asked {Library(request)} to cancel it.",
        RequestStatus.InTransit => request.Unwanted
            ? "It is on its way to the Library and will be sent back."
            : request.Parts is { Here.Count: > 0 } parts
                ? FormattableString.Invariant($"{parts.Here.Count} of {parts.Announced} parts are at the Library; the rest is on its way.")
                : "It is on its way to the Library.",
        RequestStatus.ReadyForPickup => $"Please pick it up at the Service Counter by {Day(request.Shelf?.Until)}.",
        RequestStatus.LibraryUse => $"You can use it in the Library until {Day(request.Shelf?.Until)}; it cannot be taken out.",
        RequestStatus.OnLoan => $"You have it until {Day(request.Loan?.DueOn)}.",
        RequestStatus.Overdue => $"It was due on {Day(request.Loan?.DueOn)}. Please return it now.",
        RequestStatus.Recalled => $"The lending library has recalled it. Please return it at once, by {Day(request.Loan?.DueOn)} at the latest.",
        RequestStatus.Returning => "It is on its way back to the lending library.",
        RequestStatus.ReadyToDownload => $"It can be downloaded {Times(request.Download?.Remaining ?? 0)} until {Day(request.Download?.Until)}.",
        RequestStatus.Completed => request.ClosedWhy switch
        {
            "downloads-used-up" => "All downloads have been used.",
            "download-window-closed" => "The time for downloading it is over.",
            _ => "It is back with the lending library.",
        },
        RequestStatus.Cancelled => request.ClosedWhy switch
        {
            "no-declaration" => "It was cancelled: the declaration was not signed in time.",
            "replaced" => "You chose to have it the other way: another request goes on with it.",
            _ => "It was cancelled.",
        },
        RequestStatus.Unfilled => "No library could supply it. Library staff are pleased to help.",
        RequestStatus.Lost => "It was lost.",
    };

    public static string Day(DateOnly? date) => date is { } day ? day.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture) : "a date to follow";

    public static string Amount(Money? money) => money is null
        ? "an amount"
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{money.Currency} {money.Amount:0.00}");

    private static string Library(PatronRequest request) => request.Supplier?.Name ?? "a library";

    private static string Usually(PatronRequest request) => request.Estimate is { } estimate
        ? $", usually between {Day(estimate.Earliest)} and {Day(estimate.Latest)}"
        : string.Empty;

    private static string Times(int remaining) => remaining switch
    {
        1 => "once more",
        _ => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{remaining} times"),
    };
}
