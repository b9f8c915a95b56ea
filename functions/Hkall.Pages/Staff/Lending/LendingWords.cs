using Hkall.Domain.Lending;
using Hkall.Service.Lending;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The text for the lending rules' statuses, reasons and actions.</summary>
public static class LendingWords
{
    public static string Of(LendingStatus status, NoticeLanguage language) => language.Named("lending-status", status);

    public static string ShadeOf(LendingStatus status) => status.Stage() switch
    {
        LendingStage.Closed => "over",
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.ComingBack => "you",
        LendingStage.Lent => status is LendingStatus.Overdue or LendingStatus.Recalled ? "bad" : "good",
        LendingStage.Collecting => "good",
    };

    public static (string Title, string Hint) Worklist(string name, NoticeLanguage language) =>
        (language.Named("lending-worklist", name), language.FindNamed("lending-worklist-hint", name) ?? string.Empty);

    /// <summary>The button text of an action; an unknown action is shown by its own name.</summary>
    public static string Action(string action, NoticeLanguage language) => language.Named("lending-action", action);

    /// <summary>What a message tells the borrower.</summary>
    public static string Word(SupplyingAction word, NoticeLanguage language) => BorrowerLetterWords.Subject(word, language);

    public static string Print(string paper, NoticeLanguage language) => language.Named("paper", paper);

    public static string Of(LoanCondition condition, NoticeLanguage language) => language.Named("loan-condition", condition);

    /// <summary>What the borrowing library said of the item besides, by its names.</summary>
    public static IEnumerable<(string Name, string? Value)> Details(BorrowersDetails? details, NoticeLanguage language) => details is null
        ? []
        :
        [
            (language.Say("Record in our catalogue"), details.OurRecord),
            (language.Say("Other numbers"), string.Join(language.Say("; "), details.Numbers ?? [])),
            (language.Say("Series"), details.Series),
            (language.Say("Format wanted"), details.Format),
            (language.Say("Edition wanted"), details.Edition is { } wish ? language.Named("edition-wish", wish) : null),
            (language.Say("Asks again for their request"), details.RetryOf),
        ];

    public static string Of(BorrowerKind kind, NoticeLanguage language) => language.Named("borrower-kind", kind);
}
