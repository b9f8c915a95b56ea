using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Domain.Fees;
using Hkall.Domain.Model;
using Hkall.Service.Web;

namespace Hkall.Service.Notices.Samples;

/// <summary>Every notice with the facts that the rules give it: each reason, use in the library, and the copy where it reads otherwise.</summary>
internal static class NoticeCases
{
    private static readonly NoticeFacts Full = NoticeSamples.Full;

    /// <summary>The notice, case by case. The first word of each is empty for the usual case.</summary>
    public static IEnumerable<(string What, NoticeData Data)> Of(Notice notice, Person person)
    {
        (string, NoticeData) Loan(string what, NoticeFacts facts) => (what, NoticeSamples.Loan(notice, facts, person));
        (string, NoticeData) Copy(string what, NoticeFacts facts) => (what, NoticeSamples.Copy(notice, facts, person));
        var library = new NoticeFacts { Library = Full.Library };
        var estimate = library with { Estimate = Full.Estimate };
        var date = library with { Date = Full.Date };
        var charge = date with { Cost = Full.Cost };
        var late = date with { LostOn = new DateOnly(2027, 1, 15) };

        return notice switch
        {
            Notice.RequestPlaced => [Loan("", new() { Estimate = Full.Estimate }), Copy("copy", new() { Estimate = Full.Estimate }),
                Copy("free-copy", new() { Estimate = Full.Estimate, FreeCopy = Full.FreeCopy })],
            Notice.InReview =>
                [Loan("", new() { Reason = ReasonCode.ByStaff }), Loan("incomplete", new() { Reason = ReasonCode.Incomplete }),
                    Loan("no-library-left", new() { Reason = ReasonCode.NoLibraryLeft }),
                    Loan("no-library-left, some silent", new() { Reason = ReasonCode.NoLibraryLeft, SaidNo = 1, DidNotAnswer = 2 }),
                    Loan("no-library-left, all silent", new() { Reason = ReasonCode.NoLibraryLeft, SaidNo = 0, DidNotAnswer = 3 })],
            Notice.Rejected =>
                [Loan("not-possible", new() { Reason = ReasonCode.NotPossible }),
                    Copy("the words of staff, copy", new() { Reason = StatedReason.InWords(NoticeSamples.StaffWords) })],
            Notice.DeclarationNeeded or Notice.DeclarationReminder => [Copy("copy", new() { Date = Full.Date })],
            Notice.CostDecision =>
            [
                Loan("", charge),
                Copy("copy", charge),
                Loan("a changed charge", charge with { FormerCost = Money.Hkd(900) }),
                Loan("a changed charge after an accepted one", charge with { FormerCost = Money.Hkd(300), VoidCost = Money.Hkd(300) }),
                Loan("a charge in pounds", charge with { Cost = NoticeSamples.Pounds, Approximately = NoticeSamples.About }),
            ],
            Notice.CostReminder =>
                [Loan("", charge), Copy("copy", charge),
                    Loan("a charge in pounds", charge with { Cost = NoticeSamples.Pounds, Approximately = NoticeSamples.About })],
            Notice.CostLapsed => [Loan("", charge), Copy("copy", charge)],
            Notice.OfferDecision or Notice.OfferReminder =>
            [
                Loan("overseas, or a copy", new() { Date = Full.Date, Ways = To(Alternative.Overseas, Alternative.Copy) }),
                Copy("local, or the loan, copy", new() { Date = Full.Date, Ways = To(Alternative.Local, Alternative.Loan) }),
            ],
            Notice.ItemExpected =>
            [
                Loan("", estimate),
                Copy("copy", estimate),
                .. NoticeSamples.Reasons(notice).Select(how => Loan($"charge {how}", estimate with { Cost = Full.Cost, Reason = NoticeSamples.ReasonOf(how) })),
                Loan("a charge in pounds",
                    estimate with { Cost = NoticeSamples.Pounds, Approximately = NoticeSamples.About, Reason = ReasonCode.ByPatron }),
            ],
            Notice.Delayed =>
            [
                Loan("", library),
                .. NoticeSamples.Reasons(notice).Where(reason => !IsOfSearch(reason))
                    .Select(reason => Loan(reason, estimate with { Reason = NoticeSamples.ReasonOf(reason) })),
                Loan("still-searching", estimate with { Reason = ReasonCode.StillSearching, SaidNo = 2, DidNotAnswer = 1 }),
                Copy("needed-by-passed, copy", estimate with { Reason = ReasonCode.NeededByPassed, Date = Full.Date, SaidNo = 0, DidNotAnswer = 2 }),
            ],
            Notice.OutForDelivery =>
                [Loan("", library with { Office = NoticeSamples.Office }),
                    Loan("a short loan", library with { Office = NoticeSamples.Office, ShortLoanUntil = Full.Date }),
                    Loan("at a charge", library with { Office = NoticeSamples.Office, Fees = NoticeSamples.SupplyFees })],
            Notice.ReadyForPickup =>
            [
                Loan("", date),
                Loan("library use only", date with { LibraryUseOnly = true }),
                Loan("two of three parts", date with { Parts = 2, PartsAnnounced = 3 }),
                Loan("at a charge", date with { Fees = NoticeSamples.SupplyFees }),
                Loan("library use only, at a charge in pounds", date with { LibraryUseOnly = true, Fees = NoticeSamples.SupplyFeesInPounds }),
                .. OnTheShelf(date).Select(mail => Loan(mail.What, mail.Facts)),
                Loan("at a charge whose sum follows", date with { Fees = NoticeSamples.SumToFollow }),
            ],
            Notice.PickupReminder or Notice.PickupExpired =>
                [Loan("", date), Loan("library use only", date with { LibraryUseOnly = true }),
                    Loan("two of three parts", date with { Parts = 2, PartsAnnounced = 3 })],
            Notice.CheckedOut or Notice.DueSoon or Notice.Renewed =>
                [Loan("", date with { RenewBy = Full.RenewBy }), Loan("not renewable", date),
                    .. NoticeSamples.Reasons(notice).Select(reason => Loan(reason, date with { Reason = NoticeSamples.ReasonOf(reason) }))],
            Notice.RenewalDeclined => [.. NoticeSamples.Reasons(notice).Select(reason => Loan(reason, date with { Reason = NoticeSamples.ReasonOf(reason) }))],
            Notice.Overdue =>
            [
                Loan("", date),
                Loan("within the days of grace", late with { Fees = NoticeSamples.OverdueFees with { Fine = null, FineDays = null, NoFineUntil = Full.Date!.Value.AddDays(3) } }),
                Loan("with a fine", late with { Fees = NoticeSamples.OverdueFees }),
                Loan("back in part", late with { Fees = NoticeSamples.OverdueFees, Parts = 3, PartsOut = ["V2", "V3"] }),
                Loan("with a fine that blocks", late with { Fees = NoticeSamples.OverdueFees with { Blocks = true } }),
                Loan("recalled", late with { Reason = ReasonCode.RecalledOverdue, Fees = NoticeSamples.OverdueFees with { PerDay = Money.Hkd(4) } }),
                Loan("the last before the loss", late with { LastNotice = true, Fees = NoticeSamples.OverdueFees with { Blocks = true } }),
            ],
            Notice.Recalled =>
            [
                Loan("", date),
                Loan("with its fine", date with { Fees = new NoticeFees { PerDay = Money.Hkd(4) } }),
                Loan("overdue", date with { Reason = ReasonCode.RecalledOverdue, Fees = NoticeSamples.OverdueFees with { PerDay = Money.Hkd(4) } }),
                Loan("lender-overdue", date with { Reason = ReasonCode.LenderOverdue }),
                Loan("lender-overdue, renewable", date with { Reason = ReasonCode.LenderOverdue, RenewBy = date.Date }),
                Loan("before-pickup", library with { Reason = ReasonCode.BeforePickup }),
                Loan("before-pickup, another library is asked", library with { Reason = ReasonCode.BeforePickup, GoesOn = true }),
            ],
            Notice.Returned =>
            [
                Loan("", date),
                Loan("late", date with { Fees = NoticeSamples.LateFees with { PerDay = null } }),
                Loan("found", date with { Reason = ReasonCode.Found }),
                Loan("one part of a set", date with { Parts = 3, PartBack = "V1", PartsOut = ["V2", "V3"] }),
                Loan("one part of a lost set", date with { Reason = ReasonCode.Found, Parts = 3, PartBack = "V1", PartsOut = ["V2", "V3"] }),
                Loan("found after it was charged", date with { Reason = ReasonCode.Found, Fees = NoticeSamples.FoundFees }),
            ],
            Notice.Lost =>
            [
                .. NoticeSamples.Reasons(notice).Select(reason => Loan(reason, library with { Reason = NoticeSamples.ReasonOf(reason) })),
                Loan("not-returned, charged", library with { Reason = ReasonCode.NotReturned, Fees = NoticeSamples.LostFees }),
                Loan("declared-by-staff, charged",
                    library with { Reason = ReasonCode.DeclaredByStaff,
                        Fees = NoticeSamples.LostFees with { Fine = null, FineDays = null, Owed = Money.Hkd(600) } }),
            ],
            Notice.ReadyToDownload =>
                [Copy("copy", date with { Downloads = 5 }), Copy("copy, at a charge", date with { Downloads = 5, Fees = NoticeSamples.SupplyFees })],
            Notice.ScanFaulted => [Copy("copy", estimate)],
            Notice.DownloadReminder => [Copy("copy", new() { Date = Full.Date, Downloads = 5 })],
            Notice.Unfilled =>
            [
                Loan("no-library-left", new() { Reason = ReasonCode.NoLibraryLeft, Ways = To(Alternative.Copy), SuggestAt = Full.SuggestAt }),
                Loan("no-library-left, some silent", new() { Reason = ReasonCode.NoLibraryLeft, SaidNo = 1, DidNotAnswer = 2 }),
                Loan("no-library-left, all silent", new() { Reason = ReasonCode.NoLibraryLeft, SaidNo = 0, DidNotAnswer = 3 }),
                Copy("no-library-left, copy", new() { Reason = ReasonCode.NoLibraryLeft, Ways = To(Alternative.Loan) }),
                Copy("copyright-limit, copy", new() { Reason = ReasonCode.CopyrightLimit }),
                Loan("not-found", new() { Reason = ReasonCode.NotFound }),
            ],
            Notice.Cancelled => [Loan("", new()), Copy("copy", new()), Copy("no-declaration, copy", new() { Reason = ReasonCode.NoDeclaration })],
            Notice.CancelRefused =>
            [
                Loan("shipped", library with { Reason = ReasonCode.Shipped }),
                Loan("being-supplied", library with { Reason = ReasonCode.BeingSupplied }),
                Copy("being-supplied, copy", library with { Reason = ReasonCode.BeingSupplied }),
            ],
            Notice.Unwanted => [Loan("", library),
                .. NoticeSamples.Reasons(notice).Select(where => Loan(where, library with { Reason = NoticeSamples.ReasonOf(where) })),
                Loan("shipped, at a charge", library with { Reason = ReasonCode.Shipped, Cost = Full.Cost })],
            Notice.Corrected =>
            [
                Loan("received", library with { Undone = Step.Receive, Now = RequestStatus.InTransit }),
                Loan("checked out", date with { Undone = Step.CheckOut, Now = RequestStatus.ReadyForPickup }),
                Loan("checked out, recalled since", library with { Undone = Step.CheckOut, Now = RequestStatus.Returning }),
                Loan("checked out from an office", library with { Undone = Step.CheckOut, Now = RequestStatus.OutForDelivery }),
                Loan("checked in", date with { Undone = Step.CheckIn, Now = RequestStatus.OnLoan }),
                Loan("checked in late", date with
                {
                    Undone = Step.CheckIn,
                    Now = RequestStatus.Overdue,
                    Fees = new NoticeFees { TakenOff = Money.Hkd(22), Owed = Money.Hkd(0) },
                }),
                Loan("used here", date with { Undone = Step.CheckIn, Now = RequestStatus.LibraryUse, LibraryUseOnly = true }),
                Loan("not found", library with { Undone = Step.CheckIn, Now = RequestStatus.Lost, Fees = new NoticeFees { Owed = Money.Hkd(600) } }),
                Loan("a part checked in", date with { Undone = Step.CheckInPart, Now = RequestStatus.OnLoan }),
                Loan("not collected", date with { Undone = Step.PickupExpired, Now = RequestStatus.ReadyForPickup }),
                Loan("wanted after all", date with { Undone = Step.Unwanted, Now = RequestStatus.ReadyForPickup }),
                Loan("lost", date with
                {
                    Undone = Step.Lost,
                    Now = RequestStatus.OnLoan,
                    Fees = new NoticeFees { TakenOff = Money.Hkd(100), PaidBack = Money.Hkd(500), Owed = Money.Hkd(0) },
                }),
                Loan("completed", date with { Undone = Step.Completed, Now = RequestStatus.OnLoan }),
                Loan("opened again", new() { Now = RequestStatus.InReview }),
            ],
            Notice.DatesMoved =>
            [
                Loan("a typhoon", NoticeSamples.Moved(ClosureReason.Typhoon)),
                Loan("the rest of a day of rain", NoticeSamples.Moved(ClosureReason.Rainstorm, restOfDay: true)),
                Loan("a power failure", NoticeSamples.Moved(ClosureReason.Power)),
                Loan("stocktaking for a week", NoticeSamples.Moved(ClosureReason.Stocktaking, days: 4)),
                Loan("another reason", NoticeSamples.Moved(ClosureReason.Other) is var other
                    ? other with { Closure = other.Closure! with { Words = "The University is closed." } } : other),
                Loan("a list of holidays", NoticeSamples.Moved(ClosureReason.Other) with { Closure = null }),
            ],
            Notice.DueDateSet => [Loan("", date with { RenewBy = Full.RenewBy }), Loan("not renewable", date)],
            Notice.FeeCharged =>
            [
                Loan("for damage", date with { Reason = StatedReason.InWords("Pages 3 to 8 are torn."),
                    Fees = new NoticeFees { What = LedgerKind.Damage, Charged = Money.Hkd(120), Owed = Money.Hkd(142) } }),
                Loan("for something else", date with { Reason = StatedReason.InWords("A new label."),
                    Fees = new NoticeFees { What = LedgerKind.Other, Charged = Money.Hkd(20), Owed = Money.Hkd(20) } }),
                Loan("for the supply", date with { Reason = ReasonCode.ChargeAccepted, Fees = NoticeSamples.SupplyFeesInPounds }),
                Loan("for the supply, the sum follows", date with { Reason = ReasonCode.ChargeAccepted, Fees = NoticeSamples.SumToFollow with { What = LedgerKind.SupplyCharge } }),
            ],
            Notice.FeeSettled =>
            [
                Loan("in part", date with { Reason = StatedReason.InWords(NoticeSamples.Receipt), Fees = NoticeSamples.PaidFees }),
                Loan("in full",
                    date with { Reason = StatedReason.InWords(NoticeSamples.Receipt),
                        Fees = NoticeSamples.PaidFees with { What = LedgerKind.OverdueFine, Left = Money.Hkd(0), Owed = Money.Hkd(0) } }),
            ],
            Notice.FreeCopyFound => [Copy("", new() { FreeCopy = Full.FreeCopy })],
            Notice.StaffMessage =>
            [
                Loan("details needed", new() { Message = PatronMessage.DetailsNeeded, Reason = StatedReason.InWords("Which edition?") }),
                Loan("an answer is awaited", new() { Message = PatronMessage.Free, Reason = StatedReason.InWords(NoticeSamples.StaffWords), AnswerBy = date.Date }),
                Loan("cannot be extended", date with { Message = PatronMessage.CannotExtend }),
                Loan("is here", date with { Message = PatronMessage.ItemHere }),
                Loan("in their own words", new() { Message = PatronMessage.Free, Reason = StatedReason.InWords(NoticeSamples.StaffWords) }),
            ],
            Notice.FeeWaived =>
            [
                Loan("in full", date with { Reason = StatedReason.InWords("It rained."), Fees = NoticeSamples.WaivedFees }),
                Loan("lowered",
                    date with { Reason = StatedReason.InWords("The lender asked for less."),
                        Fees = new NoticeFees { What = LedgerKind.Replacement, Waived = Money.Hkd(100), Left = Money.Hkd(400), Owed = Money.Hkd(500) } }),
                Loan("not supplied after all", date with { Reason = ReasonCode.NotSupplied,
                    Fees = new NoticeFees { What = LedgerKind.SupplyCharge, Waived = Money.Hkd(350), PaidBack = Money.Hkd(100), Owed = Money.Hkd(0) } }),
            ],
        };
    }

    private static bool IsOfSearch(string reason) => reason is "still-searching" or "needed-by-passed";

    private static IEnumerable<(string What, NoticeFacts Facts)> OnTheShelf(NoticeFacts date) =>
    [
        ("library use only, for an office", date with { LibraryUseOnly = true, Office = NoticeSamples.Office }),
        ("not delivered to the office", date with { Reason = ReasonCode.NotDelivered, Office = NoticeSamples.Office }),
        ("a short loan", date with { ShortLoanUntil = Full.Date!.Value.AddDays(1) }),
    ];

    private static IReadOnlyList<OfferedAlternative> To(params Alternative[] ways) => [.. Full.Ways!.Where(offered => ways.Contains(offered.Way))];
}
