using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>
/// The answer of the rules to a command, for a patron's request and for a request to lend: decided, ignored or refused. Errors throw
/// instead.
/// </summary>
public abstract record Decision<TRequest, TEvent>
    where TRequest : class, IRequestState
    where TEvent : class
{
    private protected Decision()
    {
    }
}

/// <summary>What the service commits: the events, their effects, and the request after them.</summary>
public abstract record Change<TRequest, TEvent> : Decision<TRequest, TEvent>
    where TRequest : class, IRequestState
    where TEvent : class
{
    private protected Change(TRequest request, IReadOnlyList<TEvent> events, IReadOnlyList<Effect> effects) =>
        (Request, Events, Effects) = (request, events, effects);

    public TRequest Request { get; init; }

    public IReadOnlyList<TEvent> Events { get; init; }

    public IReadOnlyList<Effect> Effects { get; init; }
}

/// <summary>The command is carried out.</summary>
public sealed record Decided<TRequest, TEvent>(TRequest Request, IReadOnlyList<TEvent> Events, IReadOnlyList<Effect> Effects)
    : Change<TRequest, TEvent>(Request, Events, Effects)
    where TRequest : class, IRequestState
    where TEvent : class;

/// <summary>
/// The command changes nothing. Late, repeated and crossed messages are ordinary between libraries, so ignoring one is not an error.
/// The first receipt of a message is recorded (there is an event); a repeated one leaves no event. A borrower is the only one to get
/// an answer to an ignored message, and a scan that came with one is discarded.
/// </summary>
public sealed record Ignored<TRequest, TEvent>(TRequest Request, IReadOnlyList<TEvent> Events, IReadOnlyList<Effect> Effects, string Why)
    : Change<TRequest, TEvent>(Request, Events, Effects)
    where TRequest : class, IRequestState
    where TEvent : class;

/// <summary>A person asked for something the rules do not allow. Nothing happened; the reason has a name and a sentence.</summary>
public sealed record Refused<TRequest, TEvent>(Refusal Refusal, string Why) : Decision<TRequest, TEvent>
    where TRequest : class, IRequestState
    where TEvent : class;

/// <summary>Why the rules refuse a person's order. The names are part of the HTTP contract.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Refusal>))]
public enum Refusal
{
    [JsonStringEnumMemberName("invalid-item")] InvalidItem,
    [JsonStringEnumMemberName("not-eligible")] NotEligible,
    [JsonStringEnumMemberName("quota-reached")] QuotaReached,
    [JsonStringEnumMemberName("blocked")] Blocked,
    [JsonStringEnumMemberName("account-unknown")] AccountUnknown,
    [JsonStringEnumMemberName("duplicate-request")] DuplicateRequest,
    [JsonStringEnumMemberName("held-here")] HeldHere,
    [JsonStringEnumMemberName("copyright-limit")] CopyrightLimit,
    [JsonStringEnumMemberName("declaration-required")] DeclarationRequired,
    [JsonStringEnumMemberName("not-office-eligible")] NotOfficeEligible,
    [JsonStringEnumMemberName("nothing-to-decide")] NothingToDecide,
    [JsonStringEnumMemberName("nothing-to-declare")] NothingToDeclare,
    [JsonStringEnumMemberName("not-in-review")] NotInReview,
    [JsonStringEnumMemberName("not-offered")] NotOffered,
    [JsonStringEnumMemberName("nobody-to-ask")] NobodyToAsk,
    [JsonStringEnumMemberName("already-asked")] AlreadyAsked,
    [JsonStringEnumMemberName("rota-full")] RotaFull,
    [JsonStringEnumMemberName("price-changed")] PriceChanged,
    [JsonStringEnumMemberName("other-library")] OtherLibrary,
    [JsonStringEnumMemberName("balance-changed")] BalanceChanged,
    [JsonStringEnumMemberName("status-changed")] StatusChanged,

    /// <summary>The order says neither which version of the request was seen nor what it is about.</summary>
    [JsonStringEnumMemberName("not-named")] NotNamed,
    [JsonStringEnumMemberName("which-library")] WhichLibrary,
    [JsonStringEnumMemberName("resupply-limit")] ResupplyLimit,
    [JsonStringEnumMemberName("too-late")] TooLate,
    [JsonStringEnumMemberName("library-not-asked")] LibraryNotAsked,
    [JsonStringEnumMemberName("ask-first")] AskFirst,
    [JsonStringEnumMemberName("nobody-to-ask-by-hand")] NobodyToAskByHand,
    [JsonStringEnumMemberName("nothing-to-tell")] NothingToTell,

