using System.Text.Json.Serialization;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Domain;

/// <summary>
/// One patron's request, from placing to close: the fold of its events. It holds no name and no address; <see cref="PatronId"/> is an
/// opaque key.
/// </summary>
public sealed record PatronRequest : IRequestState
{
    public required string Id { get; init => field = value is { Length: > 0 } ? value : throw new ArgumentException("A request needs an id.", nameof(Id)); }

    public required string PatronId
    {
        get; init =>
        field = value is { Length: > 0 } ? value : throw new ArgumentException("A request needs a patron.", nameof(PatronId));
    }

    public required PatronGroup Group { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required RequestStatus Status { get; init; }

    /// <summary>When the request entered its status; null if that was before we recorded it.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    /// <summary>Libraries in the order in which we plan to ask them.</summary>
    public required IReadOnlyList<RotaEntry> Rota { get; init; }

    /// <summary>The tiers that the patron allows; null in requests of earlier versions: all that their group may use.</summary>
    public IReadOnlyList<Tier>? AcceptTiers { get; init; }

    /// <summary>Other libraries that could supply, in tiers that the patron has not allowed: we ask the patron before we ask them.</summary>
    public IReadOnlyList<RotaEntry> Reserve { get; init; } = [];

    /// <summary>The alternatives that the patron is asked about now.</summary>
    public Offer? Offer { get; init; }

    /// <summary>The request for the other service that this one replaces.</summary>
    public string? Replaces { get; init; }

    /// <summary>The request for the other service that replaces this one.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The alternatives that the patron declined.</summary>
    public IReadOnlyList<Alternative> NotWanted { get; init; } = [];

    /// <summary>What the request waits for, and until when; null only if it is closed.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The number of deadlines set so far; the next one takes the next number.</summary>
    public int DeadlinesSet { get; init; }

    /// <summary>The ordinal of the last event.</summary>
    public int Events { get; init; }

    /// <summary>The most the patron would pay without being asked again.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The charge that the patron is asked about now.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The conditions of the library asked now, for staff to decide on.</summary>
    public NamedConditions? Conditions { get; init; }

    /// <summary>The charge accepted for the library asked now.</summary>
    public Money? AcceptedCost { get; init; }

    /// <summary>The acceptance that holds for that library; null if none does, and in requests of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Acceptance? Acceptance { get; init; }

    /// <summary>What the library that supplied charges, if it said so with the item or later; staff decide on it if it is more than was accepted.</summary>
    public SupplierCharge? Charge { get; init; }

    /// <summary>The declaration as signed.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>The declaration that the patron has yet to sign.</summary>
    public Declaring? Declaring { get; init; }

    /// <summary>The office to deliver to; null: the patron picks the item up at the Service Counter.</summary>
    public string? Office { get; init; }

    /// <summary>A copy that anybody may read, as it was known when the request was placed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FreeCopy? FreeCopy { get; init; }

    /// <summary>The patron saw the free copy, and it is not what they need.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool FreeCopyDeclined { get; init; }

    public Estimate? Estimate { get; init; }

    /// <summary>The lender's barcode on the item in hand; null if staff did not scan it.</summary>
    public string? Barcode { get; init; }

    /// <summary>For an item in several parts: which are here; null if it is in one.</summary>
    public Parts? Parts { get; init; }

    public HoldShelf? Shelf { get; init; }

    public Loan? Loan { get; init; }

    public Download? Download { get; init; }

    /// <summary>The address of a scan that we have not fetched yet.</summary>
    public LocatedScan? Scanned { get; init; }

    /// <summary>A scan that came and that nobody may have yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeldScan? Held { get; init; }

    /// <summary>How often an unusable scan was withdrawn and requested again.</summary>
    public int Resupplies { get; init; }

    /// <summary>Which scan the patron can download, or is waiting for: 1 for the first.</summary>
    [JsonIgnore]
    public int ScanNumber => Resupplies + 1;

    /// <summary>The last steps that staff can undo, the newest last.</summary>
    public IReadOnlyList<StepTaken> Steps { get; init; } = [];

    /// <summary>Requests of other patrons for the same part; only staff see them (Cap. 528F: "not related to any similar requirement").</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>How often staff have been reminded of the current wait; zero again when the request waits for something else.</summary>
    public int Chased { get; init; }

    /// <summary>Why staff have to look at the request as it stands; null again when its status changes.</summary>
    public StatedReason? Alert { get; init; }

    /// <summary>Who of the staff takes care of it; null: nobody in particular.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Assignee? AssignedTo { get; init; }

    /// <summary>The tags that staff gave it, by the names of the policy; null if it has none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Code]
    public IReadOnlyList<string>? Tags { get; init; }

    /// <summary>The note that staff see first; null if there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [PersonsWords]
    public string? Pinned { get; init; }

    /// <summary>What libraries wrote and staff have yet to read; null if nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnreadMessages? UnreadFromLibraries { get; init; }

    /// <summary>What the patron wrote and staff have yet to read; null if nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UnreadMessages? UnreadFromPatron { get; init; }

    /// <summary>When the patron wrote last, newest last; null if never.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<DateTimeOffset>? PatronWroteAt { get; init; }

    /// <summary>The patron's answer without which staff cannot go on; null if they do not wait for one.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AwaitedAnswer? Awaited { get; init; }

    /// <summary>The symbol of the library that staff are to ask by hand; null if none waits for that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Id]
    public string? ToAskByHand { get; init; }

    /// <summary>What staff have to tell libraries that no system or mail reaches, oldest first; null if there is nothing.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<WordToTell>? ToTell { get; init; }

    /// <summary>How many such words there have been; the next one takes the next number.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int WordsToTell { get; init; }

    /// <summary>The patron has been told that the search takes longer than its first estimate.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DelayTold { get; init; }

    /// <summary>The patron has been told that the date by which they need it has passed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NeededByTold { get; init; }

    /// <summary>The patron no longer waits for the item: when it arrives, it goes straight back.</summary>
    public bool Unwanted { get; init; }

    /// <summary>What we charged the patron for this item, and what became of it, oldest first.</summary>
    public IReadOnlyList<LedgerLine> Fees { get; init; } = [];

    /// <summary>When the item or the scan first reached us; the delivery time counts to here.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? SentBackAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public StatedReason? ClosedWhy { get; init; }

    /// <summary>The partner messages already processed, newest last, as <c>SYMBOL/message id</c>: the inbox marks.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>The dates that moved with the calendar, by its changes; null if none did.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MovedFor>? Moved { get; init; }

    /// <summary>The changes of the calendar of which this request carried the mail to its patron; null if it carried none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Id]
    public IReadOnlyList<string>? MovesTold { get; init; }

    /// <summary>The one library now expected to supply; null if there is none.</summary>
    [JsonIgnore]
    public RotaEntry? Supplier => Rota.FirstOrDefault(entry => entry.IsActive);

    public bool Accepts(Tier tier) => AcceptTiers?.Contains(tier) ?? true;

    bool IRequestState.IsOpen => Status.IsOpen();

    /// <summary>A balance on a closed request may block its patron, and a charge may still wait for its sum.</summary>
    bool IRequestState.IsInView => Status.IsOpen() || this.Balance() > 0 || SupplyCharges.AwaitsSum(this);

    string IRequestState.StatusName => Names.Of(Status);
}
