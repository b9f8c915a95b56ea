using Hkall.Requests;
using Hkall.Requests.Cancelling;
using Hkall.Requests.Charging;
using Hkall.Requests.Copyright;
using Hkall.Requests.Delivering;
using Hkall.Requests.Downloading;
using Hkall.Requests.Escalating;
using Hkall.Requests.OnLoan;
using Hkall.Requests.Placing;
using Hkall.Requests.Renewing;
using Hkall.Requests.Returning;
using Hkall.Requests.Reviewing;
using Hkall.Requests.Supplying;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Staff;

/// <summary>What happened, for the journal that staff read. A kind of event that has no words yet is shown by its stored name rather than not at all.</summary>
public static class StaffEventWords
{
    public static string Of(RequestEvent happened, NoticeLanguage language)
    {
        var (english, chinese) = Words(happened);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    private static (string English, string Chinese) Words(RequestEvent happened) => happened switch
    {
        NoteAdded(_, var text) => (text, text),
        RequestPlaced { By: Who.Staff } => ("Placed by staff for the patron", "館員代讀者提出申請"),
        RequestPlaced => ("Placed", "提出申請"),
        SentToReview(var why) => ($"Sent to review: {why}", $"轉交館員審核：{why}"),
        RequestEdited => ("Details completed", "補充資料"),
        RequestApproved => ("Approved", "批准"),
        RequestRejected(var why) => ($"Rejected: {why}", $"不予受理：{why}"),
        DeclarationAwaited => ("Declaration asked for", "要求簽署聲明"),
        DeclarationReminded => ("Reminded of the declaration", "提醒簽署聲明"),
        DeclarationSigned => ("Declaration signed", "已簽署聲明"),
        CostQuoted(var library, var cost, _) => ($"{library} would charge {cost.Currency} {cost.Amount}", $"{library} 報價 {cost.Currency} {cost.Amount}"),
        CostReminded => ("Reminded of the charge", "提醒決定收費"),
        CostAccepted => ("Charge accepted", "接受收費"),
        CostDeclined(_, _, var why) => ($"Charge declined: {why}", $"拒絕收費：{why}"),
        OfficeChosen(var office) => ($"To be brought to {office}", $"選擇送往{office}"),
        SentToOffice(var office) => ($"On its way to {office}", $"送往{office}"),
        SupplierAsked(var library, _) => ($"{library} asked", $"詢問 {library}"),
        SupplierPromised(var library, _) => ($"{library} will supply", $"{library} 答允提供"),
        SupplierPassedOver(var library, var why) => ($"{library} passed over: {ReportWords.Cell("reason", why, NoticeLanguage.English)}", $"略過 {library}：{ReportWords.Cell("reason", why, NoticeLanguage.TraditionalChinese)}"),
        OfferMade => ("Another way offered to the patron", "向讀者建議其他方法"),
        OfferReminded => ("Reminded of the offer", "提醒答覆建議"),
        OfferAccepted => ("Offer accepted", "接受建議"),
        OfferDeclined => ("Offer declined", "不接受建議"),
        RequestReplaced => ("Replaced by another request", "由另一項申請取代"),
        LibraryAdded => ("A library added by staff", "館員加入圖書館"),
        RotaExhausted => ("No library left to ask", "再無圖書館可詢問"),
        ItemShipped(var library, _, _, _) => ($"{library} has shipped it", $"{library} 已寄出"),
        ScanSupplied(var library, _, _, _) => ($"{library} supplied the scan", $"{library} 已提供掃描檔"),
        ScanFaulted(var library, var fault, _, _) => ($"{library} asked to supply the scan again: {Names.Of(fault)}", $"請 {library} 重新提供掃描檔：{Names.Of(fault)}"),
        ItemReceived(_, var here) => here ? ("Received, for use in the Library", "已收件，只供館內使用") : ("Received and put on the shelf", "已收件並放上預約書架"),
        ItemLabelled(var barcode) => ($"Known by barcode {barcode}", $"記錄條碼 {barcode}"),
        PickupReminded => ("Reminded of pickup", "提醒領取"),
        PickupExpired => ("Not picked up in time", "逾期未領取"),
        ItemCheckedOut => ("Checked out", "借出"),
        DueReminded => ("Reminded of the due date", "提醒還書"),
        LoanWentOverdue => ("Went overdue", "逾期"),
        OverdueNoticeGiven(var times) => ($"Overdue notice {times}", $"第 {times} 次逾期通知"),
        RenewalAsked => ("Renewal asked for", "要求續借"),
        LoanRenewed => ("Renewed", "已續借"),
        RenewalNotGranted(var why) => ($"Renewal not granted: {why}", $"續借不獲批准：{why}"),
        ItemRecalled => ("Recalled", "被催還"),
        ItemCheckedIn(var why) => ($"Checked in: {why}", $"歸還：{why}"),
        ItemSentBack => ("Sent back", "已寄回"),
        LoanCompleted => ("Completed", "完成"),
        ItemLost(var why) => ($"Lost: {why}", $"遺失：{why}"),
        ItemDamaged(var note) => ($"Damaged: {note}", $"損毀：{note}"),
        FileDownloaded(var number) => ($"Download {number}", $"第 {number} 次下載"),
        DownloadReminded => ("Reminded to download", "提醒下載"),
        DownloadsUsedUp => ("Downloads used up", "下載次數已用完"),
        DownloadWindowClosed => ("Download window closed", "下載期結束"),
        CancelAsked(var by) => by == Who.Patron ? ("Patron cancels", "讀者取消") : ("Staff cancel", "館員取消"),
        CancelRefused => ("The library could not cancel it", "對方未能取消"),
        RequestCancelled(var why) => ($"Cancelled: {why}", $"已取消：{why}"),
        MessageHeard(var library, _, var said) => ($"{library}: “{said}”", $"{library}：「{said}」"),
        MessageSetAside(var library, _, var said, var why) => ($"{library}: “{said}”, set aside: {why}", $"{library}：「{said}」，不作處理：{why}"),
        StaffChased(_, var times) => ($"Staff reminded ({times})", $"提醒館員（{times}）"),
        _ => (EventNames.Of(happened), EventNames.Of(happened)),
    };
}
