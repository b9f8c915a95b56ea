using System.Text.Json.Serialization;

namespace Hkall.Domain;

/// <summary>
/// The reasons that have a name of ours or of ISO 18626. A reason that a person writes in a sentence is not among them: see
/// <see cref="StatedReason"/>. The names are stored, served and counted, so add members and never rename one.
/// </summary>
[JsonConverter(typeof(JsonStringEnumConverter<ReasonCode>))]
public enum ReasonCode
{
    // Why a library does not supply.
    [JsonStringEnumMemberName("silent")] Silent,
    [JsonStringEnumMemberName("promise-not-kept")] PromiseNotKept,
    [JsonStringEnumMemberName("unfilled")] Unfilled,
    [JsonStringEnumMemberName("declined")] Declined,
    [JsonStringEnumMemberName("cancelled-by-library")] CancelledByLibrary,
    [JsonStringEnumMemberName("asked-again-in-vain")] AskedAgainInVain,
    [JsonStringEnumMemberName("retry-possible")] RetryPossible,
    [JsonStringEnumMemberName("no-later-date")] NoLaterDate,
    [JsonStringEnumMemberName("charge-declined")] ChargeDeclined,
    [JsonStringEnumMemberName("conditions-declined")] ConditionsDeclined,
    [JsonStringEnumMemberName("another-library-supplied")] AnotherLibrarySupplied,
    [JsonStringEnumMemberName("passed-over-by-staff")] PassedOverByStaff,
    [JsonStringEnumMemberName("passed-over")] PassedOver,
    [JsonStringEnumMemberName("not-asked")] NotAsked,
    [JsonStringEnumMemberName("lost")] Lost,
    [JsonStringEnumMemberName("lost-in-transit")] LostInTransit,
    [JsonStringEnumMemberName("lost-here")] LostHere,
    [JsonStringEnumMemberName("lost-on-the-way-back")] LostOnTheWayBack,
    [JsonStringEnumMemberName("completed-without-return")] CompletedWithoutReturn,
    [JsonStringEnumMemberName("closed")] Closed,

    // Where a library stood when it was asked before.
    [JsonStringEnumMemberName("waiting")] Waiting,
    [JsonStringEnumMemberName("asked")] Asked,
    [JsonStringEnumMemberName("promised")] Promised,
    [JsonStringEnumMemberName("supplied")] Supplied,

    // Why staff review a request.
    [JsonStringEnumMemberName("incomplete")] Incomplete,
    [JsonStringEnumMemberName("not-found")] NotFound,
    [JsonStringEnumMemberName("no-library-left")] NoLibraryLeft,
    [JsonStringEnumMemberName("copyright-limit")] CopyrightLimit,
    [JsonStringEnumMemberName("related-request")] RelatedRequest,
    [JsonStringEnumMemberName("pages-unclear")] PagesUnclear,
    [JsonStringEnumMemberName("issue-unclear")] IssueUnclear,
    [JsonStringEnumMemberName("book-unclear")] BookUnclear,
    [JsonStringEnumMemberName("most-of-work")] MostOfWork,
    [JsonStringEnumMemberName("account-unknown")] AccountUnknown,
    [JsonStringEnumMemberName("library-block")] LibraryBlock,
    [JsonStringEnumMemberName("card-expired")] CardExpired,
    [JsonStringEnumMemberName("not-possible")] NotPossible,

