using Hkall.Domain;
using Hkall.Domain.Model;

namespace Hkall.Pages.Staff;

/// <summary>The buttons that staff have in each status: a page offers none that the rules would refuse.</summary>
public static class StaffButtons
{
    /// <summary>The actions on the ticked requests of a list.</summary>
    public static IReadOnlyList<string> OfMany(string worklist) => worklist switch
    {
        "to-review" => ["approve"],
        "to-receive" => ["receive"],
        "to-deliver" => ["check-out", "check-in"],
        "to-send-back" => ["send-back"],
        "on-hold-shelf" or "expiring-today" => ["check-out"],
        "overdue" or "on-loan" => ["check-in"],
        _ => [],
    };

    /// <summary>The actions on one request in its current status, the likeliest first.</summary>
    public static IReadOnlyList<string> Of(PatronRequest request)
    {
        var loan = request.Service == ServiceType.Loan;
        return request.Status switch
        {
            RequestStatus.InReview => request.Deadline?.For == DeadlineKind.FurtherSearch ? ["unfilled", "reject", "cancel"] : ["approve", "reject", "cancel"],
            RequestStatus.AwaitingDeclaration => ["cancel"],
            RequestStatus.AwaitingCostDecision => ["condition-accept", "condition-decline", "cancel"],
            RequestStatus.Sourcing when request.Conditions is not null => ["condition-accept", "condition-decline", "ask-status", "cancel"],
            RequestStatus.Sourcing => [.. loan ? ["receive"] : Array.Empty<string>(), "next-supplier", .. request.Supplier is null ? Array.Empty<string>() : ["remind", "ask-status"], "cancel"],
            RequestStatus.Expected => [.. loan ? ["receive"] : Array.Empty<string>(), "next-supplier", "ask-status", "cancel"],
            RequestStatus.Cancelling => loan ? ["receive"] : [],
            RequestStatus.InTransit => request.Parts is { Here.Count: > 0 } ? ["receive", "no-more-parts", "ask-status", "damaged"] : ["receive", "ask-status", "lost", "damaged"],
            RequestStatus.ReadyForPickup => ["check-out", "lost", "damaged"],
            RequestStatus.OutForDelivery => ["check-out", "check-in", "lost", "damaged"],
            RequestStatus.LibraryUse => ["check-in", "lost", "damaged"],
            RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => ["check-in", "lost", "damaged"],
            RequestStatus.Returning => request.SentBackAt is null ? ["send-back", "lost", "damaged"] : ["lost"],
            RequestStatus.Lost => ["check-in"],
            RequestStatus.ReadyToDownload => ["resupply"],
            RequestStatus.Completed => request.ClosedWhy == ReasonCode.DownloadsUsedUp ? ["resupply"] : [],
            RequestStatus.Cancelled or RequestStatus.Unfilled => [],
        };
    }

    /// <summary>Whether staff can still complete the item: only before a library is asked for it.</summary>
    public static bool CanEdit(PatronRequest request) => request.Status == RequestStatus.InReview;

    /// <summary>Whether staff can still add a library to ask.</summary>
    public static bool CanAddLibrary(PatronRequest request) => request.Status is RequestStatus.InReview or RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision
        or RequestStatus.Sourcing or RequestStatus.Expected;

    /// <summary>Whether the action cannot be undone; its button looks different.</summary>
    public static bool IsGrave(string action) => action is "cancel" or "lost" or "reject" or "unfilled" or "condition-decline";
}
