using Hkall.Requests;
using Hkall.Service.MyRequests;

namespace Hkall.Service.StaffDesk;

/// <summary>A request as staff see it: the patron's view, and everything behind it.</summary>
/// <param name="Request">What the patron sees.</param>
/// <param name="State">The stored state: rota, deadline, inbox marks.</param>
/// <param name="Journal">Every commit: who, what happened, which effects and what became of them.</param>
public sealed record StaffView(RequestView Request, Request State, IReadOnlyList<JournalEntry> Journal);

/// <summary>A request in a list of staff.</summary>
/// <param name="Since">Since when it stands where it stands.</param>
public sealed record StaffRow(
    string Id,
    string PatronId,
    Hkall.Requests.Placing.ServiceType Service,
    RequestStatus Status,
    string Title,
    DateTimeOffset PlacedAt,
    string? Supplier,
    Deadline? Deadline,
    Owner? Owner,
    DateTimeOffset? Since)
{
    public static StaffRow Of(Request request) => new(
        request.Id,
        request.PatronId,
        request.Service,
        request.Status,
        request.Item.ShortTitle,
        request.PlacedAt,
        request.Supplier?.Symbol,
        request.Deadline,
        request.Deadline?.For.Owner(),
        request.StatusSince);
}
