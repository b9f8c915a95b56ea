using Hkall.Requests;
using Hkall.Requests.Placing;

namespace Hkall.Service.StaffDesk;

/// <summary>What staff have to do, as named lists. An open request may stand in several.</summary>
public static class Worklists
{
    /// <summary>The name that needs-attention had before; the same list.</summary>
    public const string ToChase = "to-chase";

    /// <summary>The lists by name, in the order of the item's way: what staff do themselves first, then what they only watch.</summary>
    public static IReadOnlyList<Worklist> All { get; } =
    [
        new("to-review", true, (request, _) => request is { Status: RequestStatus.InReview, Offer: null }),
        new("no-library-left", true, (request, _) => request.Deadline?.For == Awaited.FurtherSearch),
        new("needs-attention", true, (request, _) => request.Chased > 0),
        new("to-receive", true, (request, _) => request.Status == RequestStatus.InTransit),
        new("to-deliver", true, (request, _) => request.Status == RequestStatus.OutForDelivery),
        new("on-hold-shelf", true, (request, _) => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse),
        new("expiring-today", true, (request, today) => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse && request.Shelf?.Until <= today),
        new("to-send-back", true, (request, _) => request is { Status: RequestStatus.Returning, SentBackAt: null }),
        new("overdue", true, (request, _) => request.Status is RequestStatus.Overdue or RequestStatus.Recalled),
        new("conditions", false, (request, _) => request.Status == RequestStatus.AwaitingCostDecision),
        new("awaiting-patron", false, (request, _) => request is { Status: RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision } or { Offer: not null }),
        new("with-libraries", false, (request, _) => request.Status is RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling),
        new("on-loan", false, (request, _) => request.Status == RequestStatus.OnLoan),
        new("awaiting-receipt", false, (request, _) => request is { Status: RequestStatus.Returning, SentBackAt: not null }),
        new("copies-to-download", false, (request, _) => request is { Status: RequestStatus.ReadyToDownload, Service: ServiceType.Copy }),
        new(ToChase, false, (request, _) => request.Chased > 0),
    ];

    public static Worklist? Find(string name) => All.FirstOrDefault(list => list.Name == name);
}

/// <param name="IsWork">Whether staff have to do something; the other lists tell what others have to.</param>
/// <param name="Holds">Whether a request stands in it today.</param>
public sealed record Worklist(string Name, bool IsWork, Func<Request, DateOnly, bool> Holds);
