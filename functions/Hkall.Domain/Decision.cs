using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>The answer of the rules to a command: decided, ignored or refused. Errors throw instead.</summary>
public abstract record Decision
{
    private protected Decision()
    {
    }
}

/// <summary>The command is carried out: the events, their effects, and the request after them.</summary>
public sealed record Decided(PatronRequest Request, IReadOnlyList<RequestEvent> Events, IReadOnlyList<Effect> Effects) : Decision;

/// <summary>
/// The command changes nothing. Late, repeated and crossed messages are ordinary between libraries, so ignoring one is not an error.
/// The first receipt of a message is recorded (<see cref="Events"/> is not empty); a repeated one leaves no event. The only possible
/// effect discards a scan that came with the message.
/// </summary>
public sealed record Ignored(PatronRequest Request, IReadOnlyList<RequestEvent> Events, IReadOnlyList<Effect> Effects, string Why) : Decision;

/// <summary>A person asked for something the rules do not allow. Nothing happened; the reason has a name and a sentence.</summary>
public sealed record Refused(Refusal Refusal, string Why) : Decision;

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
    [JsonStringEnumMemberName("resupply-limit")] ResupplyLimit,
    [JsonStringEnumMemberName("too-late")] TooLate,
    [JsonStringEnumMemberName("no-downloads-left")] NoDownloadsLeft,
    [JsonStringEnumMemberName("window-closed")] WindowClosed,
    [JsonStringEnumMemberName("no-file")] NoFile,
    [JsonStringEnumMemberName("not-expected")] NotExpected,
    [JsonStringEnumMemberName("not-on-shelf")] NotOnShelf,
    [JsonStringEnumMemberName("library-use-only")] LibraryUseOnly,
    [JsonStringEnumMemberName("not-renewable")] NotRenewable,
    [JsonStringEnumMemberName("past-renewal-deadline")] PastRenewalDeadline,
    [JsonStringEnumMemberName("already-recalled")] AlreadyRecalled,
    [JsonStringEnumMemberName("renewal-limit")] RenewalLimit,
    [JsonStringEnumMemberName("not-with-patron")] NotWithPatron,
    [JsonStringEnumMemberName("nothing-to-send-back")] NothingToSendBack,
    [JsonStringEnumMemberName("no-supplier-asked")] NoSupplierAsked,
    [JsonStringEnumMemberName("nothing-to-lose")] NothingToLose,
    [JsonStringEnumMemberName("no-such-fee")] NoSuchFee,
    [JsonStringEnumMemberName("nothing-owed")] NothingOwed,
    [JsonStringEnumMemberName("wrong-amount")] WrongAmount,
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
}
