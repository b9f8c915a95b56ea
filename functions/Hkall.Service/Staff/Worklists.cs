using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Service.Staff;

/// <summary>The staff worklists, by name. An open request may appear in several.</summary>
public static class Worklists
{
    /// <summary>The former name of needs-attention; the same list.</summary>
    public const string ToChase = "to-chase";

    /// <summary>What libraries and patrons wrote and staff have yet to answer or to mark as read.</summary>
    public const string UnreadMessages = "unread-messages";

    /// <summary>The lists by name, in the order of the item's way: first what staff do themselves, then what they only watch.</summary>
    public static IReadOnlyList<Worklist> All { get; } =
    [
        new(UnreadMessages, true, (request, _) => request is not { UnreadFromLibraries: null, UnreadFromPatron: null }) { AlsoClosed = true },
        new("to-review", true, (request, _) => request is { Status: RequestStatus.InReview, Offer: null, Awaited: null }),
        new("no-library-left", true, (request, _) => request.Deadline?.For == DeadlineKind.FurtherSearch
            || request.Awaited?.Stopped == DeadlineKind.FurtherSearch),
        new("to-ask-by-hand", true, (request, _) => request.ToAskByHand is not null),
        new("to-tell-by-hand", true, (request, _) => request.ToTell is not null) { AlsoClosed = true },
        new("needs-attention", true, (request, _) => NeedsAttention(request)),
        new("conditions", true, (request, _) => request.Conditions is not null || request.Status == RequestStatus.AwaitingCostDecision),
        new("to-charge", true, (request, _) => SupplyCharges.AwaitsSum(request)),
        new("to-receive", true, (request, _) => request.Status == RequestStatus.InTransit),
        new("to-deliver", true, (request, _) => request.Status == RequestStatus.OutForDelivery),
        new("on-hold-shelf", true, (request, _) => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse),
        new("expiring-today",
            true, (request, today) => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse && request.Shelf?.Until <= today),
        new("to-send-back", true, (request, _) => request is { Status: RequestStatus.Returning, SentBackAt: null }),
        new("overdue", true, (request, _) => request.Status is RequestStatus.Overdue or RequestStatus.Recalled),
        new("awaiting-patron",
            false, (request, _) => request is { Status: RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision } or { Offer: not null }
                or { Awaited: not null }),
        new("with-libraries", false, (request, _) => request.Status is RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling),
        new("on-loan", false, (request, _) => request.Status == RequestStatus.OnLoan),
        new("awaiting-receipt", false, (request, _) => request is { Status: RequestStatus.Returning, SentBackAt: not null }),
        new("copies-to-download", false, (request, _) => request is { Status: RequestStatus.ReadyToDownload, Service: ServiceType.Copy }),
        new(ToChase, false, (request, _) => NeedsAttention(request)),
    ];

    /// <summary>
    /// Whether staff were reminded of it or have to look at it, a scan is not where its library says or is withheld, or a library charges more than
    /// was accepted.
    /// </summary>
    private static bool NeedsAttention(PatronRequest request) =>
        request is { Chased: > 0 } or { Alert: not null } or { Scanned.Trouble: not null } or { Held.Trouble: not null }
            or { Charge.Standing: ChargeStanding.ToDecide };

    public static Worklist? Find(string name) => All.FirstOrDefault(list => list.Name == name);
}

/// <param name="IsWork">Whether staff have to act; the other lists show what others have to do.</param>
/// <param name="Fits">Whether a request belongs in it today.</param>
public sealed record Worklist(string Name, bool IsWork, Func<PatronRequest, DateOnly, bool> Fits)
{
    /// <summary>Whether a closed request can stand in it.</summary>
    public bool AlsoClosed { get; init; }

    /// <summary>Whether the request stands in it today.</summary>
    public bool Holds(PatronRequest request, DateOnly today) => (AlsoClosed || request.Status.IsOpen()) && Fits(request, today);
}
