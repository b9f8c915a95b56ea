using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>A status in two or three words, and its colour. The sentence beside it has the details.</summary>
public static class StatusLook
{
    /// <summary>Whether the request is with staff, but the patron decides how to continue.</summary>
    public static bool IsOffer(PatronRequest request) => request is { Status: RequestStatus.InReview, Offer: not null };

    /// <summary>In words that patrons know; staff have words of their own.</summary>
    public static string Name(PatronRequest request, NoticeLanguage language) => request switch
    {
        { Status: RequestStatus.InReview, Offer: not null } => language.Say("Your choice needed"),
        { Status: RequestStatus.InReview } => language.Say("Being checked"),
        { Status: RequestStatus.Sourcing, ToAskByHand: null, Supplier: { } library } => language.Say($"Requested from {library.Name}"),
        { Status: RequestStatus.Sourcing } => language.Say("Being requested"),
        { Status: RequestStatus.Expected } => language.Say("Being supplied"),
        { Status: RequestStatus.OnLoan, Loan.LenderOverdue: true } => language.Say("Overdue at the lending library"),
        { Status: RequestStatus.AwaitingCostDecision } => language.Say("Charge to accept"),
        _ => Name(request.Status, language),
    };

    public static string Class(PatronRequest request) => IsOffer(request) ? "you"
        : request is { Status: RequestStatus.OnLoan, Loan.LenderOverdue: true } ? "bad"
        : Class(request.Status);

    public static string Name(RequestStatus status, NoticeLanguage language) => language.Named("status", status);

    /// <summary>
    /// The class of the style sheet: <c>you</c> where the patron must act, <c>bad</c> where they are late, <c>over</c> where the
    /// request is closed.
    /// </summary>
    public static string Class(RequestStatus status) => status switch
    {
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision => "you",
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.ReadyToDownload => "good",
        RequestStatus.Overdue or RequestStatus.Recalled => "bad",
        RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.OutForDelivery or RequestStatus.OnLoan => "going",
        RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => "over",
    };
}
