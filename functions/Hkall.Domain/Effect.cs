using System.Text.Json.Serialization;
using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>The moments at which we mail the patron. Each has one template; the names are stored.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Notice>))]
public enum Notice
{
    [JsonStringEnumMemberName("request-placed")] RequestPlaced,
    [JsonStringEnumMemberName("in-review")] InReview,
    [JsonStringEnumMemberName("rejected")] Rejected,
    [JsonStringEnumMemberName("declaration-needed")] DeclarationNeeded,
    [JsonStringEnumMemberName("declaration-reminder")] DeclarationReminder,
    [JsonStringEnumMemberName("cost-decision")] CostDecision,
    [JsonStringEnumMemberName("cost-reminder")] CostReminder,
    [JsonStringEnumMemberName("cost-lapsed")] CostLapsed,
    [JsonStringEnumMemberName("offer-decision")] OfferDecision,
    [JsonStringEnumMemberName("offer-reminder")] OfferReminder,
    [JsonStringEnumMemberName("item-expected")] ItemExpected,
    [JsonStringEnumMemberName("delayed")] Delayed,
    [JsonStringEnumMemberName("ready-for-pickup")] ReadyForPickup,
    [JsonStringEnumMemberName("out-for-delivery")] OutForDelivery,
    [JsonStringEnumMemberName("pickup-reminder")] PickupReminder,
    [JsonStringEnumMemberName("pickup-expired")] PickupExpired,
    [JsonStringEnumMemberName("checked-out")] CheckedOut,
    [JsonStringEnumMemberName("due-soon")] DueSoon,
    [JsonStringEnumMemberName("renewed")] Renewed,
    [JsonStringEnumMemberName("renewal-declined")] RenewalDeclined,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("ready-to-download")] ReadyToDownload,
    [JsonStringEnumMemberName("scan-faulted")] ScanFaulted,
    [JsonStringEnumMemberName("download-reminder")] DownloadReminder,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("cancelled")] Cancelled,
    [JsonStringEnumMemberName("cancel-refused")] CancelRefused,
    [JsonStringEnumMemberName("unwanted")] Unwanted,

    /// <summary>A mail that we sent is wrong: staff have undone the step that it reported, or opened the request again.</summary>
    [JsonStringEnumMemberName("corrected")] Corrected,

    /// <summary>Staff have set another due date.</summary>
    [JsonStringEnumMemberName("due-date-set")] DueDateSet,
    [JsonStringEnumMemberName("dates-moved")] DatesMoved,
    [JsonStringEnumMemberName("fee-charged")] FeeCharged,
    [JsonStringEnumMemberName("fee-settled")] FeeSettled,
    [JsonStringEnumMemberName("fee-waived")] FeeWaived,

    /// <summary>Staff wrote to the patron about the request.</summary>
    [JsonStringEnumMemberName("staff-message")] StaffMessage,

    /// <summary>A copy that anybody may read was found after the request was placed.</summary>
    [JsonStringEnumMemberName("free-copy-found")] FreeCopyFound,
}

/// <summary>The facts in a notice besides the item, as they were at the decision, so that a late mail still says the truth.</summary>
public sealed record NoticeFacts
{
    [LibraryText]
    public string? Library { get; init; }

    public Estimate? Estimate { get; init; }

    /// <summary>A copy that anybody may read, which the patron has not seen yet.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public FreeCopy? FreeCopy { get; init; }

    /// <summary>The date the notice is about: pick up until, due on, download until.</summary>
    public DateOnly? Date { get; init; }

    public bool LibraryUseOnly { get; init; }

    public int? Downloads { get; init; }

    /// <summary>Why, if the notice gives a reason. Before there was <see cref="Office"/>, a delivery stored its office here.</summary>
    public StatedReason? Reason { get; init; }

    /// <summary>For a correction: the step that was undone; null if a closed request was opened again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Step? Undone { get; init; }

    /// <summary>For a correction: the status of the request now.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RequestStatus? Now { get; init; }

    /// <summary>For moved dates: the closure; null if a list of holidays moved them.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ClosureNews? Closure { get; init; }

    /// <summary>For moved dates: each of the patron's, with the item that it is about.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MovedItem>? Moved { get; init; }

    /// <summary>What staff wrote about; null in every other notice.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatronMessage? Message { get; init; }

    /// <summary>The last day on which staff wait for the patron's answer to what they wrote.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? AnswerBy { get; init; }

    /// <summary>The office that a delivery goes to.</summary>
    [Trace]
    public string? Office { get; init; }

    public Money? Cost { get; init; }

    /// <summary>For a foreign charge: about how much it is in our currency; null if there is no rate.</summary>
    public Approximation? Approximately { get; init; }

    /// <summary>The charge that the library named before this one, if it changed its charge.</summary>
    public Money? FormerCost { get; init; }

    /// <summary>The charge that the patron had accepted, and whose acceptance holds no longer.</summary>
    public Money? VoidCost { get; init; }

    /// <summary>The last date on which the patron can ask for a renewal.</summary>
    public DateOnly? RenewBy { get; init; }

    /// <summary>The day on which an overdue item will be recorded as lost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? LostOn { get; init; }

    /// <summary>The last notice before an overdue item is recorded as lost.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool LastNotice { get; init; }

    /// <summary>The due date that the item would get today, if its lender's date leaves only a short loan.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? ShortLoanUntil { get; init; }

    /// <summary>We go on to another library: the patron need not ask for it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool GoesOn { get; init; }

    /// <summary>How many libraries said no, and how many did not answer, if the notice tells how the search went.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SaidNo { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DidNotAnswer { get; init; }

