using Hkall.Requests;
using Hkall.Requests.Placing;

namespace Hkall.Service.Pages.Staff;

/// <summary>Which actions make sense where: a page offers no button that the rules would refuse.</summary>
public static class StaffActions
{
    /// <summary>What is done to the ticked ones of a list.</summary>
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

    /// <summary>What can be done with one request as it stands, the likeliest first.</summary>
    public static IReadOnlyList<string> Of(Request request)
    {
        var loan = request.Service == ServiceType.Loan;
        return request.Status switch
        {
            RequestStatus.InReview => request.Deadline?.For == Awaited.FurtherSearch ? ["unfilled", "reject", "cancel"] : ["approve", "reject", "cancel"],
            RequestStatus.AwaitingDeclaration => ["cancel"],
            RequestStatus.AwaitingCostDecision => ["condition-accept", "condition-decline", "cancel"],
            RequestStatus.Sourcing or RequestStatus.Expected => loan ? ["receive", "next-supplier", "cancel"] : ["next-supplier", "cancel"],
            RequestStatus.Cancelling => loan ? ["receive"] : [],
            RequestStatus.InTransit => ["receive", "lost", "damaged"],
            RequestStatus.ReadyForPickup => ["check-out", "lost", "damaged"],
            RequestStatus.OutForDelivery => ["check-out", "check-in", "lost", "damaged"],
            RequestStatus.LibraryUse => ["check-in", "lost", "damaged"],
            RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled => ["check-in", "lost", "damaged"],
            RequestStatus.Returning => request.SentBackAt is null ? ["send-back", "lost", "damaged"] : ["lost"],
            RequestStatus.Lost => ["check-in"],
            RequestStatus.ReadyToDownload or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled => [],
        };
    }

    /// <summary>What cannot be taken back, and looks so.</summary>
    public static bool IsGrave(string action) => action is "cancel" or "lost" or "reject" or "unfilled" or "condition-decline";
}
