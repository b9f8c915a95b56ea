using Hkall.Domain;
using Hkall.Domain.Placing;
using Hkall.Domain.Supplying;
using Hkall.Service.Engine;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>The text for the rules' statuses, reasons and actions on the staff pages.</summary>
public static class StaffWords
{
    public static string Of(RequestStatus status, NoticeLanguage language) => Pick(language, status switch
    {
        RequestStatus.InReview => ("To review", "待審核"),
        RequestStatus.AwaitingDeclaration => ("Declaration awaited", "待簽聲明"),
        RequestStatus.AwaitingCostDecision => ("Charge to be decided", "待決定收費"),
        RequestStatus.Sourcing => ("Library asked", "已詢問圖書館"),
        RequestStatus.Expected => ("Promised", "對方已答允"),
        RequestStatus.Cancelling => ("Cancelling", "取消中"),
        RequestStatus.InTransit => ("On its way to us", "運送中"),
        RequestStatus.ReadyForPickup => ("On the hold shelf", "在預約書架"),
        RequestStatus.OutForDelivery => ("On its way to an office", "送往辦公室途中"),
        RequestStatus.OnLoan => ("On loan", "借出中"),
        RequestStatus.LibraryUse => ("For use in the Library", "館內使用"),
        RequestStatus.Overdue => ("Overdue", "逾期"),
        RequestStatus.Recalled => ("Recalled", "被催還"),
        RequestStatus.Returning => ("Going back", "歸還中"),
        RequestStatus.ReadyToDownload => ("Ready to download", "可供下載"),
        RequestStatus.Completed => ("Completed", "已完成"),
        RequestStatus.Cancelled => ("Cancelled", "已取消"),
        RequestStatus.Unfilled => ("Unfilled", "未能提供"),
        RequestStatus.Lost => ("Lost", "遺失"),
    });

    /// <summary>The colour of a status: a class of the style sheet.</summary>
    public static string ShadeOf(RequestStatus status) => status switch
    {
        RequestStatus.InReview or RequestStatus.InTransit or RequestStatus.Returning or RequestStatus.OutForDelivery => "you",
        RequestStatus.Overdue or RequestStatus.Recalled or RequestStatus.Lost => "bad",
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.OnLoan or RequestStatus.ReadyToDownload => "good",
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling => "",
        RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled => "over",
    };

    public static string Of(ResponsibleParty owner, NoticeLanguage language) => Pick(language, owner switch
    {
        ResponsibleParty.Patron => ("patron", "讀者"),
        ResponsibleParty.Staff => ("staff", "館員"),
        ResponsibleParty.Supplier => ("library asked", "對方圖書館"),
        ResponsibleParty.Borrower => ("borrowing library", "借入館"),
    });

    public static string Of(RotaStatus standing, NoticeLanguage language) => Pick(language, standing switch
    {
        RotaStatus.Waiting => ("not asked yet", "未詢問"),
        RotaStatus.Asked => ("asked", "已詢問"),
        RotaStatus.Promised => ("has promised", "已答允"),
        RotaStatus.Supplied => ("has supplied", "已提供"),
        RotaStatus.PassedOver => ("passed over", "已略過"),
    });

    public static string Of(ServiceType service, NoticeLanguage language) => Pick(language, service switch
    {
        ServiceType.Loan => ("Loan", "借書"),
        ServiceType.Copy => ("Copy", "複製本"),
    });

    public static string Of(Tier tier, NoticeLanguage language) => Pick(language, tier switch
    {
        Tier.Hkall => ("HKALL", "HKALL"),
        Tier.Local => ("other local", "本地其他"),
        Tier.Overseas => ("overseas", "海外"),
    });

