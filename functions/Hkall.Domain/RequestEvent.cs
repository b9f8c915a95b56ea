using System.Text.Json.Serialization;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Correcting;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.Messaging;
using Hkall.Domain.Model;
using Hkall.Domain.Moving;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;

namespace Hkall.Domain;

/// <summary>
/// Something that happened to a request, in the past tense. Events are stored for ever under the names below. Never rename one or
/// change the meaning of a member; add another event, or a member that may be missing.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(RequestPlaced), "request-placed")]
[JsonDerivedType(typeof(SentToReview), "sent-to-review")]
[JsonDerivedType(typeof(RequestEdited), "request-edited")]
[JsonDerivedType(typeof(RequestApproved), "request-approved")]
[JsonDerivedType(typeof(RequestRejected), "request-rejected")]
[JsonDerivedType(typeof(DeclarationAwaited), "declaration-awaited")]
[JsonDerivedType(typeof(DeclarationReminded), "declaration-reminded")]
[JsonDerivedType(typeof(DeclarationSigned), "declaration-signed")]
[JsonDerivedType(typeof(CostQuoted), "cost-quoted")]
[JsonDerivedType(typeof(CostReminded), "cost-reminded")]
[JsonDerivedType(typeof(CostAccepted), "cost-accepted")]
[JsonDerivedType(typeof(CostDeclined), "cost-declined")]
[JsonDerivedType(typeof(ChargeStated), "charge-stated")]
[JsonDerivedType(typeof(ChargeRaised), "charge-raised")]
[JsonDerivedType(typeof(ChargeBorne), "charge-borne")]
[JsonDerivedType(typeof(ChargeDisputed), "charge-disputed")]
[JsonDerivedType(typeof(OfficeChosen), "office-chosen")]
[JsonDerivedType(typeof(SentToOffice), "sent-to-office")]
[JsonDerivedType(typeof(RotaRanked), "rota-ranked")]
[JsonDerivedType(typeof(SupplierAsked), "supplier-asked")]
[JsonDerivedType(typeof(SupplierToAskByHand), "supplier-to-ask-by-hand")]
[JsonDerivedType(typeof(SupplierToTell), "supplier-to-tell")]
[JsonDerivedType(typeof(SupplierTold), "supplier-told")]
[JsonDerivedType(typeof(FoundElsewhere), "found-elsewhere")]
[JsonDerivedType(typeof(SupplierPromised), "supplier-promised")]
[JsonDerivedType(typeof(SupplierPassedOver), "supplier-passed-over")]
[JsonDerivedType(typeof(SupplierExpects), "supplier-expects")]
[JsonDerivedType(typeof(ConditionsNamed), "conditions-named")]
[JsonDerivedType(typeof(ConditionsAccepted), "conditions-accepted")]
[JsonDerivedType(typeof(ConditionsDeclined), "conditions-declined")]
[JsonDerivedType(typeof(RetryPlanned), "retry-planned")]
[JsonDerivedType(typeof(RetryAsked), "retry-asked")]
[JsonDerivedType(typeof(SupplierInquired), "supplier-inquired")]
[JsonDerivedType(typeof(DelayTold), "delay-told")]
[JsonDerivedType(typeof(RotaExhausted), "rota-exhausted")]
[JsonDerivedType(typeof(OfferMade), "offer-made")]
[JsonDerivedType(typeof(OfferReminded), "offer-reminded")]
[JsonDerivedType(typeof(OfferAccepted), "offer-accepted")]
[JsonDerivedType(typeof(OfferDeclined), "offer-declined")]
[JsonDerivedType(typeof(RequestReplaced), "request-replaced")]
[JsonDerivedType(typeof(LibraryAdded), "library-added")]
[JsonDerivedType(typeof(ItemShipped), "item-shipped")]
[JsonDerivedType(typeof(ScanLocated), "scan-located")]
[JsonDerivedType(typeof(ScanNotFetched), "scan-not-fetched")]
[JsonDerivedType(typeof(ScanHeld), "scan-held")]
[JsonDerivedType(typeof(ScanWithheld), "scan-withheld")]
[JsonDerivedType(typeof(ScanSupplied), "scan-supplied")]
[JsonDerivedType(typeof(ScanFaulted), "scan-faulted")]
[JsonDerivedType(typeof(ItemReceived), "item-received")]
[JsonDerivedType(typeof(ItemLabelled), "item-labelled")]
[JsonDerivedType(typeof(PartsAnnounced), "parts-announced")]
[JsonDerivedType(typeof(PartReceived), "part-received")]
[JsonDerivedType(typeof(PartsNotComing), "parts-not-coming")]
[JsonDerivedType(typeof(PartReturned), "part-returned")]
[JsonDerivedType(typeof(PickupReminded), "pickup-reminded")]
[JsonDerivedType(typeof(PickupExpired), "pickup-expired")]
[JsonDerivedType(typeof(ItemCheckedOut), "item-checked-out")]
[JsonDerivedType(typeof(DueReminded), "due-reminded")]
[JsonDerivedType(typeof(LoanWentOverdue), "loan-went-overdue")]
[JsonDerivedType(typeof(OverdueNoticeGiven), "overdue-notice-given")]
[JsonDerivedType(typeof(RenewalAsked), "renewal-asked")]
[JsonDerivedType(typeof(LoanRenewed), "loan-renewed")]
[JsonDerivedType(typeof(RenewalNotGranted), "renewal-not-granted")]
[JsonDerivedType(typeof(ItemRecalled), "item-recalled")]
[JsonDerivedType(typeof(LenderCalledOverdue), "lender-called-overdue")]
[JsonDerivedType(typeof(ItemCheckedIn), "item-checked-in")]
[JsonDerivedType(typeof(ItemSentBack), "item-sent-back")]
[JsonDerivedType(typeof(LoanCompleted), "loan-completed")]
[JsonDerivedType(typeof(ItemLost), "item-lost")]
[JsonDerivedType(typeof(ItemDamaged), "item-damaged")]
[JsonDerivedType(typeof(StepUndone), "step-undone")]
[JsonDerivedType(typeof(RequestReopened), "request-reopened")]
[JsonDerivedType(typeof(DatesSet), "dates-set")]
[JsonDerivedType(typeof(ItemCorrected), "item-corrected")]
[JsonDerivedType(typeof(DatesMoved), "dates-moved")]
[JsonDerivedType(typeof(MovedDatesTold), "moved-dates-told")]
[JsonDerivedType(typeof(FeeCharged), "fee-charged")]
[JsonDerivedType(typeof(FeeSettled), "fee-settled")]
[JsonDerivedType(typeof(FeeWaived), "fee-waived")]
[JsonDerivedType(typeof(FeeTakenOff), "fee-taken-off")]
[JsonDerivedType(typeof(FeePaidBack), "fee-paid-back")]
[JsonDerivedType(typeof(FileDownloaded), "file-downloaded")]
[JsonDerivedType(typeof(DownloadReminded), "download-reminded")]
[JsonDerivedType(typeof(DownloadsUsedUp), "downloads-used-up")]
[JsonDerivedType(typeof(DownloadWindowClosed), "download-window-closed")]
[JsonDerivedType(typeof(CancelAsked), "cancel-asked")]
[JsonDerivedType(typeof(CancelRefused), "cancel-refused")]
[JsonDerivedType(typeof(RequestCancelled), "request-cancelled")]
[JsonDerivedType(typeof(ItemUnwanted), "item-unwanted")]
[JsonDerivedType(typeof(MessageHeard), "message-heard")]
[JsonDerivedType(typeof(MessageSetAside), "message-set-aside")]
[JsonDerivedType(typeof(StaffChased), "staff-chased")]
[JsonDerivedType(typeof(StaffAlerted), "staff-alerted")]
[JsonDerivedType(typeof(NoteAdded), "note-added")]
[JsonDerivedType(typeof(PatronWrittenTo), "patron-written-to")]
[JsonDerivedType(typeof(PatronWrote), "patron-wrote")]
[JsonDerivedType(typeof(LibraryWrittenTo), "library-written-to")]
[JsonDerivedType(typeof(MessagesRead), "messages-read")]
[JsonDerivedType(typeof(AnswerAwaited), "answer-awaited")]
[JsonDerivedType(typeof(RequestAssigned), "request-assigned")]
[JsonDerivedType(typeof(RequestTagged), "request-tagged")]
[JsonDerivedType(typeof(NotePinned), "note-pinned")]
[JsonDerivedType(typeof(FreeCopyFound), "free-copy-found")]
[JsonDerivedType(typeof(DeadlineSet), "deadline-set")]
public abstract record RequestEvent
{
    private protected RequestEvent()
    {
    }