    // Who decided, and whether anybody did.
    [JsonStringEnumMemberName("by-patron")] ByPatron,
    [JsonStringEnumMemberName("by-staff")] ByStaff,
    [JsonStringEnumMemberName("by-policy")] ByPolicy,
    [JsonStringEnumMemberName("by-borrower")] ByBorrower,
    [JsonStringEnumMemberName("no-answer")] NoAnswer,
    [JsonStringEnumMemberName("not-answered")] NotAnswered,
    [JsonStringEnumMemberName("supplier-silent")] SupplierSilent,
    [JsonStringEnumMemberName("lender-silent")] LenderSilent,
    [JsonStringEnumMemberName("agreed-by-library")] AgreedByLibrary,
    [JsonStringEnumMemberName("cancelled-before")] CancelledBefore,
    [JsonStringEnumMemberName("being-supplied")] BeingSupplied,
    [JsonStringEnumMemberName("shipped")] Shipped,
    [JsonStringEnumMemberName("already-supplied")] AlreadySupplied,
    [JsonStringEnumMemberName("too-late")] TooLate,

    // How a charge was decided on.
    [JsonStringEnumMemberName("cost")] Cost,
    [JsonStringEnumMemberName("cost-lapsed")] CostLapsed,
    [JsonStringEnumMemberName("borne-by-library")] BorneByLibrary,
    [JsonStringEnumMemberName("within-maximum")] WithinMaximum,
    [JsonStringEnumMemberName("conditions")] Conditions,
    [JsonStringEnumMemberName("charge-accepted")] ChargeAccepted,
    [JsonStringEnumMemberName("not-supplied")] NotSupplied,
    [JsonStringEnumMemberName("no-rate")] NoRate,

    // What became of an item.
    [JsonStringEnumMemberName("returned")] Returned,
    [JsonStringEnumMemberName("returned-late")] ReturnedLate,
    [JsonStringEnumMemberName("returned-to-lender")] ReturnedToLender,
    [JsonStringEnumMemberName("lender-received")] LenderReceived,
    [JsonStringEnumMemberName("received")] Received,
    [JsonStringEnumMemberName("consulted")] Consulted,
    [JsonStringEnumMemberName("found")] Found,
    [JsonStringEnumMemberName("found-again")] FoundAgain,
    [JsonStringEnumMemberName("not-wanted")] NotWanted,
    [JsonStringEnumMemberName("not-collected")] NotCollected,
    [JsonStringEnumMemberName("not-returned")] NotReturned,
    [JsonStringEnumMemberName("not-found-to-send-back")] NotFoundToSendBack,
    [JsonStringEnumMemberName("lost-by-borrower")] LostByBorrower,
    [JsonStringEnumMemberName("declared-by-staff")] DeclaredByStaff,
    [JsonStringEnumMemberName("recalled")] Recalled,
    [JsonStringEnumMemberName("recalled-overdue")] RecalledOverdue,
    [JsonStringEnumMemberName("before-pickup")] BeforePickup,
    [JsonStringEnumMemberName("lender-overdue")] LenderOverdue,
    [JsonStringEnumMemberName("overdue")] Overdue,
    [JsonStringEnumMemberName("renewal-limit")] RenewalLimit,
    [JsonStringEnumMemberName("not-renewable")] NotRenewable,
    [JsonStringEnumMemberName("requested-by-another")] RequestedByAnother,

    [JsonStringEnumMemberName("extended-by-lender")] ExtendedByLender,
    [JsonStringEnumMemberName("not-delivered")] NotDelivered,

    /// <summary>The library's own system did not take our message.</summary>
    [JsonStringEnumMemberName("undeliverable")] Undeliverable,

    // Why staff have to look at an item.
    [JsonStringEnumMemberName("needed-by-passed")] NeededByPassed,
    [JsonStringEnumMemberName("lender-due-soon")] LenderDueSoon,
    [JsonStringEnumMemberName("renewed-after-recall")] RenewedAfterRecall,

    // Why a fee was taken back: staff have undone the step that it came with.
    [JsonStringEnumMemberName("undone")] Undone,