    public static string Of(Delivery delivery, NoticeLanguage language) => Pick(language, delivery switch
    {
        Delivery.UnderWay => ("under way", "發送中"),
        Delivery.Waiting => ("waiting for the next try", "等候重試"),
        Delivery.Delivered => ("delivered", "已送出"),
        Delivery.GivenUp => ("given up", "已放棄"),
        Delivery.NotNeeded => ("not needed", "毋須發送"),
    });

    /// <summary>The button text of an action; an unknown action is shown by its own name.</summary>
    public static string Action(string action, NoticeLanguage language) => Pick(language, action switch
    {
        "receive" => ("Receive", "收件"),
        "no-more-parts" => ("The rest does not come", "其餘部分不會送來"),
        "remind" => ("Remind the library", "提醒圖書館"),
        "ask-status" => ("Ask where it stands", "查詢狀況"),
        "check-out" => ("Check out", "借出"),
        "check-in" => ("Check in", "歸還"),
        "send-back" => ("Send back", "寄回"),
        "approve" => ("Approve", "批准"),
        "reject" => ("Reject", "不予受理"),
        "unfilled" => ("It cannot be had", "確認未能提供"),
        "condition-accept" => ("Accept the charge", "接受收費"),
        "condition-decline" => ("Decline the charge", "拒絕收費"),
        "resupply" => ("Have the scan supplied again", "要求重新提供掃描檔"),
        "next-supplier" => ("Ask the next library", "詢問下一間圖書館"),
        "cancel" => ("Cancel the request", "取消申請"),
        "lost" => ("Declare lost", "報失"),
        "damaged" => ("Note damage", "記錄損毀"),
        "note" => ("Add a note", "加入備註"),
        _ => (action, action),
    });

    public static (string Title, string Hint) Worklist(string name, NoticeLanguage language) => name switch
    {
        "to-review" => Both(language, "To review", "Check or complete, then approve or reject", "待審核", "核對或補充資料，然後批准或不予受理"),
        "no-library-left" => Both(language, "No library left", "Add a library, or say that it cannot be had", "再無圖書館可詢問", "加入圖書館，或確認未能提供"),
        "needs-attention" => Both(language, "Needs attention", "Something did not come in time: ask after it", "需要跟進", "有逾時未到的事項，請跟進"),
        "to-receive" => Both(language, "To receive", "On its way to us", "待收件", "正運送到本館"),
        "to-deliver" => Both(language, "To bring to offices", "Check out when handed over", "待送辦公室", "交付時辦理借出"),
        "on-hold-shelf" => Both(language, "On the hold shelf", "Waiting for their patrons", "在預約書架", "等候讀者領取"),
        "expiring-today" => Both(language, "Expiring today", "Last day on the shelf", "今天到期", "預約書架的最後一天"),
        "to-send-back" => Both(language, "To send back", "Pack and send to their libraries", "待寄回", "包裝並寄回借出館"),
        "overdue" => Both(language, "Overdue and recalled", "Past due, or wanted back", "逾期及被催還", "已過還書日，或借出館要求歸還"),
        "conditions" => Both(language, "Conditions and charges", "Named by a library: staff accept its conditions, the patron its charge", "條件及收費", "對方圖書館提出：條件由館員決定，收費由讀者決定"),
        "awaiting-patron" => Both(language, "Waiting for patrons", "A declaration or a decision", "等候讀者", "等候簽署聲明或作出決定"),
        "with-libraries" => Both(language, "With other libraries", "Asked, promised or cancelling", "等候圖書館", "已詢問、已答允或取消中"),
        "on-loan" => Both(language, "On loan", "With their patrons", "借出中", "在讀者手上"),
        "awaiting-receipt" => Both(language, "Sent back", "Their libraries’ receipt is awaited", "已寄回", "等候借出館確認收到"),
        "copies-to-download" => Both(language, "Copies to download", "Within their two weeks", "可供下載的複製本", "兩星期內可下載"),
        "to-chase" => Both(language, "To chase", "Reminded, still waiting", "待催辦", "已提醒，仍在等候"),
        "parked" => Both(language, "Parked messages", "Messages nobody could use", "擱置的訊息", "系統未能處理的訊息"),
        _ => (name, ""),
    };

