using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>The next step of a request, its date, and whether the patron has to take it.</summary>
public sealed record NextStep(string Text, bool IsYours)
{
    /// <returns>Null where the request is closed.</returns>
    public static NextStep? Of(PatronRequest request, NoticeLanguage language)
    {
        if (request.Deadline is not { } deadline)
        {
            return null;
        }

        // An instant that ends a day is the start of the next one; people name the day that ends.
        var by = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(deadline.At.AddTicks(-1), LibraryCalendar.HongKong).DateTime);
        return new NextStep(TextOf(request, deadline.For, by, language), deadline.For.ResponsibleParty() == ResponsibleParty.Patron);
    }

    /// <summary>The text for a deadline that has none of its own; a test finds such deadlines.</summary>
    internal static string Otherwise(DateOnly by, NoticeLanguage language) => language.Say($"The next step is due by {NoticeDates.Short(by, language)}.");

    private static string TextOf(PatronRequest request, DeadlineKind kind, DateOnly by, NoticeLanguage language)
    {
        var library = request.Supplier?.Name;
        string Day(DateOnly? date) => NoticeDates.Short(date ?? by, language);
        return Names.Of(kind) switch
        {
            "review" => language.Say($"Library staff will check the details and send your request, usually by {Day(by)}."),
            "declaration-reminder" or "declaration" =>
                language.Say(
                    $"Please sign the declaration by {Day(request.Declaring?.Until)}. We can’t ask any library until you do, and will cancel the request if it isn’t signed."),
            "patron-answer" => language.Say($"Library staff asked you something about this request. Please answer below by {Day(by)}; we’ll go on as soon as we hear from you."),
            "cost-reminder" or "cost-decision" =>
                language.Say(
                    $"Please accept or decline the charge by {Day(request.Quote?.DecideBy)}. We won’t order it unless you accept. If we don’t hear from you, we’ll ask a library that doesn’t charge, if there is one."),
            "asking-by-hand" => language.Say($"Library staff will ask the library themselves, usually by {Day(by)}."),
            "supplier-reply" =>
                language.Say($"{(library ?? language.Say("The library"))} should reply by {Day(by)}. If it can’t supply, we’ll ask the next library."),
            "shipment" or "arrival" when request.Unwanted => language.Say("It will be returned as soon as it arrives. You don’t need to do anything."),
            "shipment" =>
                language.Say($"{(library ?? language.Say("The library"))} should send the item by {Day(by)}. If it doesn’t, we’ll ask the next library."),
            "scan" =>
                language.Say(
                    $"{(library ?? language.Say("The library"))} should send the scan by {Day(by)}. We’ll email you the link. If it doesn’t arrive, we’ll ask the next library."),
            "cancel-answer" => language.Say($"{(library ?? language.Say("The library"))} should tell us by {Day(by)} whether it can still cancel."),
            "arrival" => language.Say($"We’ll email you when it arrives. If it isn’t here by {Day(by)}, library staff will look into it."),
            "office-delivery" => language.Say($"We’ll deliver it to {request.Office} by {Day(by)}."),
            "pickup-reminder" or "pickup-expiry" => request.Status == RequestStatus.LibraryUse
                ? language.Say(
                    $"Ask for it at the Service Counter and use it in the Library until {Day(request.Shelf?.Until)}. It will then be returned to the lending library.")
                : language.Say(
                    $"Please collect it from the Service Counter by {Day(request.Shelf?.Until)}. After that, it will be returned to the lending library."),
            "due-reminder" or "due-date" =>
                language.Say($"Please return it to the Service Counter by {Day(request.Loan?.DueOn)}. Returns that day are on time."),
            "renewal-answer" =>
                language.Say(
                    $"{(library ?? language.Say("The lending library"))} should reply to your renewal request by {Day(by)}. Until it agrees, the due date is still {Day(request.Loan?.DueOn)}."),
            "overdue-notice" => language.Say("Please return it to the Service Counter now."),
            "sending-back" => language.Say("We’re returning it to the lending library. You don’t need to do anything."),
            "lender-receipt" => language.Say("It is on its way back to the lending library. You don’t need to do anything."),
            "download-reminder" or "download-window" =>
                language.Say(
                    $"Please download it by {Day(request.Download?.Until)}. You have {request.Download?.Remaining ?? 0} of {request.Download?.Allowed ?? 0} downloads left."),
            "retry" => language.Say($"{(library ?? language.Say("The library"))} asked us to try again later. We’ll do so by {Day(by)}."),
            "conditions" => language.Say($"{(library ?? language.Say("The library"))} would supply it on conditions. Library staff will decide by {Day(by)}."),
            "further-search" => language.Say($"Library staff will look for another way to get it by {Day(by)}."),
            "offer-reminder" or "offer-decision" => language.Say($"Please let us know by {Day(request.Offer?.DecideBy)} whether you’d like one of the options we offer."),
            _ => Otherwise(by, language),
        };
    }
}
