using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Service.Iso18626.Exchange;

/// <summary>What we ask a library in a letter: the subject in a few words, and the sentence in full.</summary>
internal static class SupplierLetterWords
{
    public static string Subject(RequestingAction word, ServiceType service, NoticeLanguage language) => word switch
    {
        RequestingAction.Request => service == ServiceType.Loan
            ? language.Say("Interlibrary loan request")
            : language.Say("Request for a copy"),
        RequestingAction.Retry => language.Say("We ask you again"),
        RequestingAction.Reminder => language.Say("A reminder of our request"),
        RequestingAction.AskStatus => language.Say("How our request stands"),
        RequestingAction.AcceptCost => language.Say("We accept your charge"),
        RequestingAction.AcceptCondition => language.Say("We accept your conditions"),
        RequestingAction.Cancel => language.Say("Please cancel our request"),
        RequestingAction.Received => service == ServiceType.Loan ? language.Say("Your item has arrived") : language.Say("Your copy has arrived"),
        RequestingAction.Renew => language.Say("Request for a renewal"),
        RequestingAction.Returned => language.Say("Your item is on its way back"),
        RequestingAction.Lost => language.Say("Your item has been lost"),
        RequestingAction.Damaged => language.Say("Your item is damaged"),
        RequestingAction.PartsMissing => language.Say("Parts of your item are missing"),
        RequestingAction.DisputeCharge => language.Say("A question about your charge"),
        RequestingAction.Correction => language.Say("A correction"),
        RequestingAction.Note => language.Say("A message about our request"),
        RequestingAction.Resupply => language.Say("Please send the copy again"),
    };

    /// <param name="entry">The library on the rota of the request.</param>
    public static string Sentence(RequestingAction word, PatronRequest request, RotaEntry? entry, NoticeLanguage language) => word switch
    {
        RequestingAction.Request => request.Service == ServiceType.Loan
            ? language.Say("One of our readers would like to borrow the item below. Would you please lend it to us? If you charge for it, please tell us the amount before you send it.")
            : language.Say("One of our readers needs a copy of the item below. Would you please send us one? If you charge for it, please tell us the amount first."),
        RequestingAction.Retry =>
            language.Say("We ask you again for the item below, on the terms that you gave us. Please tell us whether you can supply it now."),
        RequestingAction.Reminder => entry?.AskedAt is { } asked
            ? language.Say($"We asked you for the item below on {NoticeDates.Format(DateOnly.FromDateTime(asked.ToOffset(HongKong).DateTime), language)} and have not heard from you. Please tell us whether you can supply it.")
            : language.Say("We asked you for the item below and have not heard from you. Please tell us whether you can supply it."),
        RequestingAction.AskStatus => language.Say("Please tell us how our request for the item below stands."),
        RequestingAction.AcceptCost => language.Say("We accept your charge for the item below. Please send it to us."),
        RequestingAction.AcceptCondition => language.Say("We accept your conditions for the item below. Please send it to us."),
        RequestingAction.Cancel =>
            language.Say("We no longer need the item below from you. Please cancel our request, and tell us if you have already sent it."),
        RequestingAction.Received => request.Service == ServiceType.Loan
            ? language.Say("The item below has reached us. Thank you very much.")
            : language.Say("The copy of the item below has reached us. Thank you very much."),
        RequestingAction.Renew =>
            language.Say("Our reader would like to keep the item below for longer. Please tell us whether you agree, and until which date."),
        RequestingAction.Returned => language.Say("We have sent the item below back to you. Please tell us when it has arrived. Thank you very much."),
        RequestingAction.Lost =>
            language.Say("We are sorry to tell you that the item below has been lost. Please tell us what another copy costs."),
        RequestingAction.Damaged => language.Say("We are sorry to tell you that the item below is damaged. The note says how."),
        RequestingAction.PartsMissing =>
            language.Say("Not all parts of the item below have reached us, and we no longer wait for the rest. The note says what is missing."),
        RequestingAction.Correction =>
            language.Say("Something that we told you about the item below was wrong, and we are sorry. The note says what."),
        RequestingAction.Note => language.Say("Our library staff write to you about our request for the item below. The note says what."),
        RequestingAction.DisputeCharge =>
            language.Say("You charge more for the item below than was agreed. The note says what was agreed. Please look at the charge again."),
        RequestingAction.Resupply =>
            language.Say("The copy of the item below that you sent is wrong, incomplete or unreadable. Please send it again."),
    };

    /// <summary>The library's own time; Hong Kong has had no summer time since 1979.</summary>
    private static readonly TimeSpan HongKong = TimeSpan.FromHours(8);
}
