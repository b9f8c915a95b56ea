using Hkall.Domain;
using Hkall.Domain.Cancelling;
using Hkall.Domain.Charging;
using Hkall.Domain.Copyright;
using Hkall.Domain.Delivering;
using Hkall.Domain.Downloading;
using Hkall.Domain.Escalating;
using Hkall.Domain.Fees;
using Hkall.Domain.OnLoan;
using Hkall.Domain.Placing;
using Hkall.Domain.Renewing;
using Hkall.Domain.Returning;
using Hkall.Domain.Reviewing;
using Hkall.Domain.Supplying;
using Hkall.Pages.Kit;
using Hkall.Pages.Requests;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>The text of an event, for the journal that staff read. A kind of event without a text is shown by its stored name.</summary>
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
        SentToReview(var why) => ($"Sent to review: {En(why)}", $"轉交館員審核：{Zh(why)}"),
        RequestEdited => ("Details completed", "補充資料"),
        RequestApproved => ("Approved", "批准"),
        RequestRejected(var why) => ($"Rejected: {En(why)}", $"不予受理：{Zh(why)}"),
        DeclarationAwaited => ("Declaration asked for", "要求簽署聲明"),
        DeclarationReminded => ("Reminded of the declaration", "提醒簽署聲明"),
        DeclarationSigned => ("Declaration signed", "已簽署聲明"),
        CostQuoted(var library, var cost, _) => ($"{library} would charge {NoticeAmounts.Format(cost, NoticeLanguage.English)}", $"{library} 報價{NoticeAmounts.Format(cost, NoticeLanguage.TraditionalChinese)}"),
        CostReminded => ("Reminded of the charge", "提醒決定收費"),
        CostAccepted(_, _, var how) => ($"Charge accepted: {En(how)}", $"接受收費：{Zh(how)}"),
        CostDeclined(_, _, var why) => ($"Charge declined: {En(why)}", $"拒絕收費：{Zh(why)}"),
        OfficeChosen(var office) => ($"To be brought to {office}", $"選擇送往{office}"),
        SentToOffice(var office) => ($"On its way to {office}", $"送往{office}"),
        SupplierAsked(var library, _) => ($"{library} asked", $"詢問 {library}"),
        SupplierPromised(var library, _) => ($"{library} will supply", $"{library} 答允提供"),
        SupplierPassedOver(var library, var why) => ($"{library} passed over: {En(why)}", $"略過 {library}：{Zh(why)}"),
        ConditionsNamed(var library, var conditions, _) => ($"{library} would supply on conditions: {string.Join(", ", conditions)}", $"{library} 提出條件：{string.Join("、", conditions)}"),
        ConditionsAccepted(var library) => ($"The conditions of {library} accepted", $"接受 {library} 的條件"),
        ConditionsDeclined(var library, var why) => ($"The conditions of {library} not accepted: {En(why)}", $"不接受 {library} 的條件：{Zh(why)}"),
        ScanLocated(var library, _) => ($"{library} named an address of the scan; it is being fetched", $"{library} 提供了掃描檔的網址，正在下載"),
        ScanNotFetched(var library, var address, var why) => ($"The scan of {library} could not be fetched from {address}: {why}", $"未能從 {address} 下載 {library} 的掃描檔：{why}"),
        OfferMade => ("Another way offered to the patron", "向讀者建議其他方法"),
        OfferReminded => ("Reminded of the offer", "提醒答覆建議"),
        OfferAccepted(var way) => ($"Offer accepted: {OfferWords.Of(way, NoticeLanguage.English)}", $"接受建議：{OfferWords.Of(way, NoticeLanguage.TraditionalChinese)}"),
        OfferDeclined(var why) => ($"Offer declined: {En(why)}", $"不接受建議：{Zh(why)}"),
        RequestReplaced => ("Replaced by another request", "由另一項申請取代"),
        LibraryAdded(var library, _) => ($"{library.Name} added by staff", $"館員加入 {library.Name}"),
        RotaExhausted => ("No library left to ask", "再無圖書館可詢問"),
        ItemShipped(var library, _, _, _) => ($"{library} has shipped it", $"{library} 已寄出"),
        ScanSupplied(var library, _, _, _) => ($"{library} supplied the scan", $"{library} 已提供掃描檔"),
        ScanFaulted(var library, var fault, _, _) => ($"{library} asked to supply the scan again: {ScanFaultFields.Words(fault, NoticeLanguage.English)}", $"請 {library} 重新提供掃描檔：{ScanFaultFields.Words(fault, NoticeLanguage.TraditionalChinese)}"),
        ItemReceived(_, var here) => here ? ("Received, for use in the Library", "已收件，只供館內使用") : ("Received and put on the shelf", "已收件並放上預約書架"),
        ItemLabelled(var barcode) => ($"Known by barcode {barcode}", $"記錄條碼 {barcode}"),
        PartsAnnounced(var count) => ($"Comes in {count} parts", $"共{count}件"),
        PartReceived(var barcode) => ($"Part {barcode} received", $"收到其中一件 {barcode}"),
        PartsNotComing(var missing) => ($"{missing} parts do not come", $"{missing} 件不會送來"),
        PartReturned(var barcode) => ($"Part {barcode} is back; the rest is missing", $"歸還其中一件 {barcode}，其餘未還"),
        PickupReminded => ("Reminded of pickup", "提醒領取"),
        PickupExpired(var why) => ($"Off the shelf: {En(why)}", $"移離預約書架：{Zh(why)}"),
        ItemCheckedOut => ("Checked out", "借出"),
        DueReminded => ("Reminded of the due date", "提醒還書"),
        LoanWentOverdue => ("Went overdue", "逾期"),
        OverdueNoticeGiven(var times) => ($"Overdue notice {times}", $"第 {times} 次逾期通知"),
        RenewalAsked => ("Renewal asked for", "要求續借"),
        LoanRenewed => ("Renewed", "已續借"),
        RenewalNotGranted(var why) => ($"Renewal not granted: {En(why)}", $"續借不獲批准：{Zh(why)}"),
        ItemRecalled => ("Recalled", "被催還"),
        ItemCheckedIn(var why) => ($"Checked in: {En(why)}", $"歸還：{Zh(why)}"),
        ItemSentBack => ("Sent back", "已寄回"),
        LoanCompleted(var why) => ($"Completed: {En(why)}", $"完成：{Zh(why)}"),
        ItemLost(var why) => ($"Lost: {En(why)}", $"遺失：{Zh(why)}"),
        ItemDamaged(var note) => ($"Damaged: {note}", $"損毀：{note}"),
        FileDownloaded(var number) => ($"Download {number}", $"第 {number} 次下載"),
        DownloadReminded => ("Reminded to download", "提醒下載"),
        DownloadsUsedUp => ("Downloads used up", "下載次數已用完"),
        DownloadWindowClosed => ("Download window closed", "下載期結束"),
        CancelAsked(var by) => by == Who.Patron ? ("Patron cancels", "讀者取消") : ("Staff cancel", "館員取消"),
        CancelRefused => ("The library could not cancel it", "對方未能取消"),
        RequestCancelled(var why) => ($"Cancelled: {En(why)}", $"已取消：{Zh(why)}"),
        MessageHeard(var library, _, var said) => ($"{library}: {SaidWords.Of(said, NoticeLanguage.English)}", $"{library} 回覆：{SaidWords.Of(said, NoticeLanguage.TraditionalChinese)}"),
        MessageSetAside(var library, _, var said, var why) => (
            $"{library}: {SaidWords.Of(said, NoticeLanguage.English)}; set aside: {why}", $"{library} 回覆：{SaidWords.Of(said, NoticeLanguage.TraditionalChinese)}，不作處理：{why}"),
        StaffChased(_, var times) => ($"Staff reminded ({times})", $"提醒館員（{times}）"),
        RotaRanked(var routing) => ($"Libraries put in order: {routing.Places.Count} to ask, {routing.Rejections.Count + routing.MoreRejected} not", $"已排列圖書館：可詢問 {routing.Places.Count} 所，不詢問 {routing.Rejections.Count + routing.MoreRejected} 所"),
        SupplierExpects(var library) => ($"{library} expects to supply", $"{library} 預計可以提供"),
        RetryPlanned(var library, var on, var why) => ($"{library} may be asked again on {NoticeDates.Format(on, NoticeLanguage.English)}: {En(why)}", $"可於{NoticeDates.Format(on, NoticeLanguage.TraditionalChinese)}再向 {library} 查詢：{Zh(why)}"),
        RetryAsked(var library) => ($"{library} asked again", $"再次詢問 {library}"),
        SupplierInquired(var library, var what) => what == "reminder" ? ($"{library} reminded", $"提醒 {library}") : ($"{library} asked where it stands", $"向 {library} 查詢狀況"),
        FeeCharged(var kind, var amount, var why, var days) => (
            $"{FeeWords.Of(kind, days, NoticeLanguage.English)}, {NoticeAmounts.Format(amount, NoticeLanguage.English)}: {En(why)}",
            $"{FeeWords.Of(kind, days, NoticeLanguage.TraditionalChinese)}，{NoticeAmounts.Format(amount, NoticeLanguage.TraditionalChinese)}：{Zh(why)}"),
        FeeSettled(var fee, var amount, var why) => Entry(LedgerKind.Settlement, fee, amount, why),
        FeeWaived(var fee, var amount, var why) => Entry(LedgerKind.Waiver, fee, amount, why),
        FeeTakenOff(var fee, var amount, var why) => Entry(LedgerKind.TakenOff, fee, amount, why),
        FeePaidBack(var fee, var amount, var why) => Entry(LedgerKind.PaidBack, fee, amount, why),
        _ => (EventNames.Of(happened), EventNames.Of(happened)),
    };

    private static (string English, string Chinese) Entry(LedgerKind kind, int fee, Money amount, string why) => (
        $"Fee {fee}: {FeeWords.Of(kind, null, NoticeLanguage.English)}, {NoticeAmounts.Format(amount, NoticeLanguage.English)} ({FeeWords.Why(why, NoticeLanguage.English)})",
        $"費用 {fee}：{FeeWords.Of(kind, null, NoticeLanguage.TraditionalChinese)}，{NoticeAmounts.Format(amount, NoticeLanguage.TraditionalChinese)}（{FeeWords.Why(why, NoticeLanguage.TraditionalChinese)}）");

    private static string En(string why) => ReasonWords.Of(why, NoticeLanguage.English);

    private static string Zh(string why) => ReasonWords.Of(why, NoticeLanguage.TraditionalChinese);
}
