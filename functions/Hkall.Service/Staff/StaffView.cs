using Hkall.Domain;
using Hkall.Domain.Copyright;
using Hkall.Domain.Downloading;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;
using Hkall.Service.Placing;

namespace Hkall.Service.Staff;

/// <summary>A request as staff see it: the patron's view, and everything behind it.</summary>
/// <param name="Request">The patron's view.</param>
/// <param name="State">The stored state: rota, deadline, inbox marks.</param>
/// <param name="Journal">Every commit: who made it, its events, its effects and their outcome.</param>
/// <param name="Routing">How the rota was made, with every figure behind it; null if it was made before routings were stored.</param>
/// <param name="Thread">What the patron, staff and libraries wrote to each other, oldest first.</param>
/// <param name="Declaration">The copyright declaration as signed; null if there is none.</param>
public sealed record StaffView(
    RequestView Request, PatronRequest State, IReadOnlyList<JournalEntry<RequestEvent>> Journal, Routing? Routing, SignedView? Declaration,
    IReadOnlyList<ThreadMessage> Thread)
{
    /// <summary>What stands out in the scan that is here; null if none is here, or if it was not looked through.</summary>
    public IReadOnlyList<ScanRemark>? ScanRemarks { get; init; }

    public static StaffView Of(RequestView seen, PatronRequest state, IReadOnlyList<JournalEntry<RequestEvent>> journal, Signature? signature) =>
        new(seen, state, journal, journal.SelectMany(entry => entry.Events).OfType<RotaRanked>().LastOrDefault()?.Routing, SignedView.Of(journal, signature),
            Conversation.Of(journal.SelectMany(entry => entry.Events.Select(happened => (happened, entry.At)))))
        {
            ScanRemarks = state.Download?.Scan.Checks is { } checks ? Domain.Downloading.ScanRemarks.Of(state.Item, checks) : null,
        };
}

/// <summary>That a declaration was signed, in which version and when. This record outlives the name.</summary>
/// <param name="SignedBy">The name the patron typed; null if there was none, or if it has been erased.</param>
public sealed record SignedView(string TextVersion, DateTimeOffset At, string? SignedBy)
{
    public static SignedView? Of(IReadOnlyList<JournalEntry<RequestEvent>> journal, Signature? signature)
    {
        foreach (var entry in journal.Reverse())
        {
            foreach (var declaration in entry.Events.Select(SignedIn).OfType<Declaration>())
            {
                return new SignedView(declaration.TextVersion, entry.At, signature?.Name);
            }
        }

        return null;
    }

    private static Declaration? SignedIn(RequestEvent happened) => happened switch
    {
        RequestPlaced placed => placed.Declaration,
        DeclarationSigned signed => signed.Declaration,
        _ => null,
    };
}

