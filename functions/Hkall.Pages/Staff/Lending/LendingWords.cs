using Hkall.Domain.Lending;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The text for the lending rules' statuses, reasons and actions.</summary>
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

    /// <summary>The button text of an action; an unknown action is shown by its own name.</summary>
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
        "conditional" => ("Offer it on these conditions", "提出條件"),
        "retry" => ("Let them ask again later", "請對方稍後再次要求"),
        "heard" => ("Record the message", "記錄訊息"),
        "file" => ("Supply the scan", "提供掃描檔"),
        "note" => ("Add a note", "加入備註"),
        _ => (action, action),
    });

    public static string Print(string paper, NoticeLanguage language) => Pick(language, paper switch
    {
        LendingLinks.Slips => ("Print the pull slip", "列印取件單"),
        LendingLinks.Labels => ("Print the address label", "列印地址標籤"),
        _ => (paper, paper),
    });

    public static string Of(LoanCondition condition, NoticeLanguage language) => Pick(language, condition switch
    {
        LoanCondition.LibraryUseOnly => ("for use in the library only", "只供館內使用"),
        LoanCondition.WatchLibraryUseOnly => ("for use in the library only, under watch", "只供館內使用，並須由館員看管"),
        LoanCondition.NoReproduction => ("no copies may be made", "不得複製"),
        LoanCondition.SignatureRequired => ("the reader signs for it", "須由讀者簽收"),
        LoanCondition.SpecCollSupervReq => ("under the supervision of special collections", "須在特藏部監督下使用"),
    });

    public static string Of(BorrowerKind kind, NoticeLanguage language) => Pick(language, kind switch
    {
        BorrowerKind.Reciprocal => ("library that does not charge us either", "互不收費的圖書館"),
        BorrowerKind.Library => ("other library", "其他圖書館"),
        BorrowerKind.Government => ("government department", "政府部門"),
        BorrowerKind.Registered => ("registered organisation", "註冊機構"),
    });

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