    /// <summary>A library answers by the link of its letter what the request no longer waits for.</summary>
    [JsonStringEnumMemberName("already-answered")] AlreadyAnswered,
    [JsonStringEnumMemberName("not-shipped")] NotShipped,
    [JsonStringEnumMemberName("nothing-to-invoice")] NothingToInvoice,
    [JsonStringEnumMemberName("invoice-not-sent")] InvoiceNotSent,
    [JsonStringEnumMemberName("invoice-paid")] InvoicePaid,

    /// <summary>The invoice has been paid or cancelled.</summary>
    [JsonStringEnumMemberName("invoice-closed")] InvoiceClosed,
    [JsonStringEnumMemberName("nothing-to-pay")] NothingToPay,
    [JsonStringEnumMemberName("already-reminded")] AlreadyReminded,
    [JsonStringEnumMemberName("no-downloads-left")] NoDownloadsLeft,
    [JsonStringEnumMemberName("window-closed")] WindowClosed,
    [JsonStringEnumMemberName("no-file")] NoFile,
    [JsonStringEnumMemberName("not-expected")] NotExpected,
    [JsonStringEnumMemberName("not-on-shelf")] NotOnShelf,
    [JsonStringEnumMemberName("library-use-only")] LibraryUseOnly,
    [JsonStringEnumMemberName("not-renewable")] NotRenewable,
    [JsonStringEnumMemberName("past-renewal-deadline")] PastRenewalDeadline,

    /// <summary>The patron's card ends before a renewed loan would.</summary>
    [JsonStringEnumMemberName("card-ends")] CardEnds,
    /// <summary>The term ends, or the patron's group leaves, before a renewed loan would.</summary>
    [JsonStringEnumMemberName("term-ends")] TermEnds,
    [JsonStringEnumMemberName("already-recalled")] AlreadyRecalled,
    [JsonStringEnumMemberName("renewal-limit")] RenewalLimit,
    [JsonStringEnumMemberName("not-with-patron")] NotWithPatron,
    [JsonStringEnumMemberName("nothing-to-send-back")] NothingToSendBack,
    [JsonStringEnumMemberName("no-supplier-asked")] NoSupplierAsked,
    [JsonStringEnumMemberName("nothing-to-lose")] NothingToLose,
    [JsonStringEnumMemberName("no-such-fee")] NoSuchFee,
    [JsonStringEnumMemberName("nothing-owed")] NothingOwed,
    [JsonStringEnumMemberName("wrong-amount")] WrongAmount,
    [JsonStringEnumMemberName("nothing-to-charge")] NothingToCharge,
    [JsonStringEnumMemberName("no-rate")] NoRate,
    [JsonStringEnumMemberName("not-a-copy")] NotACopy,
    [JsonStringEnumMemberName("already-closed")] AlreadyClosed,
    [JsonStringEnumMemberName("already-promised")] AlreadyPromised,
    [JsonStringEnumMemberName("not-promised")] NotPromised,
    [JsonStringEnumMemberName("compliance-required")] ComplianceRequired,
    [JsonStringEnumMemberName("not-a-loan")] NotALoan,
    [JsonStringEnumMemberName("barcode-required")] BarcodeRequired,
    [JsonStringEnumMemberName("cancel-to-answer")] CancelToAnswer,
    [JsonStringEnumMemberName("not-lent")] NotLent,
    [JsonStringEnumMemberName("no-renewal-asked")] NoRenewalAsked,
    [JsonStringEnumMemberName("no-cancel-asked")] NoCancelAsked,
    [JsonStringEnumMemberName("nothing-to-take-back")] NothingToTakeBack,

    /// <summary>The change takes effect only when another member of staff has approved it.</summary>
    [JsonStringEnumMemberName("second-person-needed")] SecondPersonNeeded,
    [JsonStringEnumMemberName("own-proposal")] OwnProposal,
    [JsonStringEnumMemberName("proposal-over")] ProposalOver,

    /// <summary>What was proposed to change has changed meanwhile.</summary>
    [JsonStringEnumMemberName("proposal-stale")] ProposalStale,

    /// <summary>No step was taken that staff could undo, or another one since.</summary>
    [JsonStringEnumMemberName("nothing-to-undo")] NothingToUndo,

    /// <summary>Only a closed request can be opened again.</summary>
    [JsonStringEnumMemberName("not-closed")] NotClosed,

    /// <summary>The date is past, or later than the lender allows.</summary>
    [JsonStringEnumMemberName("date-not-possible")] DateNotPossible,

    /// <summary>The service does not know where to write to the patron: the address was erased, or never recorded.</summary>
    [JsonStringEnumMemberName("no-address")] NoAddress,

    /// <summary>The patron has written about the request as often as the policy allows in a day.</summary>
    [JsonStringEnumMemberName("too-many-messages")] TooManyMessages,

    /// <summary>Staff cannot wait for an answer: nothing that they have to decide is running.</summary>
    [JsonStringEnumMemberName("nothing-to-stop")] NothingToStop,
}