/// <summary>A request in a list of staff.</summary>
/// <param name="Since">Since when the request has had its status.</param>
/// <param name="Version">Its ETag without the quotation marks; null where the row tells what became of an action.</param>
public sealed record StaffRow(
    string Id,
    string PatronId,
    Hkall.Domain.Model.ServiceType Service,
    RequestStatus Status,
    string Title,
    DateTimeOffset PlacedAt,
    string? Supplier,
    Deadline? Deadline,
    ResponsibleParty? Owner,
    DateTimeOffset? Since,
    Parts? Parts,
    string? Version = null)
{
    /// <summary>The charge beyond the accepted one that waits for a decision of staff, with both amounts; null if none does.</summary>
    public SupplierCharge? Charge { get; init; }

    /// <summary>The code on the item's slip, by which it is found on the shelf; the patron sees it too.</summary>
    public string? Code { get; init; }

    /// <summary>The patron's initials, as on a slip; null if the service holds no name.</summary>
    public string? Initials { get; init; }

    public DateOnly? NeededBy { get; init; }

    /// <summary>The office to which the item is delivered; null if the patron collects it.</summary>
    public string? Office { get; init; }

    /// <summary>The day until which the item waits on the hold shelf.</summary>
    public DateOnly? HoldUntil { get; init; }

    /// <summary>The patron's due date.</summary>
    public DateOnly? DueOn { get; init; }

    public DateOnly? LenderDueOn { get; init; }

    public bool? LibraryUseOnly { get; init; }

    /// <summary>The item goes back, and still stands on the hold shelf.</summary>
    public bool? StillOnShelf { get; init; }

    /// <summary>How often staff have been reminded of the current wait; null if never.</summary>
    public int? Reminded { get; init; }

    /// <summary>The patron wrote something with the request.</summary>
    public bool? HasNote { get; init; }

    public Tier? Tier { get; init; }

    /// <summary>Why staff have to look at the request as it stands; null if they need not.</summary>
    public StatedReason? Alert { get; init; }

    /// <summary>The initials of the member of staff who takes care of it; null: nobody in particular.</summary>
    public string? AssignedTo { get; init; }

    /// <summary>The tags that staff gave it.</summary>
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>How many messages of libraries and of the patron staff have yet to read; null if none.</summary>
    public int? Unread { get; init; }

    /// <summary>Whose they are: <c>patron</c>, <c>library</c>, or both.</summary>
    public IReadOnlyList<Correspondent>? UnreadFrom { get; init; }

    /// <summary>When the oldest of them came.</summary>
    public DateTimeOffset? UnreadSince { get; init; }

    /// <summary>The note that staff see first.</summary>
    public string? Pinned { get; init; }

    public static StaffRow Of(VersionedRequest<PatronRequest> stored) => Of(stored.Request) with { Version = RequestVersion.Of(stored).ToString() };

    public static StaffRow Of(PatronRequest request) => new(
        request.Id,
        request.PatronId,
        request.Service,
        request.Status,
        request.Item.ShortTitle is { Length: > 0 } title ? title : $"(no title) {NoticeFields.Reference(request.Id)}",
        request.PlacedAt,
        LibraryOf(request),
        request.Deadline,
        request.Deadline?.For.ResponsibleParty(),
        request.StatusSince,
        request.Parts)
    {
        Charge = request.Charge is { Standing: ChargeStanding.ToDecide } raised ? raised : null,
        Alert = request.Alert,
        NeededBy = request.NeededBy,
        Office = request.Office,
        HoldUntil = request.Shelf?.Until,
        DueOn = request.Loan?.DueOn,
        LenderDueOn = request.Loan?.LenderDueOn,
        LibraryUseOnly = request.Loan is { LibraryUseOnly: true } ? true : null,
        StillOnShelf = request is { Status: RequestStatus.Returning, SentBackAt: null, Steps: [.., { From: RequestStatus.ReadyForPickup }] } ? true : null,
        Reminded = request.Chased > 0 ? request.Chased : null,
        HasNote = request.Note is null ? null : true,
        Tier = request.Supplier?.Tier,
        AssignedTo = request.AssignedTo is { } assignee ? assignee.Initials ?? assignee.Staff[^4..] : null,
        Tags = request.Tags,
        Pinned = request.Pinned,
        Unread = request is { UnreadFromPatron: null, UnreadFromLibraries: null }
            ? null : (request.UnreadFromPatron?.Count ?? 0) + (request.UnreadFromLibraries?.Count ?? 0),
        UnreadFrom = (request.UnreadFromPatron, request.UnreadFromLibraries) switch
        {
            (null, null) => null,
            (_, null) => [Correspondent.Patron],
            (null, _) => [Correspondent.Library],
            _ => [Correspondent.Patron, Correspondent.Library],
        },
        UnreadSince = UnreadSinceOf(request),
    };

    /// <summary>When the oldest message came that staff have yet to read; null if there is none.</summary>
    public static DateTimeOffset? UnreadSinceOf(PatronRequest request) =>
        Instants.Earlier(request.UnreadFromPatron?.Since, request.UnreadFromLibraries?.Since);

    /// <summary>The library that supplies or is asked, by its symbol; null if there is none.</summary>
    public static string? LibraryOf(PatronRequest request) => request.Supplier?.Symbol ?? request.ToAskByHand;
}