    public static string Of(DeadlineKind kind, NoticeLanguage language) => Pick(language, AwaitedOf(kind));

    private static (string, string) AwaitedOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Review => ("staff’s review", "館員審核"),
        DeadlineKind.Retry => ("the day on which to ask again", "可再次詢問的日子"),
        DeadlineKind.Conditions => ("staff’s decision on the library’s conditions", "館員決定是否接受對方條件"),
        DeadlineKind.FurtherSearch => ("staff’s further search", "館員進一步查找"),
        DeadlineKind.OfferReminder => ("the patron’s answer to our offer (reminder)", "讀者答覆建議（提醒）"),
        DeadlineKind.OfferDecision => ("the patron’s answer to our offer", "讀者答覆建議"),
        DeadlineKind.DeclarationReminder => ("the declaration (reminder)", "簽署聲明（提醒）"),
        DeadlineKind.Declaration => ("the declaration", "簽署聲明"),
        DeadlineKind.CostReminder => ("the patron’s decision (reminder)", "讀者決定（提醒）"),
        DeadlineKind.CostDecision => ("the patron’s decision", "讀者決定"),
        DeadlineKind.OfficeDelivery => ("delivery to the office", "送達辦公室"),
        DeadlineKind.SupplierReply => ("the library’s answer", "圖書館回覆"),
        DeadlineKind.Shipment => ("the shipment", "寄出"),
        DeadlineKind.Scan => ("the scan", "掃描檔"),
        DeadlineKind.CancelAnswer => ("the answer to the cancellation", "取消的回覆"),
        DeadlineKind.Arrival => ("its arrival", "送達"),
        DeadlineKind.PickupReminder => ("pickup (reminder)", "領取（提醒）"),
        DeadlineKind.PickupExpiry => ("pickup", "領取"),
        DeadlineKind.DueReminder => ("return (reminder)", "歸還（提醒）"),
        DeadlineKind.DueDate => ("its return", "歸還"),
        DeadlineKind.RenewalAnswer => ("the answer to the renewal", "續借的回覆"),
        DeadlineKind.OverdueNotice => ("its return (overdue notice)", "歸還（逾期通知）"),
        DeadlineKind.SendingBack => ("sending back", "寄回"),
        DeadlineKind.LenderReceipt => ("its library’s receipt", "借出館確認收到"),
        DeadlineKind.DownloadReminder => ("download (reminder)", "下載（提醒）"),
        DeadlineKind.DownloadWindow => ("download", "下載"),
        DeadlineKind.LendingAnswer => ("our answer", "本館答覆"),
        DeadlineKind.LendingConditions => ("the answer to our conditions", "對方答覆條件"),
        DeadlineKind.LendingPulling => ("fetching it from its shelf", "從書架取件"),
        DeadlineKind.LendingShipping => ("shipping", "寄出"),
        DeadlineKind.LendingScanning => ("scanning", "掃描"),
        DeadlineKind.LendingCancel => ("our answer to the cancellation", "本館答覆取消"),
        DeadlineKind.LendingDueDate => ("its return", "歸還"),
        DeadlineKind.LendingOverdue => ("its return (overdue)", "歸還（逾期）"),
        DeadlineKind.LendingRenewal => ("our answer to the renewal", "本館答覆續借"),
        DeadlineKind.LendingReturn => ("its arrival back here", "寄回送達"),
        DeadlineKind.LendingCollection => ("collection of the scan", "領取掃描檔"),
    };

    private static (string, string) Both(NoticeLanguage language, string title, string hint, string titleZh, string hintZh) =>
        (Pick(language, (title, titleZh)), Pick(language, (hint, hintZh)));

    private static string Pick(NoticeLanguage language, (string English, string Chinese) words) => language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
