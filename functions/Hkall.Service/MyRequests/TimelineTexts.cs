using System.Diagnostics;
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
using Hkall.Service.Engine;
using Hkall.Service.Fees;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Service.MyRequests;

/// <summary>The events in the patron's words. Events that concern only staff, or messages between libraries, are left out.</summary>
public static class TimelineTexts
{
    private const string ArrivedEvent = "item-received";

    /// <summary>What the patron reads of the request's history, oldest first.</summary>
    public static IReadOnlyList<TimelineEntry> Of(PatronRequest request, IEnumerable<JournalEntry<RequestEvent>> journal)
    {
        var entries = new List<TimelineEntry>();
        foreach (var (happened, at, routing) in RoutingTexts.WithRouting(journal))
        {
            if (happened is SentToOffice && entries is [.., var last] && last.At == at && last.Event == ArrivedEvent)
            {
                // What goes on to the patron's office at once was never there to be collected.
                entries[^1] = last with { Text = ArrivedAtLibrary(NoticeLanguage.English) };
            }

            if (Of(happened, at, request, routing) is { } entry)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>An item that goes on to the patron's office at once has arrived, and nobody is to collect it.</summary>
    public static string ArrivedAtLibrary(NoticeLanguage language) => language.Say("It has arrived at the Library.");

    /// <param name="routing">How the rota in force at the time was made.</param>
    public static TimelineEntry? Of(
        RequestEvent happened, DateTimeOffset at, PatronRequest request, Routing? routing = null, NoticeLanguage language = NoticeLanguage.English,
        DateForm dates = DateForm.Plain)
    {
        var text = happened switch
        {
            RequestPlaced { By: Who.Staff } => language.Say("Library staff submitted the request for you."),
            RequestPlaced => language.Say("You submitted the request."),
            SentToReview(var why) =>
                why == ReasonCode.NoLibraryLeft
                    ? language.Say("None of the libraries we can ask could supply it. Library staff are looking for another way.")
                    : language.Say("Library staff are looking at your request."),
            RequestEdited => language.Say("Library staff completed the details."),
            RequestApproved => language.Say("Library staff approved the request."),
            RequestRejected => language.Say("The Library could not accept the request."),
            DeclarationAwaited(_, var until) => language.Say($"We asked you to sign the copyright declaration by {StatusTexts.Day(until, language, dates)}."),
            DeclarationReminded => language.Say("We reminded you of the declaration."),
            DeclarationSigned => language.Say("You signed the copyright declaration."),
            CostQuoted(var symbol, var cost, var decideBy) quoted =>
                language.Say(
                    $"{Name(request, symbol)} charges {StatusTexts.Charge(cost, quoted.Approximately, language, dates)}. You can decide until {StatusTexts.Day(decideBy, language, dates)}."),
            CostReminded => language.Say("We reminded you of the charge."),
            CostAccepted accepted => ChargeTexts.Accepted(accepted, language, dates),
            CostDeclined declined => ChargeTexts.Declined(declined, language, dates),
            OfferMade(_, var decideBy) =>
                language.Say($"The libraries you selected can’t supply this. We asked you to choose what to do next by {StatusTexts.Day(decideBy, language, dates)}."),
            OfferReminded => language.Say("We reminded you to choose an option."),
            OfferAccepted(var way) => language.Say($"You chose to {language.Named("chosen", way)}."),
            OfferDeclined(var why) =>
                why == ReasonCode.ByPatron ? language.Say("You chose none of the options.") : language.Say("No option was chosen in time."),
            RequestReplaced => language.Say("Replaced by another request."),
            LibraryAdded(var library, _) => language.Say($"Library staff found that {library.Name} may supply it."),
            OfficeChosen(var office) => language.Say($"It will be delivered to {office}."),
            SentToOffice(var office) => language.Say($"It is on its way to {office}."),
            RenewalAsked { Word: { } word } asked => language.Say(
                $"Library staff asked for a renewal for you, as you told us {WordTexts.How(word, language, dates)}; {Name(request, asked.Symbol)} will decide."),
            RenewalAsked(var symbol) => language.Say($"You asked for a renewal; {Name(request, symbol)} will decide."),
            LoanRenewed { Unasked: true } extended => language.Say($"The lending library extended the loan until {StatusTexts.Day(extended.DueOn, language, dates)}."),
            LoanRenewed(var dueOn, _) => language.Say($"It was renewed until {StatusTexts.Day(dueOn, language, dates)}."),
            RenewalNotGranted(var why) =>
                why == ReasonCode.Silent
                    ? language.Say("The lending library did not reply to the renewal request in time. The due date has not changed.")
                    : why == ReasonCode.Undeliverable
                    ? language.Say("The renewal request did not reach the lending library. The due date has not changed.")
                    : language.Say("The lending library declined the renewal. The due date has not changed."),
            SupplierToAskByHand(var symbol) => language.Say($"Library staff will ask {Name(request, symbol)}.") + RoutingTexts.Of(symbol, request, routing),
            SupplierAsked { How: not null } asked => language.Say($"Library staff asked {Name(request, asked.Symbol)}."),
            FoundElsewhere found => language.Say($"Library staff found it elsewhere: {found.Library}."),
            SupplierAsked(var symbol, _) => language.Say($"We asked {Name(request, symbol)}.") + RoutingTexts.Of(symbol, request, routing),
            SupplierPromised(var symbol, _) => language.Say($"{Name(request, symbol)} will supply it."),
            SupplierPassedOver(var symbol, var why) => PassedOver(Name(request, symbol), why, language),
            ConditionsNamed(var symbol, [{ Code: ReasonCode.Cost }], _) =>
                language.Say($"{Name(request, symbol)} would charge for it; Library staff decide whether the Library pays."),
            ConditionsNamed(var symbol, _, _) => language.Say($"{Name(request, symbol)} offered to supply it on conditions; Library staff decide."),
            ConditionsAccepted(var symbol) => language.Say($"The Library accepted the conditions of {Name(request, symbol)}."),
            ConditionsDeclined(var symbol, _) => language.Say($"The Library did not accept the conditions of {Name(request, symbol)}."),
            SupplierExpects(var symbol) => language.Say($"{Name(request, symbol)} expects to supply it."),
            RetryPlanned(var symbol, var on, _) => language.Say($"We can ask {Name(request, symbol)} again on {StatusTexts.Day(on, language, dates)}."),
            RetryAsked(var symbol) => language.Say($"We asked {Name(request, symbol)} again."),
            SupplierInquired => null,
            DelayTold(var why) => why == ReasonCode.NeededByPassed
                ? language.Say("We told you that it has not been found by the date you need it.")
                : language.Say("We told you that the search takes longer than expected."),
            RotaExhausted => language.Say("No library could supply it. The request was closed."),
            ItemShipped(var symbol, _, _, _) => language.Say($"{Name(request, symbol)} sent it."),
            ScanSupplied(var symbol, _, var allowed, var until) =>
                language.Say($"{Name(request, symbol)} supplied the scan: {allowed} downloads until {StatusTexts.Day(until, language, dates)}."),
            ScanFaulted(var symbol, _, _, _) => language.Say($"There was a problem with the scan. We asked {Name(request, symbol)} for a new one."),
            ItemReceived(var until, var here) => here
                ? language.Say($"It has arrived. You can use it in the Library until {StatusTexts.Day(until, language, dates)}.")
                : language.Say($"It has arrived. Please collect it by {StatusTexts.Day(until, language, dates)}."),
            PartsAnnounced(var count) => language.Say($"It comes in {count} parts."),
            PartReceived => language.Say("Part of it arrived."),
            PartsNotComing => language.Say("The remaining parts will not be sent."),
            PartReturned => language.Say("You returned part of it. The rest is still on loan to you."),
            PickupReminded => language.Say("We reminded you to collect it."),
            PickupExpired(var why) =>
                why == ReasonCode.Recalled ? language.Say("The lending library recalled it.") : language.Say("It was not collected in time."),
            ItemCheckedOut(var dueOn, _) => language.Say($"You borrowed it. It is due on {StatusTexts.Day(dueOn, language, dates)}."),
            DueReminded => language.Say("We reminded you of the due date."),
            LoanWentOverdue => language.Say("It became overdue."),
            OverdueNoticeGiven => language.Say("We sent you an overdue notice."),
            ItemRecalled { LateOn: not null } => language.Say("The lending library recalled it."),
            ItemRecalled(_, var dueOn) => language.Say($"The lending library recalled it; the new due date is {StatusTexts.Day(dueOn, language, dates)}."),
            LenderCalledOverdue(_, var dueOn) =>
                language.Say($"The lending library counts it as overdue; the new due date is {StatusTexts.Day(dueOn, language, dates)}."),
            ItemCheckedIn(var why) => why.Code switch
            {
                ReasonCode.NotWanted => language.Say("It arrived and is being returned to the lending library."),
                ReasonCode.Consulted => language.Say("Its use in the Library has ended."),
                ReasonCode.Found => language.Say("It was found."),
                _ => language.Say("You returned it."),
            },
            ItemSentBack => language.Say("We sent it back to the lending library."),
            LoanCompleted => language.Say("The lending library has received it."),
            ItemLost => language.Say("It was reported lost."),
            StepUndone undone => Undone(undone, language),
            RequestReopened => language.Say("Library staff opened the request again."),
            DatesSet({ } dueOn, _, _) => language.Say($"Library staff set the due date to {StatusTexts.Day(dueOn, language, dates)}."),
            DatesMoved { Dates: var moves } when moves.LastOrDefault(date => date.From != date.To) is { } last => language.Say(
                $"The Library is closed on a day on which a date would have ended: {language.Named("patron-date", last.What)} {StatusTexts.Day(last.To, language, dates)}."),
            ItemCorrected => language.Say("Library staff corrected the details of the item."),
            ItemDamaged => language.Say("Damage was noted."),
            FeeCharged(var kind, var amount, _, var days) => language.Say($"{FeeTexts.Of(kind, days, language)}: {StatusTexts.Amount(amount, language)}."),
            FeeSettled(_, var amount, _) => language.Say($"You paid {StatusTexts.Amount(amount, language)}."),
            FeeWaived(_, var amount, _) => language.Say($"The Library waived {StatusTexts.Amount(amount, language)}."),
            FeeTakenOff(_, var amount, _) => language.Say($"{StatusTexts.Amount(amount, language)} is no longer owed."),
            FeePaidBack(_, var amount, _) => language.Say($"{StatusTexts.Amount(amount, language)} will be refunded to you."),
            FileDownloaded(var number) => language.Say($"Downloaded (no. {number})."),
            ScanHeld => language.Say("The file arrived and is being checked for malware."),
            ScanWithheld => language.Say("The file did not pass the check for malware. Library staff are looking into it."),
            DownloadReminded => language.Say("We reminded you to download it."),
            DownloadsUsedUp => language.Say("All downloads were used."),
            DownloadWindowClosed => language.Say("The download period ended."),
            CancelAsked(var by) => by == Who.Patron ? language.Say("You asked to cancel it.") : language.Say("The Library asked to cancel it."),
            CancelRefused => language.Say("The supplying library could not cancel it."),
            RequestCancelled => language.Say("It was cancelled."),
            ItemUnwanted { Word: { } word } =>
                language.Say($"Library staff noted that you no longer need it, as you told us {WordTexts.How(word, language, dates)}."),
            ItemUnwanted(var by) => by == Who.Patron
                ? language.Say("You told us that you no longer need it.")
                : language.Say("Library staff noted that you no longer need it."),
            FreeCopyFound(var copy) => language.Say($"A free copy was found on {copy.Host}."),
            PatronWrittenTo({ } message, _) => language.Say($"Library staff wrote to you: {language.Named("patron-message", message)}."),
            PatronWrote => language.Say("You wrote to Library staff."),
            StaffChased(DeadlineKind.Arrival, _) => language.Say("It has not arrived as expected. Library staff are following up."),
            StaffChased or RotaRanked or MessageHeard or MessageSetAside or NoteAdded or DeadlineSet or ItemLabelled or ScanLocated or ScanNotFetched
                or NotePinned or RequestAssigned or RequestTagged
                or DatesSet or DatesMoved or MovedDatesTold or ChargeStated or ChargeRaised or ChargeBorne or ChargeDisputed or StaffAlerted
                or SupplierToTell or SupplierTold or LibraryWrittenTo or MessagesRead or AnswerAwaited => null,
            _ => throw new UnreachableException($"No text for {happened.GetType().Name}."),
        };
        return text is null ? null : new TimelineEntry(at, EventNames.Of(happened), text);
    }

    /// <summary>Only what the patron was told is taken back to them.</summary>
    private static string? Undone(StepUndone undone, NoticeLanguage language) => undone.Step switch
    {
        Step.Receive => language.Say("The Library had noted its arrival by mistake. It has not arrived yet."),
        Step.CheckOut => language.Say("The Library had noted by mistake that you borrowed it."),
        Step.CheckIn or Step.CheckInPart => language.Say("The Library had noted its return by mistake."),
        Step.PickupExpired => language.Say("The Library keeps it for you after all."),
        Step.Unwanted => language.Say("The Library had noted by mistake that you no longer need it."),
        Step.Lost => language.Say("The Library had noted by mistake that it was lost."),
        Step.Completed => language.Say("The Library had closed the request by mistake."),
        Step.ReceivePart => language.Say("The Library had noted the arrival of a part by mistake."),
        Step.SendBack => language.Say("The Library had noted by mistake that it was sent back."),
        Step.Damaged => language.Say("The note of damage was a mistake."),
    };

    private static string PassedOver(string library, StatedReason why, NoticeLanguage language) => why.Code switch
    {
        ReasonCode.ConditionsDeclined => language.Say($"{library} would only have supplied it on conditions."),
        ReasonCode.ChargeDeclined => language.Say($"{library} would have charged for it."),
        ReasonCode.NotAsked => language.Say($"{library} was not asked in time."),
        ReasonCode.Silent => language.Say($"{library} did not answer in time."),
        ReasonCode.Undeliverable => language.Say($"Our request did not reach {library}."),
        ReasonCode.PromiseNotKept => language.Say($"{library} did not send it in time."),
        ReasonCode.LostInTransit => language.Say($"The item sent by {library} did not arrive."),
        ReasonCode.Recalled => language.Say($"{library} wanted it back before you could have it."),
        ReasonCode.LostHere => language.Say("It was lost in the Library before you could have it."),
        ReasonCode.AnotherLibrarySupplied => language.Say($"Another library supplied it before {library}."),
        _ => language.Say($"{library} could not supply it."),
    };

    private static string Name(PatronRequest request, string symbol) =>
        request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.Name ?? symbol;
}
