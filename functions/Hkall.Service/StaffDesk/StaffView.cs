using Hkall.Requests;
using Hkall.Requests.Supplying;
using Hkall.Service.MyRequests;

namespace Hkall.Service.StaffDesk;

/// <summary>A request as staff see it: the patron's view, and everything behind it.</summary>
/// <param name="Request">What the patron sees.</param>
/// <param name="State">The stored state: rota, deadline, inbox marks.</param>
/// <param name="Journal">Every commit: who, what happened, which effects and what became of them.</param>
/// <param name="Routing">How the rota came about, with every figure it rests on; null where it was made before that was kept.</param>
public sealed record StaffView(RequestView Request, Request State, IReadOnlyList<JournalEntry> Journal, Routing? Routing)
{
    public static StaffView Of(RequestView seen, Request state, IReadOnlyList<JournalEntry> journal) =>
        new(seen, state, journal, journal.SelectMany(entry => entry.Events).OfType<RotaRanked>().LastOrDefault()?.Routing);
}

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
