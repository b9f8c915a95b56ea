using Hkall.Requests;
using Hkall.Requests.Placing;

namespace Hkall.Service.StaffDesk;

/// <summary>What staff have to do, as named lists. An open request may stand in several.</summary>
public static class Worklists
{
    public static IReadOnlyDictionary<string, Func<Request, bool>> ByName { get; } = new SortedDictionary<string, Func<Request, bool>>(StringComparer.Ordinal)
    {
        ["to-review"] = request => request is { Status: RequestStatus.InReview, Offer: null },
        ["no-library-left"] = request => request.Deadline?.For == Awaited.FurtherSearch,
        ["to-deliver"] = request => request.Status == RequestStatus.OutForDelivery,
        ["awaiting-patron"] = request => request is { Status: RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision } or { Offer: not null },
        ["to-receive"] = request => request.Status == RequestStatus.InTransit,
        ["on-hold-shelf"] = request => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse,
        ["to-send-back"] = request => request is { Status: RequestStatus.Returning, SentBackAt: null },
        ["awaiting-receipt"] = request => request is { Status: RequestStatus.Returning, SentBackAt: not null },
        ["overdue"] = request => request.Status is RequestStatus.Overdue or RequestStatus.Recalled,
        ["with-libraries"] = request => request.Status is RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling,
        ["to-chase"] = request => request.Chased > 0,
        ["on-loan"] = request => request.Status == RequestStatus.OnLoan,
        ["copies-to-download"] = request => request is { Status: RequestStatus.ReadyToDownload, Service: ServiceType.Copy },
    };
}
