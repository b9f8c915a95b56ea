using System.Text.Json.Serialization;

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
[JsonDerivedType(typeof(BorrowerWrittenTo), "borrower-written-to")]
[JsonDerivedType(typeof(BorrowersMessagesRead), "borrowers-messages-read")]
[JsonDerivedType(typeof(BorrowerToTell), "borrower-to-tell")]
[JsonDerivedType(typeof(BorrowerTold), "borrower-told")]
[JsonDerivedType(typeof(LendingStaffChased), "lending-staff-chased")]
[JsonDerivedType(typeof(LendingNoteAdded), "lending-note-added")]
[JsonDerivedType(typeof(LendingDeadlineSet), "lending-deadline-set")]
public abstract record LendingEvent
{
    private protected LendingEvent()
    {
    }

    /// <summary>The request after this event.</summary>
    internal abstract LendingRequest ApplyTo(LendingRequest request, DateTimeOffset at);
}