    /// <summary>What the patron owes for this item, if the notice says so.</summary>
    public NoticeFees? Fees { get; init; }

    /// <summary>The alternatives that the patron is asked about, or the other service that they could request instead.</summary>
    public IReadOnlyList<OfferedAlternative>? Ways { get; init; }

    /// <summary>For an item in several parts: how many it is lent with, and how many its library announced.</summary>
    public int? Parts { get; init; }

    public int? PartsAnnounced { get; init; }

    /// <summary>The barcode of the part that this notice is the receipt for; null if it is about the whole item.</summary>
    [Trace]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PartBack { get; init; }

    /// <summary>Of an item that is back in part: the barcodes of the parts that are still out.</summary>
    [Trace]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? PartsOut { get; init; }

    /// <summary>The web address for suggesting that the Library buy the item.</summary>
    [LibraryText]
    public string? SuggestAt { get; init; }
}

/// <summary>Our messages to a library that supplies us. The names are stored and sent.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RequestingAction>))]
public enum RequestingAction
{
    [JsonStringEnumMemberName("request")] Request,
    [JsonStringEnumMemberName("cancel")] Cancel,
    [JsonStringEnumMemberName("accept-cost")] AcceptCost,
    [JsonStringEnumMemberName("resupply")] Resupply,

    /// <summary>We accept its condition, which is not a charge.</summary>
    [JsonStringEnumMemberName("accept-condition")] AcceptCondition,

    /// <summary>We ask again on the terms that the library named.</summary>
    [JsonStringEnumMemberName("retry")] Retry,

    /// <summary>"Have you seen our request?"</summary>
    [JsonStringEnumMemberName("reminder")] Reminder,

    /// <summary>"Where does it stand?"</summary>
    [JsonStringEnumMemberName("ask-status")] AskStatus,
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("renew")] Renew,
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("lost")] Lost,

    /// <summary>Its item is damaged; the note says how.</summary>
    [JsonStringEnumMemberName("damaged")] Damaged,

    /// <summary>Not all parts of its item came, and we no longer wait for them; the note says how many are missing and which came.</summary>
    [JsonStringEnumMemberName("parts-missing")] PartsMissing,

    /// <summary>It charges more than was agreed; the note says how much was, and what staff write.</summary>
    [JsonStringEnumMemberName("dispute-charge")] DisputeCharge,

    /// <summary>Something that we told it was wrong; the note says what.</summary>
    [JsonStringEnumMemberName("correction")] Correction,

    /// <summary>A message of our staff to people there; the note is what they write. It changes nothing.</summary>
    [JsonStringEnumMemberName("note")] Note,
}

/// <summary>
/// Something to do once because of a commit. Effects are stored and delivered with the events that cause them. Their shape is stored,
/// so add members and never rename one.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(SendNotice), "tell-patron")]
[JsonDerivedType(typeof(MessageSupplier), "tell-supplier")]
[JsonDerivedType(typeof(DiscardScan), "discard-scan")]
[JsonDerivedType(typeof(RecordFee), "record-fee")]
[JsonDerivedType(typeof(MeasureTurnaround), "measure-turnaround")]
[JsonDerivedType(typeof(FetchScan), "fetch-scan")]
[JsonDerivedType(typeof(CheckScan), "check-scan")]
[JsonDerivedType(typeof(MessageBorrower), "tell-borrower")]
[JsonDerivedType(typeof(CountLent), "count-lent")]
public abstract record Effect
{
    private protected Effect()
    {
    }

    /// <summary>
    /// Tells two effects of one commit apart; part of the key that makes the effect happen once. Like the delay it is computed and
    /// not stored. Every override must repeat the attribute, which is not inherited.
    /// </summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>The least time between the commit and the delivery.</summary>
    [JsonIgnore]
    public virtual TimeSpan Delay => TimeSpan.Zero;
}

public sealed record SendNotice(Notice Notice, NoticeFacts Facts) : Effect
{
    [JsonIgnore]
    public override string Kind => $"mail-{Names.Of(Notice)}";
}

/// <param name="Note">A note from staff for the library to read.</param>
public sealed record MessageSupplier([Id] string Symbol, RequestingAction Word, [PersonsWords] string? Note = null) : Effect
{
    [JsonIgnore]
    public override string Kind => $"{Names.Of(Word)}-{Symbol}";
}

/// <summary>The patron may no longer download the file, so we may no longer keep it (Cap. 528: copies are for the one requester).</summary>
public sealed record DiscardScan([Id] string ScanId) : Effect
{
    [JsonIgnore]
    public override string Kind => $"discard-{ScanId}";

    /// <summary>We may still be sending a download granted in the last second.</summary>
    [JsonIgnore]
    public override TimeSpan Delay => TimeSpan.FromHours(1);
}

/// <summary>Records a line of our ledger in the circulation system, where the patron pays.</summary>
/// <param name="Line">The number of the line; with the request it forms the key by which the line is recorded once.</param>
public sealed record RecordFee(int Line, LedgerKind What, Money Amount, StatedReason Reason) : Effect
{
    [JsonIgnore]
    public override string Kind => $"fee-{Line}";
}

/// <summary>Records how long a library took to supply, for the estimates and the rota of later requests.</summary>
/// <param name="WorkingDays">Our working days from the day on which we asked.</param>
/// <param name="InTime">Whether it came by the latest day of the estimate made when we asked.</param>
public sealed record MeasureTurnaround([Id] string Symbol, ServiceType Service, int WorkingDays, bool InTime) : Effect
{
    [JsonIgnore]
    public override string Kind => $"measure-{Symbol}";
}
