using Hkall.Requests.Lending;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Staff.Lending;

/// <summary>The words of the lending desk for what its rules name.</summary>
public static class LendingWords
{
    public static string Of(LendingStatus status, NoticeLanguage language) => Pick(language, status switch
    {
        LendingStatus.ToAnswer => ("To answer", "待答覆"),
        LendingStatus.Conditional => ("Conditions offered", "已提出條件"),
        LendingStatus.ToPull => ("To fetch", "待取件"),
        LendingStatus.ToShip => ("To ship", "待寄出"),
        LendingStatus.ToScan => ("To scan", "待掃描"),
        LendingStatus.CancelAsked => ("Cancellation asked", "對方要求取消"),
        LendingStatus.Shipped => ("Shipped", "已寄出"),
        LendingStatus.OnLoan => ("Lent", "借出中"),
        LendingStatus.RenewalAsked => ("Renewal asked", "對方要求續借"),
        LendingStatus.Overdue => ("Overdue", "逾期"),
        LendingStatus.Recalled => ("Recalled", "已催還"),
        LendingStatus.Returning => ("Coming back", "寄回途中"),
        LendingStatus.Supplied => ("Scan supplied", "已提供掃描檔"),
        LendingStatus.Completed => ("Completed", "已完成"),
        LendingStatus.Unfilled => ("Not supplied", "未有提供"),
        LendingStatus.RetryPossible => ("May ask again", "可再次要求"),
        LendingStatus.Cancelled => ("Cancelled", "已取消"),
        LendingStatus.Lost => ("Lost", "遺失"),
    });

    public static string ShadeOf(LendingStatus status) => status.Stage() switch
    {
        LendingStage.Closed => "over",
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing or LendingStage.ComingBack => "you",
        LendingStage.Lent => status is LendingStatus.Overdue or LendingStatus.Recalled ? "bad" : "good",
        LendingStage.Collecting => "good",
    };

    public static (string Title, string Hint) Worklist(string name, NoticeLanguage language)
    {
        var (title, hint, titleZh, hintZh) = name switch
        {
            "to-answer" => ("To answer", "Decide whether we supply", "待答覆", "決定是否提供"),
            "conditions" => ("Conditions", "Their answer is awaited", "條件", "等候對方答覆"),
            "to-pull" => ("To fetch", "From its shelf", "待取件", "從書架取件"),
            "to-ship" => ("To ship", "Pack and send", "待寄出", "包裝並寄出"),
            "to-scan" => ("To scan", "Scan and supply", "待掃描", "掃描並提供"),
            "cancels" => ("Cancellations", "Can it still be stopped?", "取消要求", "是否仍可停止"),
            "renewals" => ("Renewals", "Approve or decline", "續借要求", "批准或拒絕"),
            "out" => ("Out", "With other libraries", "已借出", "在其他圖書館"),
            "overdue" => ("Overdue", "Past their due date", "逾期", "已過到期日"),
            "recalled" => ("Recalled", "Wanted back", "已催還", "要求歸還"),
            "returns" => ("Coming back", "Take back when they arrive", "寄回途中", "收到後辦理歸還"),
            "to-collect" => ("Scans to collect", "Not taken yet", "待領掃描檔", "對方尚未下載"),
            "to-chase" => ("To chase", "Reminded, still waiting", "待催辦", "已提醒，仍在等候"),
            _ => (name, "", name, ""),
        };
        return (Pick(language, (title, titleZh)), Pick(language, (hint, hintZh)));
    }

    /// <summary>What staff can do, as a button says it; an action that is not known here is shown by its own name.</summary>
    public static string Action(string action, NoticeLanguage language) => Pick(language, action switch
    {
        "will-supply" => ("We will supply", "答允提供"),
        "unfilled" => ("We cannot supply", "未能提供"),
        "pulled" => ("Fetched from its shelf", "已取件"),
        "ship" => ("Ship", "寄出"),
        "recall" => ("Recall", "催還"),
        "renew-approve" => ("Approve the renewal", "批准續借"),
        "renew-decline" => ("Decline the renewal", "拒絕續借"),
        "returned" => ("It is back", "已歸還"),
        "lost" => ("Declare lost", "報失"),
        "cancel-approve" => ("Agree to cancel", "同意取消"),
        "cancel-decline" => ("It can no longer be stopped", "未能取消"),
        "note" => ("Add a note", "加入備註"),
        _ => (action, action),
    });

    public static string Print(string paper, NoticeLanguage language) => Pick(language, paper switch
    {
        LendingLinks.Slips => ("Print the pull slip", "列印取件單"),
        LendingLinks.Labels => ("Print the address label", "列印地址標籤"),
        _ => (paper, paper),
    });

    /// <summary>What happened, by its stored name; a name that is not known here is shown as it is.</summary>
    public static string Event(string name, NoticeLanguage language) => Pick(language, name switch
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

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
