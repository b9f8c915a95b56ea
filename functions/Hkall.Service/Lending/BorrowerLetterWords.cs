using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Service.Texts;

namespace Hkall.Service.Lending;

/// <summary>What we tell a borrower in a letter: the subject in a few words, the sentence in full, and how to answer.</summary>
internal static class BorrowerLetterWords
{
    public static string Subject(SupplyingAction word, NoticeLanguage language) => word switch
    {
        SupplyingAction.ExpectToSupply => language.Say("Your request has been received"),
        SupplyingAction.WillSupply => language.Say("We will supply your request"),
        SupplyingAction.Conditional => language.Say("Conditions to accept"),
        SupplyingAction.RetryPossible => language.Say("Not possible at present"),
        SupplyingAction.Unfilled => language.Say("We cannot supply your request"),
        SupplyingAction.Loaned => language.Say("The item has been sent"),
        SupplyingAction.CopyCompleted => language.Say("Your copy is ready"),
        SupplyingAction.Overdue => language.Say("An item is overdue"),
        SupplyingAction.Recalled => language.Say("An item is recalled"),
        SupplyingAction.RenewalApproved => language.Say("The loan has been renewed"),
        SupplyingAction.RenewalDeclined => language.Say("The loan cannot be renewed"),
        SupplyingAction.CancelApproved => language.Say("Your request has been cancelled"),
        SupplyingAction.CancelDeclined => language.Say("Too late to cancel"),
        SupplyingAction.LoanCompleted => language.Say("The item has been returned"),
        SupplyingAction.Lost => language.Say("An item is taken as lost"),
        SupplyingAction.Note => language.Say("A message about your request"),
        SupplyingAction.Status => language.Say("How your request stands"),
    };

    /// <param name="onPaper">The letter is printed, so that nothing can be downloaded from it.</param>
    public static string Sentence(MessageBorrower word, bool onPaper, NoticeLanguage language) => word.Word switch
    {
        SupplyingAction.ExpectToSupply => language.Say("We have received your request for the item below. Our staff are looking at it, and you will hear from us."),
        SupplyingAction.WillSupply => language.Say("We will supply the item below."),
        SupplyingAction.Conditional => language.Say("We can supply the item below on the conditions given. Please tell us whether you accept them."),
        SupplyingAction.RetryPossible => language.Say("We cannot supply the item below at present, or on these terms. You are welcome to ask again."),
        SupplyingAction.Unfilled => language.Say("We are sorry that we cannot supply the item below."),
        SupplyingAction.Loaned => language.Say("The item below is on its way to you. Please return it so that it is back with us by the due date."),
        SupplyingAction.CopyCompleted when onPaper => language.Say("Here is the copy that you asked for."),
        SupplyingAction.CopyCompleted => language.Say("The copy that you asked for is ready. Please download it by the link below."),
        SupplyingAction.Overdue => language.Say("The due date of the item below has passed. Please return it now."),
        SupplyingAction.Recalled => language.Say("We need the item below back. Please return it by the date given."),
        SupplyingAction.RenewalApproved => language.Say("The loan of the item below has been renewed. You can keep it until the date given."),
        SupplyingAction.RenewalDeclined => language.Say("The loan of the item below cannot be renewed. Please return it by its due date."),
        SupplyingAction.CancelApproved => language.Say("Your request for the item below has been cancelled. Nothing will be sent."),
        SupplyingAction.CancelDeclined => language.Say("Your request for the item below can no longer be cancelled."),
        SupplyingAction.LoanCompleted => language.Say("The item below is back with us. Thank you very much."),
        SupplyingAction.Lost => language.Say("The item below has not come back to us, and we take it as lost. You will be charged for it."),
        SupplyingAction.Note => language.Say("Our library staff write to you about your request for the item below. The note says what."),
        SupplyingAction.Status => language.Say($"Your request for the item below stands as follows: {language.Named("lending-status", word.Facts.Status)}."),
    };

    /// <summary>How to answer on the page of the letter; null if the letter needs no answer.</summary>
    public static string? ToAnswer(SupplyingAction word, NoticeLanguage language) => word switch
    {
        SupplyingAction.Conditional =>
            language.Say("Please tell us on the page below whether you accept them, or reply to this mail. No account is needed."),
        SupplyingAction.Loaned or SupplyingAction.RenewalApproved => language.Say(
            "When the item has arrived or is on its way back, or if you need it for longer, please tell us on the page below, or reply to this mail. No account is needed."),
        SupplyingAction.Overdue or SupplyingAction.Recalled or SupplyingAction.RenewalDeclined => language.Say(
            "When the item is on its way back, please tell us on the page below, or reply to this mail. No account is needed."),
        SupplyingAction.ExpectToSupply or SupplyingAction.WillSupply =>
            language.Say("If you no longer need it, please tell us on the page below, or reply to this mail. No account is needed."),
        SupplyingAction.RetryPossible or SupplyingAction.Unfilled or SupplyingAction.CopyCompleted or SupplyingAction.CancelApproved
            or SupplyingAction.CancelDeclined or SupplyingAction.LoanCompleted or SupplyingAction.Lost or SupplyingAction.Status
            or SupplyingAction.Note => null,
    };

    public static string OnPaper(NoticeLanguage language) => language.Say("To answer, please write to us or call us. You find us at the end of this letter.");

    /// <summary>Staff's note in their words; a rule's reason is a code, and is said in words.</summary>
    public static string? Note(string? note, NoticeLanguage language) =>
        note is not null && ReasonCodes.Find(note) is { } code ? language.Named("reason", Names.Of(code)) : note;
}
