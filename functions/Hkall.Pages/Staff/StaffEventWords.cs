using Hkall.Domain;
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
using Hkall.Service.Fees;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>The text of an event, for the journal that staff read. A kind of event without a text is shown by its stored name.</summary>
public static class StaffEventWords
{
    public static string Of(RequestEvent happened, NoticeLanguage language) => happened switch
    {
        NoteAdded(_, var text) => text,
        NotePinned(_, { } text) => language.Say($"Note for staff to see first: {text}"),
        NotePinned => language.Say("Nothing is pinned any more"),
        RequestAssigned({ } to) => language.Say($"Assigned to {to.Initials ?? to.Staff[^4..]}"),
        RequestAssigned => language.Say("Assigned to nobody"),
        RequestTagged(var tags) => tags.Count == 0 ? language.Say("No tags any more") : language.Say($"Tags: {language.Listed(tags)}"),
        FreeCopyFound(var copy) => language.Say($"Free copy found on {copy.Host}"),
        PatronWrittenTo written => language.Say($"Email to the patron: {language.Named("patron-message", written.Message)}") + Noted(written.Words, language),
        PatronWrote(var words) => language.Say("Message from the patron") + Noted(words, language),
        LibraryWrittenTo(var library, var words) => language.Say($"Message to {library}") + Noted(words, language),
        MessagesRead => language.Say("Messages marked as read"),
        AnswerAwaited(var by, _, _) => language.Say($"Waiting for the patron’s answer until {NoticeDates.Format(by, language)}"),
        RequestPlaced { By: Who.Staff } => language.Say("Placed by staff for the patron"),
        RequestPlaced => language.Say("Request placed"),
        SentToReview(var why) => language.Say($"Sent to review: {language.Named("reason", why)}"),
        RequestEdited => language.Say("Details completed"),
        RequestApproved => language.Say("Approved"),
        RequestRejected(var why) => language.Say($"Rejected: {language.Named("reason", why)}"),
        DeclarationAwaited => language.Say("Declaration asked for"),
        DeclarationReminded => language.Say("Reminded of the declaration"),
        DeclarationSigned => language.Say("Declaration signed"),
        CostQuoted(var library, var cost, _) => language.Say($"{library} would charge {NoticeAmounts.Format(cost, language)}"),
        CostReminded => language.Say("Reminded of the charge"),
        CostAccepted accepted => language.Say($"Charge accepted: {language.Named("reason", accepted.How)}") + Told(accepted.Word, language),
        CostDeclined declined => language.Say($"Charge declined: {language.Named("reason", declined.Why)}") + Told(declined.Word, language),
        ChargeStated(var library, var cost) => language.Say($"{library} charges {NoticeAmounts.Format(cost, language)}"),
        ChargeRaised(var library, var cost, null) => language.Say($"{library} charges {NoticeAmounts.Format(cost, language)}; no charge was accepted"),
        ChargeRaised(var library, var cost, { } accepted) => language.Say(
            $"{library} charges {NoticeAmounts.Format(cost, language)}; only {NoticeAmounts.Format(accepted, language)} was accepted"),
        ChargeBorne(var library, var cost) => language.Say($"The Library pays the charge of {library} of {NoticeAmounts.Format(cost, language)}"),
        ChargeDisputed(var library, var cost, var note) =>
            language.Say($"The charge of {library} of {NoticeAmounts.Format(cost, language)} disputed: {note}"),
        OfficeChosen(var office) => language.Say($"To be delivered to {office}"),
        SentToOffice(var office) => language.Say($"On its way to {office}"),
        SupplierToAskByHand { Undelivered: { } why } toAsk => language.Say($"{toAsk.Symbol} to be asked by hand: our letter did not reach it ({why})"),
        SupplierToAskByHand(var library) => language.Say($"{library} to be asked by hand"),
        SupplierToTell(var library, var word, _) => language.Say($"{library} to be told by hand: {language.Named("sent", word)}"),
        SupplierTold(var library, _, var word, var by, var note) =>
            language.Say($"{library} told {language.Named("asked-by", by)}: {language.Named("sent", word)}") + Noted(note, language),
        FoundElsewhere found => language.Say($"Found elsewhere: {found.Library} ({language.Named("asked-by", found.How.By)})")
            + Noted(found.How.Reference, language) + Noted(found.How.Note, language),
        SupplierAsked { How: { } how } asked => language.Say($"{asked.Symbol} asked {language.Named("asked-by", how.By)}")
            + Noted(how.Reference, language) + Noted(how.Note, language),
        SupplierAsked(var library, _) => language.Say($"{library} asked"),
        SupplierPromised(var library, _) => language.Say($"{library} will supply"),
        SupplierPassedOver(var library, var why) => language.Say($"{library} passed over: {language.Named("reason", why)}"),
        ConditionsNamed(var library, [{ Code: ReasonCode.Cost }], { } cost) =>
            language.Say($"{library} would charge {NoticeAmounts.Format(cost, language)}; staff decide whether the Library pays"),
        ConditionsNamed(var library, var conditions, _) =>
            language.Say($"{library} would supply on conditions: {language.Listed(conditions.Select(why => language.Named("reason", why)))}"),
        ConditionsAccepted(var library) => language.Say($"The conditions of {library} accepted"),
        ConditionsDeclined(var library, var why) => language.Say($"The conditions of {library} not accepted: {language.Named("reason", why)}"),
        ScanLocated(var library, _) => language.Say($"{library} sent a link to the scan; downloading"),
        ScanNotFetched(var library, var address, var why) => language.Say($"The scan of {library} could not be fetched from {address}: {why}"),
        ScanHeld(var library) => language.Say($"The scan of {library} arrived; being checked for malware"),
        ScanWithheld(var library, var why) => language.Say($"The scan of {library} was withheld: {why}"),
        OfferMade => language.Say("Options offered to the patron"),
        OfferReminded => language.Say("Reminded of the offer"),
        OfferAccepted(var way) => language.Say($"Offer accepted: {language.Named("offer", way)}"),
        OfferDeclined(var why) => language.Say($"Offer declined: {language.Named("reason", why)}"),
        RequestReplaced => language.Say("Replaced by another request"),
        LibraryAdded(var library, _) => language.Say($"{library.Name} added by staff"),
        DelayTold(var why) => language.Say($"Patron told of the delay: {language.Named("reason", why)}"),
        RotaExhausted => language.Say("No library left to ask"),
        ItemShipped(var library, _, _, _) => language.Say($"{library} has shipped it"),
        ScanSupplied(var library, _, _, _) => language.Say($"{library} supplied the scan"),
        ScanFaulted(var library, var fault, _, _) => language.Say($"{library} asked to supply the scan again: {language.Named("scan-fault", fault)}"),
        ItemReceived(_, var here) => here ? language.Say("Received, for use in the Library") : language.Say("Received and put on the hold shelf"),
        ItemLabelled(var barcode) => language.Say($"Linked to barcode {barcode}"),
        PartsAnnounced(var count) => language.Say($"Comes in {count} parts"),
        PartReceived(var barcode) => language.Say($"Part {barcode} received"),
        PartsNotComing(var missing) => language.Say($"{missing} parts not coming"),
        PartReturned(var barcode) => language.Say($"Part {barcode} returned; the rest still out"),
        PickupReminded => language.Say("Reminded of pickup"),
        PickupExpired(var why) => language.Say($"Removed from the hold shelf: {language.Named("reason", why)}"),
        ItemCheckedOut => language.Say("Checked out"),
        DueReminded => language.Say("Reminded of the due date"),
        LoanWentOverdue => language.Say("Went overdue"),
        OverdueNoticeGiven(var times) => language.Say($"Overdue notice {times}"),
        RenewalAsked { Word: { } word } =>
            language.Say($"Renewal asked for, as the patron said {language.Named("said-by", word.By)}: {word.Note}"),
        RenewalAsked => language.Say("Renewal asked for"),
        LoanRenewed { Unasked: true } => language.Say("Extended by its lender"),
        LoanRenewed => language.Say("Renewed"),
        RenewalNotGranted(var why) => language.Say($"Renewal not granted: {language.Named("reason", why)}"),
        ItemRecalled => language.Say("Recalled"),
        LenderCalledOverdue(var library, _) => language.Say($"{library} counts it as overdue"),
        StaffAlerted(var why) => language.Say($"Staff to look at it: {language.Named("reason", why)}"),
        ItemCheckedIn(var why) => language.Say($"Checked in: {language.Named("reason", why)}"),
        ItemSentBack => language.Say("Sent back"),
        LoanCompleted(var why) => language.Say($"Completed: {language.Named("reason", why)}"),
        ItemLost(var why) => language.Say($"Lost: {language.Named("reason", why)}"),
        StepUndone(var step, var why) => language.Say($"Undone: {language.Named("step", step)} ({why})"),
        RequestReopened(var why) => language.Say($"Opened again: {why}"),
        DatesSet({ } dueOn, { } lender, var why) =>
            language.Say($"Due date set to {NoticeDates.Format(dueOn, language)}, the lender’s to {NoticeDates.Format(lender, language)}: {why}"),
        DatesSet({ } dueOn, null, var why) => language.Say($"Due date set to {NoticeDates.Format(dueOn, language)}: {why}"),
        DatesSet(null, { } lender, var why) => language.Say($"Lender’s due date set to {NoticeDates.Format(lender, language)}: {why}"),
        DatesMoved(_, var moves) => language.Say($"Dates moved, since the Library is closed: {language.Listed([.. moves.Select(date => Moved(date, language))])}"),
        MovedDatesTold => language.Say("Patron told of all dates that moved"),
        ItemCorrected => language.Say("Details corrected"),
        ItemDamaged(var note) => language.Say($"Damaged: {note}"),
        FileDownloaded(var number) => language.Say($"Download {number}"),
        DownloadReminded => language.Say("Reminded to download"),
        DownloadsUsedUp => language.Say("Downloads used up"),
        DownloadWindowClosed => language.Say("Download window closed"),
        CancelAsked(var by) => by == Who.Patron ? language.Say("Patron cancels") : language.Say("Staff cancel"),
        CancelRefused => language.Say("The library could not cancel it"),
        ItemUnwanted { Word: { } word } => language.Say($"No longer wanted, as the patron said {language.Named("said-by", word.By)}: {word.Note}"),
        ItemUnwanted(var by) => by == Who.Patron ? language.Say("Patron no longer wants it") : language.Say("Staff record that it is no longer wanted"),
        RequestCancelled(var why) => language.Say($"Cancelled: {language.Named("reason", why)}"),
        MessageHeard { Word: { } word } heard => Quoted(heard.Symbol, heard.Said, word, language),
        MessageSetAside { Word: { } word } aside => language.Say($"{Quoted(aside.Symbol, aside.Said, word, language)}; set aside: {aside.Why}"),
        MessageHeard(var library, _, var said) => language.Say($"{library}: {language.Named("supplier-said", said)}"),
        MessageSetAside(var library, _, var said, var why) => language.Say($"{library}: {language.Named("supplier-said", said)}; set aside: {why}"),
        StaffChased(_, var times) => language.Say($"Staff reminded ({times})"),
        RotaRanked(var routing) => language.Say($"Libraries ranked: {routing.Places.Count} to ask, {routing.Rejections.Count + routing.MoreRejected} excluded"),
        SupplierExpects(var library) => language.Say($"{library} expects to supply"),
        RetryPlanned(var library, var on, var why) =>
            language.Say($"{library} may be asked again on {NoticeDates.Format(on, language)}: {language.Named("reason", why)}"),
        RetryAsked(var library) => language.Say($"{library} asked again"),
        SupplierInquired(var library, var what) => what == "reminder" ? language.Say($"{library} reminded") : language.Say($"Status query sent to {library}"),
        FeeCharged(var kind, var amount, var why, var days) =>
            language.Say($"{FeeTexts.Of(kind, days, language)}, {NoticeAmounts.Format(amount, language)}: {language.Named("reason", why)}"),
        FeeSettled(var fee, var amount, var why) => Entry(LedgerKind.Settlement, fee, amount, StatedReason.InWords(why), language),
        FeeWaived(var fee, var amount, var why) => Entry(LedgerKind.Waiver, fee, amount, StatedReason.InWords(why), language),
        FeeTakenOff(var fee, var amount, var why) => Entry(LedgerKind.TakenOff, fee, amount, why, language),
        FeePaidBack(var fee, var amount, var why) => Entry(LedgerKind.PaidBack, fee, amount, why, language),
        _ => EventNames.Of(happened),
    };