    /// <summary>The request after this event.</summary>
    internal abstract PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at);
}

/// <summary>What the request waits for from now on, and until when.</summary>
public sealed record DeadlineSet(DeadlineKind For, DateTimeOffset Until) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with
    {
        Deadline = new Deadline(request.DeadlinesSet + 1, For, Until),
        DeadlinesSet = request.DeadlinesSet + 1,
        Chased = request.Deadline?.For == For ? request.Chased : 0,
    };
}

/// <summary>We processed a partner's message; its id identifies a repetition.</summary>
public sealed record MessageHeard([Id] string Symbol, [Id] string MessageId, [Code] string Said) : RequestEvent
{
    /// <summary>The note in the message, besides its news.</summary>
    [PersonsWords]
    public string? Note { get; init; }

    /// <summary>How staff heard it; null if the library's own system sent it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LibrarysWord? Word { get; init; }

    /// <summary>The library's own number of our request; null if the message names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Trace]
    public string? LendersNumber { get; init; }

    /// <summary>A person there wrote it, and staff have yet to read it. Histories of earlier versions never say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsReading { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        RequestFold.Unread(RequestFold.Marked(request, Symbol, MessageId, LendersNumber), AwaitsReading, at);
}

/// <summary>We acknowledged a partner's message, and it changed nothing; staff can read why.</summary>
public sealed record MessageSetAside([Id] string Symbol, [Id] string MessageId, [Code] string Said, [Trace] string Why) : RequestEvent
{
    /// <summary>The note in the message, besides its news.</summary>
    [PersonsWords]
    public string? Note { get; init; }

    /// <summary>How staff heard it; null if the library's own system sent it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public LibrarysWord? Word { get; init; }

    /// <summary>The library's own number of our request; null if the message names none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    [Trace]
    public string? LendersNumber { get; init; }

    /// <summary>A person there wrote it, and staff have yet to read it. Histories of earlier versions never say so.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool AwaitsReading { get; init; }

    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) =>
        RequestFold.Unread(RequestFold.Marked(request, Symbol, MessageId, LendersNumber), AwaitsReading, at);
}

/// <summary>A deadline passed, and we reminded staff.</summary>
public sealed record StaffChased(DeadlineKind About, int Times) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request with { Chased = Times };
}

public sealed record NoteAdded([Trace] string By, [PersonsWords] string Text) : RequestEvent
{
    internal override PatronRequest ApplyTo(PatronRequest request, DateTimeOffset at) => request;
}