    // How a request ended otherwise.
    [JsonStringEnumMemberName("no-declaration")] NoDeclaration,
    [JsonStringEnumMemberName("replaced")] Replaced,
    [JsonStringEnumMemberName("downloads-used-up")] DownloadsUsedUp,
    [JsonStringEnumMemberName("download-window-closed")] DownloadWindowClosed,
    [JsonStringEnumMemberName("another-library-asked")] AnotherLibraryAsked,
    [JsonStringEnumMemberName("still-searching")] StillSearching,
    [JsonStringEnumMemberName("not-identified")] NotIdentified,
    [JsonStringEnumMemberName("compliance-missing")] ComplianceMissing,

    // In reports: for a reason that somebody stated in words, which no report repeats.
    [JsonStringEnumMemberName("stated-in-words")] StatedInWords,

    // What a supplying library states: the codes of ISO 18626 in our spelling.
    [JsonStringEnumMemberName("non-circulating")] NonCirculating,
    [JsonStringEnumMemberName("not-available-for-ill")] NotAvailableForIll,
    [JsonStringEnumMemberName("not-current-available-for-ill")] NotCurrentAvailableForIll,
    [JsonStringEnumMemberName("not-held")] NotHeld,
    [JsonStringEnumMemberName("not-on-shelf")] NotOnShelf,
    [JsonStringEnumMemberName("not-found-as-cited")] NotFoundAsCited,
    [JsonStringEnumMemberName("policy-problem")] PolicyProblem,
    [JsonStringEnumMemberName("poor-condition")] PoorCondition,
    [JsonStringEnumMemberName("at-bindery")] AtBindery,
    [JsonStringEnumMemberName("cost-exceeds-max-cost")] CostExceedsMaxCost,
    [JsonStringEnumMemberName("on-loan")] OnLoan,
    [JsonStringEnumMemberName("on-order")] OnOrder,
    [JsonStringEnumMemberName("req-del-date-not-possible")] ReqDelDateNotPossible,
    [JsonStringEnumMemberName("req-del-method-not-supp")] ReqDelMethodNotSupp,
    [JsonStringEnumMemberName("must-meet-loan-condition")] MustMeetLoanCondition,
    [JsonStringEnumMemberName("loan-condition")] LoanCondition,
    [JsonStringEnumMemberName("library-use-only")] LibraryUseOnly,
    [JsonStringEnumMemberName("watch-library-use-only")] WatchLibraryUseOnly,
    [JsonStringEnumMemberName("no-reproduction")] NoReproduction,
    [JsonStringEnumMemberName("signature-required")] SignatureRequired,
    [JsonStringEnumMemberName("spec-coll-superv-req")] SpecCollSupervReq,
    [JsonStringEnumMemberName("other")] Other,

    // What we state to a borrowing library: the codes of ISO 18626 in its own spelling.
    [JsonStringEnumMemberName("NonCirculating")] IsoNonCirculating,
    [JsonStringEnumMemberName("NotAvailableForILL")] IsoNotAvailableForIll,
    [JsonStringEnumMemberName("NotHeld")] IsoNotHeld,
    [JsonStringEnumMemberName("NotOnShelf")] IsoNotOnShelf,
    [JsonStringEnumMemberName("PolicyProblem")] IsoPolicyProblem,
    [JsonStringEnumMemberName("PoorCondition")] IsoPoorCondition,
    [JsonStringEnumMemberName("AtBindery")] IsoAtBindery,
    [JsonStringEnumMemberName("CostExceedsMaxCost")] IsoCostExceedsMaxCost,
    [JsonStringEnumMemberName("NotCurrentAvailableForILL")] IsoNotCurrentAvailableForIll,
    [JsonStringEnumMemberName("NotFoundAsCited")] IsoNotFoundAsCited,
    [JsonStringEnumMemberName("OnLoan")] IsoOnLoan,
    [JsonStringEnumMemberName("OnOrder")] IsoOnOrder,
    [JsonStringEnumMemberName("ReqDelDateNotPossible")] IsoReqDelDateNotPossible,
    [JsonStringEnumMemberName("ReqDelMethodNotSupp")] IsoReqDelMethodNotSupp,
}
