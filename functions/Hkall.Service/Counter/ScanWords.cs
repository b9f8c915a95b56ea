using Hkall.Domain;
using Hkall.Service.Staff;
using Hkall.Service.Texts;

namespace Hkall.Service.Counter;

/// <summary>The sentences that tell staff what a scan did.</summary>
public static class ScanWords
{
    public static string Of(ScanAnswer answer, NoticeLanguage language) => answer.Outcome switch
    {
        ScanOutcome.Done => Did(answer, language),
        ScanOutcome.Repeated => language.Say("Already processed at the first scan; nothing was done again."),
        ScanOutcome.Ask => answer.Choices is [{ Symbol: not null }, ..] && answer.Choices.DistinctBy(choice => choice.RequestId).Count() == 1
            ? language.Say("Which library sent it?")
            : answer is { Request: null, Lending: null }
            ? language.Say("More than one item has this barcode. Which one is it?")
            : answer is { Request.Status: RequestStatus.LibraryUse, Choices: [{ Action: "check-in" }] }
            ? language.Say("Is it coming back for good? Nothing has been done yet.")
            : answer.Choices is [_] ? language.Say("Nothing has been done yet. Please confirm.")
            : language.Say("What would you like to do?"),
        ScanOutcome.Nothing => Nothing(answer.Request, language),
        ScanOutcome.Refused => answer.Say,
        ScanOutcome.Unknown => language.Say("No match for this barcode."),
    };

    private static string Did(ScanAnswer answer, NoticeLanguage language) => (answer.Did, answer.Request?.Status) switch
    {
        ("receive", RequestStatus.InTransit) => language.Say($"Received {PartWords.Of(answer.Request!.Parts!, language)}: hold it until the rest arrives."),
        ("check-in", RequestStatus.OnLoan or RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.LibraryUse) =>
            language.Say($"Back: {PartWords.Back(answer.Request!.Parts!, language)}. The loan goes on for the rest."),
        ("receive", RequestStatus.ReadyForPickup) => language.Say($"Received{PartWords.All(answer.Request!.Parts, language)}: put it on the hold shelf."),
        ("receive", RequestStatus.OutForDelivery) => language.Say("Received: deliver it to the patron’s office."),
        ("receive", RequestStatus.LibraryUse) => language.Say("Received: keep it at the counter, library use only."),
        ("receive", _) => language.Say("Received, but no longer needed: send it back."),
        ("check-out", _) => language.Say("Checked out to the patron."),
        ("check-in", RequestStatus.ReadyForPickup) => language.Say("Back from the office: put it on the hold shelf."),
        ("check-in", _) => language.Say($"Checked in{PartWords.All(answer.Request?.Parts, language)}: return it to the lending library."),
        ("send-back", _) => language.Say("Sent back to the lending library."),
        ("pulled", _) => language.Say("Picked: ready to send."),
        ("ship", _) => language.Say("Shipped to the borrowing library."),
        ("returned", _) => language.Say("Returned: reshelve it."),
        ("cancel-approve", _) => language.Say("Cancelled at their request: reshelve it."),
        ("label", _) => language.Say("The item is now linked to this barcode."),
        _ => language.Say("Done."),
    };

    private static string Nothing(StaffRow? row, NoticeLanguage language) => row?.Status switch
    {
        RequestStatus.Returning => language.Say("Already sent back; awaiting the lender’s confirmation."),
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled =>
            language.Say("The request is closed. Return any item that arrives to the lending library."),
        _ => language.Say("No action needed now."),
    };
}
