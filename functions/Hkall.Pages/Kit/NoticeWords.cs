using Hkall.Domain;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>What each mail to a patron is about.</summary>
public static class NoticeWords
{
    public static string Of(Notice notice, NoticeLanguage language)
    {
        var (english, chinese) = Both(notice);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    private static (string English, string Chinese) Both(Notice notice) => notice switch
    {
        Notice.RequestPlaced => ("Your request was placed", "已收到申請"),
        Notice.InReview => ("Library staff look at the request", "館員正在處理申請"),
        Notice.Rejected => ("The Library could not take the request", "圖書館未能接受申請"),
        Notice.DeclarationNeeded => ("A declaration is to be signed", "須簽署聲明"),
        Notice.DeclarationReminder => ("Reminder of the declaration", "提醒簽署聲明"),
        Notice.CostDecision => ("A charge is to be decided", "須決定是否接受費用"),
        Notice.CostReminder => ("Reminder of the charge", "提醒決定費用"),
        Notice.CostLapsed => ("The charge was not accepted in time", "費用未在限期內獲接受"),
        Notice.OfferDecision => ("Another way is offered", "建議以其他方法取得"),
        Notice.OfferReminder => ("Reminder of the offer", "提醒答覆建議"),
        Notice.ItemExpected => ("A library will supply it", "有圖書館將會提供"),
        Notice.Delayed => ("It takes longer than told", "較預期延遲"),
        Notice.ReadyForPickup => ("Ready to pick up", "可供領取"),
        Notice.OutForDelivery => ("On its way to your office", "正送往辦公室"),
        Notice.PickupReminder => ("Reminder to pick it up", "提醒領取"),
        Notice.PickupExpired => ("Not picked up in time", "逾期未領取"),
        Notice.CheckedOut => ("Checked out", "已借出"),
        Notice.DueSoon => ("Reminder before the due date", "到期前提醒"),
        Notice.Renewed => ("Renewed", "已續借"),
        Notice.RenewalDeclined => ("The renewal was not granted", "續借不獲批准"),
        Notice.Overdue => ("Overdue", "逾期"),
        Notice.Recalled => ("Recalled", "催還"),
        Notice.Returned => ("Returned", "已歸還"),
        Notice.Lost => ("Declared lost", "報失"),
        Notice.FeeSettled => ("A fee was paid", "已繳付費用"),
        Notice.FeeWaived => ("The Library does without a fee", "圖書館豁免費用"),
        Notice.ReadyToDownload => ("Ready to download", "可供下載"),
        Notice.ScanFaulted => ("The scan is supplied again", "掃描本將重新提供"),
        Notice.DownloadReminder => ("Reminder to download", "提醒下載"),
        Notice.Unfilled => ("No library could supply it", "沒有圖書館能夠提供"),
        Notice.Cancelled => ("Cancelled", "已取消"),
        Notice.CancelRefused => ("It could not be cancelled", "未能取消"),
    };
}
