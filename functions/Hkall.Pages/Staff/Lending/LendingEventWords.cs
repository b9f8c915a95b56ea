using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Domain.Lending;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The events of a lending request, for the journal that staff read: the kind of event and, where there is more to say, the details.</summary>
public static class LendingEventWords
{
    /// <summary>The text for an event's stored name; an unknown name is shown as it is.</summary>
    public static string Of(string name, NoticeLanguage language) => Pick(language, name switch
    {
        "lending-asked" => ("Asked for", "收到要求"),
        "lending-asked-again" => ("Asked for again", "再次收到要求"),
        "left-to-staff" => ("Left to staff", "轉交館員"),
        "supply-promised" => ("We will supply", "答允提供"),
        "conditions-offered" => ("Conditions offered", "提出條件"),
        "conditions-accepted" => ("Conditions accepted", "條件獲接受"),
        "compliance-stated" => ("Statement about copyright noted", "記錄版權聲明"),
        "lending-declined" => ("We cannot supply", "未能提供"),
        "retry-offered" => ("They may ask again", "可再次要求"),
        "item-pulled" => ("Fetched from its shelf", "已取件"),
        "item-lent" => ("Shipped", "已寄出"),
        "copy-supplied" => ("Scan supplied", "已提供掃描檔"),
        "copy-taken" => ("Scan taken", "對方已下載掃描檔"),
        "copy-closed" => ("Scan closed", "掃描檔已停用"),
        "loan-arrived" => ("It has arrived there", "對方已收到"),
        "lending-cancel-asked" => ("Cancellation asked", "對方要求取消"),
        "lending-cancel-declined" => ("It could not be stopped", "未能取消"),
        "lending-cancelled" => ("Cancelled", "已取消"),
        "lending-renewal-asked" => ("Renewal asked", "對方要求續借"),
        "lending-renewed" => ("Renewed", "已續借"),
        "lending-renewal-declined" => ("Renewal declined", "拒絕續借"),
        "loan-overdue" => ("Overdue", "逾期"),
        "overdue-said" => ("Overdue told", "已通知逾期"),
        "loan-recalled" => ("Recalled", "已催還"),
        "return-announced" => ("On its way back", "對方已寄回"),
        "loan-back" => ("It is back", "已歸還"),
        "loan-lost" => ("Lost", "遺失"),
        "borrower-heard" => ("Message of the borrowing library", "借入館訊息"),
        "borrower-set-aside" => ("Message set aside", "訊息不作處理"),
        "lending-staff-chased" => ("Staff reminded", "提醒館員"),
        "lending-note-added" => ("Note", "備註"),
        "lending-deadline-set" => ("Next date set", "設定下一期限"),
        _ => (name, name),
    });

    /// <summary>The details of the event: reasons, dates, charges and comments; null where the name says it all.</summary>
    public static string? Detail(LendingEvent happened, NoticeLanguage language) => Join(language, happened switch
    {
        LendingAsked { Note: var note } => [note],
        LendingAskedAgain { Note: var note } => [note],
        LeftToStaff(var why) => [ReasonWords.Of(why, language)],
        ConditionsOffered(var conditions, var cost, var note) => [.. conditions.Select(condition => LendingWords.Of(condition, language)), Amount(cost, language), note],
        ComplianceStated(var statement) => [statement],
        LendingDeclined(var reason, var note) => [ReasonWords.Of(Names.Of(reason), language), note],
        RetryOffered(var reason, var after, var cost, var note) => [ReasonWords.Of(Names.Of(reason), language), Day(after, language), Amount(cost, language), note],
        ItemPulled(var barcode) => [barcode],
        ItemLent(var barcode, var due, var conditions, _) => [barcode, Day(due, language), .. conditions.Select(condition => LendingWords.Of(condition, language))],
        CopySupplied(_, var until, _) => [Day(until, language)],
        CopyClosed(var why) => [ReasonWords.Of(why, language)],
        LendingCancelDeclined(var why) => [ReasonWords.Of(why, language)],
        LendingCancelled(var why) => [ReasonWords.Of(why, language)],
        LendingRenewed(var due) => [Day(due, language)],
        LendingRenewalDeclined(var why) => [ReasonWords.Of(why, language)],
        LoanRecalled(var due) => [Day(due, language)],
        LoanLost(var why, _) => [ReasonWords.Of(why, language)],
        BorrowerHeard(_, _, var said, var note) => [BorrowerSaidWords.Of(said, language), note],
        BorrowerSetAside(_, _, var said, var why, var note) => [BorrowerSaidWords.Of(said, language), why, note],
        LendingNoteAdded(_, var text) => [text],
        _ => [],
    });

    private static string? Join(NoticeLanguage language, IEnumerable<string?> parts) =>
        string.Join(language switch { NoticeLanguage.English => "; ", NoticeLanguage.TraditionalChinese => "；" }, parts.Where(part => !string.IsNullOrWhiteSpace(part))) is { Length: > 0 } all ? all : null;

    private static string? Amount(Money? money, NoticeLanguage language) => money is null ? null : NoticeAmounts.Format(money, language);

    private static string? Day(DateOnly? day, NoticeLanguage language) => day is { } known ? NoticeDates.Format(known, language) : null;

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
