using Hkall.Domain;
using Hkall.Domain.Lending;
using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The events of a lending request, for the journal that staff read: the kind of event and, where there is more to say, the details.</summary>
public static class LendingEventWords
{
    /// <summary>The text for an event's stored name; an unknown name is shown as it is.</summary>
    public static string Of(string name, NoticeLanguage language) => language.Named("lending-event", name);

    /// <summary>The details of the event: reasons, dates, charges and comments; null where the name says it all.</summary>
    public static string? Detail(LendingEvent happened, NoticeLanguage language) => Join(language, happened switch
    {
        LendingAsked { Note: var note } => [note],
        LendingAskedAgain { Note: var note } => [note],
        LeftToStaff(var why) => [language.Named("reason", why)],
        ConditionsOffered(var conditions, var cost, var note) =>
            [.. conditions.Select(condition => LendingWords.Of(condition, language)), Amount(cost, language), note],
        ComplianceStated(var statement) => [statement],
        LendingDeclined(var reason, var note) => [language.Named("reason", Names.Of(reason)), note],
        RetryOffered(var reason, var after, var cost, var note) =>
            [language.Named("reason", Names.Of(reason)), Day(after, language), Amount(cost, language), note],
        ItemPulled(var barcode) => [barcode],
        ItemLent(var barcode, var due, var conditions, _) =>
            [barcode, Day(due, language), .. conditions.Select(condition => LendingWords.Of(condition, language))],
        CopySupplied(_, var until, _) => [Day(until, language)],
        CopyClosed(var why) => [language.Named("reason", why)],
        LendingCancelDeclined(var why) => [language.Named("reason", why)],
        LendingCancelled(var why) => [language.Named("reason", why)],
        LendingRenewed(var due) => [Day(due, language)],
        LendingRenewalDeclined(var why) => [language.Named("reason", why)],
        LoanRecalled(var due) => [Day(due, language)],
        LoanLost(var why, _) => [language.Named("reason", why)],
        BorrowerHeard(_, _, var said, var note) => [language.Named("borrower-said", said), note],
        BorrowerSetAside(_, _, var said, var why, var note) => [language.Named("borrower-said", said), why, note],
        BorrowerToTell(var word, _) => [LendingWords.Word(word, language)],
        BorrowerTold(_, var word, var note) => [LendingWords.Word(word, language), note],
        LendingNoteAdded(_, var text) => [text],
        BorrowerWrittenTo(var words) => [words],
        _ => [],
    });

    private static string? Join(NoticeLanguage language, IEnumerable<string?> parts) =>
        string.Join(language.Say("; "), parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } all ? all : null;

    private static string? Amount(Money? money, NoticeLanguage language) => money is null ? null : NoticeAmounts.Format(money, language);

    private static string? Day(DateOnly? day, NoticeLanguage language) => day is { } known ? NoticeDates.Format(known, language) : null;
}
