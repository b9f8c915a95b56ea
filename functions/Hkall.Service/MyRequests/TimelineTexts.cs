using System.Diagnostics;
using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Service.Fees;

namespace Hkall.Service.MyRequests;

/// <summary>The events in the patron's words. Events that concern only staff, or messages between libraries, are left out.</summary>
public static class TimelineTexts
{
    /// <param name="routing">How the rota in force at the time was made.</param>
    public static TimelineEntry? Of(RequestEvent happened, DateTimeOffset at, PatronRequest request, Routing? routing = null)
    {
        var text = happened switch
        {
            RequestPlaced { By: Who.Staff } => "Library staff placed the request for you.",
            RequestPlaced => "You placed the request.",
            SentToReview(var why) => why == "no-library-left" ? "No library that we could ask can supply it: Library staff are looking for another way." : "Library staff are looking at your request.",
            RequestEdited => "Library staff completed the details.",
            RequestApproved => "Library staff sent it on its way.",
            RequestRejected => "The Library could not take the request.",
            DeclarationAwaited(_, var until) => $"We asked you to sign the copyright declaration by {StatusTexts.Day(until)}.",
            DeclarationReminded => "We reminded you of the declaration.",
            DeclarationSigned => "You signed the copyright declaration.",
            CostQuoted(var symbol, var cost, var decideBy) => $"{Name(request, symbol)} charges {StatusTexts.Amount(cost)}; you can decide until {StatusTexts.Day(decideBy)}.",
            CostReminded => "We reminded you of the charge.",
            CostAccepted(_, var cost, var how) => how == "borne-by-library" ? $"The Library bears the charge of {StatusTexts.Amount(cost)}." : $"You accepted the charge of {StatusTexts.Amount(cost)}.",
            CostDeclined(_, var cost, var why) => why == "by-patron" ? $"You declined the charge of {StatusTexts.Amount(cost)}." : $"The charge of {StatusTexts.Amount(cost)} was not accepted in time.",
            OfferMade(_, var decideBy) => $"No library that you allowed can supply it: we asked you how to go on, by {StatusTexts.Day(decideBy)}.",
            OfferReminded => "We reminded you to choose how to go on.",
            OfferAccepted(var way) => $"You chose to {Chosen(way)}.",
            OfferDeclined(var why) => why == "by-patron" ? "You chose none of the other ways." : "The other ways were not chosen in time.",
            RequestReplaced => "Another request goes on with it.",
            LibraryAdded(var library, _) => $"Library staff found that {library.Name} may supply it.",
            OfficeChosen(var office) => $"It is to be brought to {office}.",
            SentToOffice(var office) => $"It is on its way to {office}.",
            RenewalAsked(var symbol) => $"You asked for a renewal; {Name(request, symbol)} decides.",
            LoanRenewed(var dueOn, _) => $"It was renewed until {StatusTexts.Day(dueOn)}.",
            RenewalNotGranted(var why) => why == "silent" ? "The lending library did not answer the renewal in time: the due date stays." : "The lending library did not agree to a renewal: the due date stays.",
            SupplierAsked(var symbol, _) => $"We asked {Name(request, symbol)}.{RoutingTexts.Of(symbol, request, routing)}",
            SupplierPromised(var symbol, _) => $"{Name(request, symbol)} will supply it.",
            SupplierPassedOver(var symbol, var why) => PassedOver(Name(request, symbol), why),
            ConditionsNamed(var symbol, _, _) => $"{Name(request, symbol)} would supply it on conditions; Library staff decide on them.",
            ConditionsAccepted(var symbol) => $"The Library accepted the conditions of {Name(request, symbol)}.",
            ConditionsDeclined(var symbol, _) => $"The Library did not accept the conditions of {Name(request, symbol)}.",
            SupplierExpects(var symbol) => $"{Name(request, symbol)} expects to supply it.",
            RetryPlanned(var symbol, var on, _) => $"{Name(request, symbol)} can be asked again on {StatusTexts.Day(on)}.",
            RetryAsked(var symbol) => $"We asked {Name(request, symbol)} again.",
            SupplierInquired => null,
            RotaExhausted => "No library could supply it, and the request was closed.",
            ItemShipped(var symbol, _, _, _) => $"{Name(request, symbol)} sent it.",
            ScanSupplied(var symbol, _, var allowed, var until) =>
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Name(request, symbol)} supplied the scan: {allowed} downloads until {StatusTexts.Day(until)}."),
            ScanFaulted(var symbol, _, _, _) => $"The scan was of no use: {Name(request, symbol)} was asked for a better one.",
            ItemReceived(var until, var here) => here
                ? $"It arrived. You can use it in the Library until {StatusTexts.Day(until)}."
                : $"It arrived. Please pick it up by {StatusTexts.Day(until)}.",
            PartsAnnounced(var count) => FormattableString.Invariant($"It comes in {count} parts."),
            PartReceived => "A part of it arrived.",
            PartsNotComing => "The rest of it does not come.",
            PartReturned => "You returned a part of it; the rest is still on loan to you.",
            PickupReminded => "We reminded you to pick it up.",
            PickupExpired(var why) => why == "recalled" ? "The lending library recalled it." : "It was not picked up in time.",
            ItemCheckedOut(var dueOn, _) => $"You checked it out until {StatusTexts.Day(dueOn)}.",
            DueReminded => "We reminded you of the due date.",
            LoanWentOverdue => "It became overdue.",
            OverdueNoticeGiven => "We sent you an overdue notice.",
            ItemRecalled(_, var dueOn) => $"The lending library recalled it; the new due date is {StatusTexts.Day(dueOn)}.",
            ItemCheckedIn(var why) => why == "not-wanted" ? "It arrived and goes straight back." : "You returned it.",
            ItemSentBack => "We sent it back to the lending library.",
            LoanCompleted => "The lending library has it again.",
            ItemLost => "It was reported lost.",
            ItemDamaged => "Damage was noted.",
            FeeCharged(var kind, var amount, _, var days) => $"{FeeTexts.Of(kind, days)}: {StatusTexts.Amount(amount)}.",
            FeeSettled(_, var amount, _) => $"You paid {StatusTexts.Amount(amount)}.",
            FeeWaived(_, var amount, _) => $"The Library waived {StatusTexts.Amount(amount)}.",
            FeeTakenOff(_, var amount, _) => $"{StatusTexts.Amount(amount)} is no longer owed.",
            FeePaidBack(_, var amount, _) => $"{StatusTexts.Amount(amount)} is paid back to you.",
            FileDownloaded(var number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Download {number}."),
            DownloadReminded => "We reminded you to download it.",
            DownloadsUsedUp => "All downloads were used.",
            DownloadWindowClosed => "The time for downloading it ended.",
            CancelAsked(var by) => by == Who.Patron ? "You asked to cancel it." : "The Library asked to cancel it.",
            CancelRefused => "The supplying library could not cancel it any more.",
            RequestCancelled => "It was cancelled.",
            StaffChased(DeadlineKind.Arrival, _) => "It has not arrived when expected; the Library is asking.",
            StaffChased or RotaRanked or MessageHeard or MessageSetAside or NoteAdded or DeadlineSet or ItemLabelled or ScanLocated or ScanNotFetched => null,
            _ => throw new UnreachableException($"No text for {happened.GetType().Name}."),
        };
        return text is null ? null : new TimelineEntry(at, EventNames.Of(happened), text);
    }

    private static string PassedOver(string library, string why) => why switch
    {
        "conditions-declined" => $"{library} would have supplied it only on its conditions.",
        "charge-declined" => $"{library} would have charged for it.",
        "silent" => $"{library} did not answer in time.",
        "promise-not-kept" => $"{library} did not send it in time.",
        "lost-in-transit" => $"What {library} sent did not arrive.",
        "another-library-supplied" => $"Another library was faster than {library}.",
        _ => $"{library} could not supply it.",
    };

    private static string Chosen(Alternative way) => way switch
    {
        Alternative.Hkall => "ask the libraries of HKALL",
        Alternative.Local => "ask other local libraries",
        Alternative.Overseas => "ask libraries overseas",
        Alternative.Loan => "borrow the whole item instead",
        Alternative.Copy => "have a copy of a part instead",
    };

    private static string Name(PatronRequest request, string symbol) =>
        request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.Name ?? symbol;
}