    /// <summary>A word of the library that staff heard and recorded.</summary>
    private static string Quoted(string library, string said, LibrarysWord word, NoticeLanguage language) => word.Note.Length == 0
        ? language.Say($"{library} said {language.Named("said-by", word.By)}: {language.Named("supplier-said", said)}")
        : language.Say($"{library} said {language.Named("said-by", word.By)}: {language.Named("supplier-said", said)} ({word.Note})");

    private static string Moved(MovedDate date, NoticeLanguage language) => date.From == date.To
        ? language.Say($"{language.Named("patron-date", date.What)} stays {NoticeDates.Format(date.To, language)}")
        : language.Say($"{language.Named("patron-date", date.What)} {NoticeDates.Format(date.To, language)}");

    private static string Noted(string? note, NoticeLanguage language) => note is null ? string.Empty : language.Say($" ({note})");

    private static string Entry(LedgerKind kind, int fee, Money amount, StatedReason why, NoticeLanguage language) =>
        language.Say($"Fee {fee}: {FeeTexts.Of(kind, null, language)}, {NoticeAmounts.Format(amount, language)} ({language.Named("fee-reason", why)})");

    /// <summary>What the patron told staff, how and when; empty where staff did not act for them.</summary>
    private static string Told(PatronsWord? word, NoticeLanguage language) => word is null
        ? string.Empty
        : language.Say($" (the patron told us {language.Named("said-by", word.By)} on {NoticeDates.Format(word.On, language)}: {word.Note})");
}
