using System.Text.Json.Serialization;
using Hkall.Domain.Charging;
using Hkall.Domain.Downloading;
using Hkall.Domain.Placing;

namespace Hkall.Domain.Lending;

/// <summary>
/// Something that happened to a lending request, in the past tense. Events are stored for ever under the names below. Never rename
/// one or change the meaning of a member; add another event, or a member that may be missing.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "event", UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization)]
[JsonDerivedType(typeof(LendingAsked), "lending-asked")]
[JsonDerivedType(typeof(LendingAskedAgain), "lending-asked-again")]
[JsonDerivedType(typeof(LeftToStaff), "left-to-staff")]
[JsonDerivedType(typeof(SupplyPromised), "supply-promised")]
[JsonDerivedType(typeof(ConditionsOffered), "conditions-offered")]
[JsonDerivedType(typeof(ConditionsAccepted), "conditions-accepted")]
[JsonDerivedType(typeof(ComplianceStated), "compliance-stated")]
[JsonDerivedType(typeof(LendingDeclined), "lending-declined")]
[JsonDerivedType(typeof(RetryOffered), "retry-offered")]
[JsonDerivedType(typeof(ItemPulled), "item-pulled")]
[JsonDerivedType(typeof(ItemLent), "item-lent")]
[JsonDerivedType(typeof(CopySupplied), "copy-supplied")]
[JsonDerivedType(typeof(CopyTaken), "copy-taken")]
[JsonDerivedType(typeof(CopyClosed), "copy-closed")]
[JsonDerivedType(typeof(LoanArrived), "loan-arrived")]
[JsonDerivedType(typeof(LendingCancelAsked), "lending-cancel-asked")]
[JsonDerivedType(typeof(LendingCancelDeclined), "lending-cancel-declined")]
[JsonDerivedType(typeof(LendingCancelled), "lending-cancelled")]
[JsonDerivedType(typeof(LendingRenewalAsked), "lending-renewal-asked")]
[JsonDerivedType(typeof(LendingRenewed), "lending-renewed")]
[JsonDerivedType(typeof(LendingRenewalDeclined), "lending-renewal-declined")]
[JsonDerivedType(typeof(LoanOverdue), "loan-overdue")]
[JsonDerivedType(typeof(OverdueSaid), "overdue-said")]
[JsonDerivedType(typeof(LoanRecalled), "loan-recalled")]
[JsonDerivedType(typeof(ReturnAnnounced), "return-announced")]
[JsonDerivedType(typeof(LoanBack), "loan-back")]
[JsonDerivedType(typeof(LoanLost), "loan-lost")]
[JsonDerivedType(typeof(BorrowerHeard), "borrower-heard")]
[JsonDerivedType(typeof(BorrowerSetAside), "borrower-set-aside")]
[JsonDerivedType(typeof(LendingStaffChased), "lending-staff-chased")]
[JsonDerivedType(typeof(LendingNoteAdded), "lending-note-added")]
[JsonDerivedType(typeof(LendingDeadlineSet), "lending-deadline-set")]
public abstract record LendingEvent
{
    private protected LendingEvent()
    {
    }
}

/// <summary>A library asked for an item of ours; holds what our catalogue and our tariff said at that time.</summary>
public sealed record LendingAsked(
    Borrower Borrower,
    string AgencyId,
    string BorrowersId,
    ServiceType Service,
    Item Item,
    Holding Holding,
    string PolicyVersion,
    bool KeyedIn,
    Money? Fee = null,
    DateOnly? NeededBy = null,
    string? Level = null,
    Money? MaxCost = null,
    IReadOnlyList<string>? DeliverTo = null,
    string? Note = null,
    string? Compliance = null) : LendingEvent;

/// <summary>After "retry possible" the library asked again, on these terms.</summary>
public sealed record LendingAskedAgain(Holding Holding, Money? Fee = null, Money? MaxCost = null, DateOnly? NeededBy = null, string? Note = null) : LendingEvent;

public sealed record LeftToStaff(string Why) : LendingEvent;

public sealed record SupplyPromised(Money? Fee = null) : LendingEvent;

public sealed record ConditionsOffered(IReadOnlyList<LoanCondition> Conditions, Money? Cost = null, string? Note = null) : LendingEvent;

public sealed record ConditionsAccepted : LendingEvent;

public sealed record ComplianceStated(string Statement) : LendingEvent;

public sealed record LendingDeclined(UnfilledReason Reason, string? Note = null) : LendingEvent;

public sealed record RetryOffered(RetryReason Reason, DateOnly? After = null, Money? Cost = null, string? Note = null) : LendingEvent;

public sealed record ItemPulled(string? Barcode = null) : LendingEvent;

public sealed record ItemLent(string Barcode, DateOnly DueOn, IReadOnlyList<LoanCondition> Conditions, Charge? Charge = null) : LendingEvent;

public sealed record CopySupplied(Scan Scan, DateOnly Until, Charge? Charge = null) : LendingEvent;

/// <summary>The borrowing library fetched the scan for the <see cref="Number"/>th time.</summary>
public sealed record CopyTaken(int Number) : LendingEvent;

/// <summary>We no longer offer the scan.</summary>
public sealed record CopyClosed(string Why) : LendingEvent;

/// <summary>The borrowing library has the item.</summary>
public sealed record LoanArrived : LendingEvent;

public sealed record LendingCancelAsked : LendingEvent;

public sealed record LendingCancelDeclined(string Why) : LendingEvent;

public sealed record LendingCancelled(string Why) : LendingEvent;

public sealed record LendingRenewalAsked : LendingEvent;

public sealed record LendingRenewed(DateOnly DueOn) : LendingEvent;

public sealed record LendingRenewalDeclined(string Why) : LendingEvent;

public sealed record LoanOverdue : LendingEvent;

public sealed record OverdueSaid(int Times) : LendingEvent;

public sealed record LoanRecalled(DateOnly DueOn) : LendingEvent;

public sealed record ReturnAnnounced : LendingEvent;

/// <summary>The item is back with us; with a <see cref="Charge"/> if we refund one.</summary>
public sealed record LoanBack(Charge? Charge = null) : LendingEvent;

public sealed record LoanLost(string Why, Charge? Charge = null) : LendingEvent;

/// <summary>We processed a message of the borrowing library; its id identifies a repetition.</summary>
public sealed record BorrowerHeard(string Symbol, string MessageId, string Said, string? Note = null) : LendingEvent;

/// <summary>We acknowledged a message of the borrowing library, and it changed nothing; staff can read why.</summary>
public sealed record BorrowerSetAside(string Symbol, string MessageId, string Said, string Why, string? Note = null) : LendingEvent;

public sealed record LendingStaffChased(DeadlineKind About, int Times) : LendingEvent;

public sealed record LendingNoteAdded(string By, string Text) : LendingEvent;

public sealed record LendingDeadlineSet(DeadlineKind For, DateTimeOffset Until) : LendingEvent;
