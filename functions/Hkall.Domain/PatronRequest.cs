using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>
/// One request of one patron, from placing to close: the fold of its events. It holds no name and no address;
/// <see cref="PatronId"/> is an opaque key.
/// </summary>
public sealed record PatronRequest : IRequestState
{
    public required string Id { get; init => field = value is { Length: > 0 } ? value : throw new ArgumentException("A request needs an id.", nameof(Id)); }

    public required string PatronId { get; init => field = value is { Length: > 0 } ? value : throw new ArgumentException("A request needs a patron.", nameof(PatronId)); }

    public required PatronGroup Group { get; init; }

    public required ServiceType Service { get; init; }

    public required Item Item { get; init; }

    public required DateTimeOffset PlacedAt { get; init; }

    public required RequestStatus Status { get; init; }

    /// <summary>Since when it stands there; null in one that has stood there since before this was kept.</summary>
    public DateTimeOffset? StatusSince { get; init; }

    public DateOnly? NeededBy { get; init; }

    public string? Note { get; init; }

    /// <summary>Libraries in the order in which we mean to ask them.</summary>
    public required IReadOnlyList<RotaEntry> Rota { get; init; }

    /// <summary>How far the patron lets it reach; null in requests of earlier versions: wherever their group may.</summary>
    public IReadOnlyList<Tier>? AcceptTiers { get; init; }

    /// <summary>Libraries that could supply as well, in tiers the patron has not allowed: they are asked only after the patron has been.</summary>
    public IReadOnlyList<RotaEntry> Reserve { get; init; } = [];

    /// <summary>The ways of going on that the patron is asked about now.</summary>
    public Offer? Offer { get; init; }

    /// <summary>The request of the other service whose place this one takes.</summary>
    public string? Replaces { get; init; }

    /// <summary>The request of the other service that takes this one's place.</summary>
    public string? ReplacedBy { get; init; }

    /// <summary>The ways the patron did not want when asked.</summary>
    public IReadOnlyList<Alternative> NotWanted { get; init; } = [];

    /// <summary>What is awaited and until when; null only where the story has ended.</summary>
    public Deadline? Deadline { get; init; }

    /// <summary>The number of deadlines set so far; the next one takes the next number.</summary>
    public int DeadlinesSet { get; init; }

    /// <summary>The ordinal of the last event.</summary>
    public int Events { get; init; }

    /// <summary>The most the patron would pay without being asked again.</summary>
    public Money? MaxCost { get; init; }

    /// <summary>The charge the patron is asked about now.</summary>
    public Quote? Quote { get; init; }

    /// <summary>The conditions of the library asked now that staff are to decide on.</summary>
    public NamedConditions? Conditions { get; init; }

    /// <summary>The charge accepted for the library asked now.</summary>
    public Money? AcceptedCost { get; init; }

    /// <summary>The declaration as it was signed.</summary>
    public Declaration? Declaration { get; init; }

    /// <summary>The declaration that is still to be signed.</summary>
    public Declaring? Declaring { get; init; }

    /// <summary>The office it is to be brought to; null: the patron comes to the Service Counter.</summary>
    public string? Office { get; init; }

    public Estimate? Estimate { get; init; }

    /// <summary>The lender's barcode on the item in hand; null where nobody scanned it.</summary>
    public string? Barcode { get; init; }

    /// <summary>Of an item in several parts: which are here; null where it is in one.</summary>
    public Parts? Parts { get; init; }

    public HoldShelf? Shelf { get; init; }

    public Loan? Loan { get; init; }

    public Download? Download { get; init; }

    /// <summary>Where a scan lies that is not here yet.</summary>
    public LocatedScan? Scanned { get; init; }

    /// <summary>How often a scan of no use was withdrawn and asked for again.</summary>
    public int Resupplies { get; init; }

    /// <summary>Requests of other patrons for the same part, for staff alone (Cap. 528F: "not related to any similar requirement").</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>How often staff have been reminded of what is awaited now; back to zero when something else is.</summary>
    public int Chased { get; init; }

    /// <summary>Nobody waits for the item any more: when it arrives it goes straight back.</summary>
    public bool Unwanted { get; init; }

    /// <summary>What was charged to the patron for this item, and what became of it, oldest first.</summary>
    public IReadOnlyList<LedgerLine> Fees { get; init; } = [];

    /// <summary>When what was asked for first reached us: the item at our desk, or the scan. The delivery is measured by it.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    public DateTimeOffset? SentBackAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedWhy { get; init; }

    /// <summary>The partner messages already taken in, newest last, as <c>SYMBOL/message id</c>; the inbox marks.</summary>
    public IReadOnlyList<string> Heard { get; init; } = [];

    /// <summary>The one library now expected to supply, or null.</summary>
    [JsonIgnore]
    public RotaEntry? Supplier => Rota.FirstOrDefault(entry => entry.IsActive);

    public bool Accepts(Tier tier) => AcceptTiers?.Contains(tier) ?? true;

    bool IRequestState.IsOpen => Status.IsOpen();

    /// <summary>What is owed on a closed request may block its patron.</summary>
    bool IRequestState.IsInView => Status.IsOpen() || this.Balance() > 0;

    string IRequestState.StatusName => Names.Of(Status);
}
