using Hkall.Domain;
using Hkall.Domain.Calendar;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>The next step of a request, its date, and whether the patron has to take it.</summary>
public sealed record NextStep(string Text, bool IsYours)
{
    /// <returns>Null where the request is closed.</returns>
    public static NextStep? Of(PatronRequest request, NoticeLanguage language)
    {
        if (request.Deadline is not { } deadline)
        {
            return null;
        }

        // An instant that ends a day is the start of the next one; people name the day that ends.
        var by = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(deadline.At.AddTicks(-1), LibraryCalendar.HongKong).DateTime);
        var (english, chinese) = Both(request, deadline.For, by);
        return new NextStep(
            language switch
            {
                NoticeLanguage.English => english,
                NoticeLanguage.TraditionalChinese => chinese,
            },
            deadline.For.ResponsibleParty() == ResponsibleParty.Patron);
    }

    /// <summary>The text for a deadline that has none of its own; a test finds such deadlines.</summary>
    internal static (string English, string Chinese) Otherwise(DateOnly by) => (
        $"The next step is taken by {NoticeDates.Format(by, NoticeLanguage.English)}.",
        $"下一步將於{NoticeDates.Format(by, NoticeLanguage.TraditionalChinese)}或之前進行。");

    private static (string English, string Chinese) Both(PatronRequest request, DeadlineKind kind, DateOnly by)
    {
        var library = request.Supplier?.Name;
        string En(DateOnly? date) => NoticeDates.Format(date ?? by, NoticeLanguage.English);
        string Zh(DateOnly? date) => NoticeDates.Format(date ?? by, NoticeLanguage.TraditionalChinese);
        string Who(string otherwise) => library ?? otherwise;
        return Names.Of(kind) switch
        {
            "review" => (
                $"Library staff check the details and send the request on its way, usually by {En(by)}.",
                $"館員會核對資料並代您提出申請，一般在{Zh(by)}或之前完成。"),
            "declaration-reminder" or "declaration" => (
                $"Please sign the declaration by {En(request.Declaring?.Until)}. No library is asked before you do; if it stays unsigned, the request is cancelled.",
                $"請於{Zh(request.Declaring?.Until)}或之前簽署聲明。在您簽署前，我們不會向任何圖書館提出要求；逾期未簽，申請將會取消。"),
            "cost-reminder" or "cost-decision" => (
                $"Please accept or decline the charge by {En(request.Quote?.DecideBy)}. Nothing is ordered before you accept; without an answer we ask a library that charges nothing, if there is one.",
                $"請於{Zh(request.Quote?.DecideBy)}或之前決定是否接受費用。在您接受前不會訂購；如沒有回覆，我們會改向不收費的圖書館查詢（如有）。"),
            "supplier-reply" => (
                $"{Who("The library")} answers by {En(by)}. If it does not, or cannot help, we ask the next library.",
                $"{Who("該圖書館")}會於{Zh(by)}或之前回覆。如未有回覆或未能提供，我們會轉向下一所圖書館查詢。"),
            "shipment" => (
                $"{Who("The library")} sends the item by {En(by)}. If it does not, we ask the next library.",
                $"{Who("該圖書館")}會於{Zh(by)}或之前寄出資料，否則我們會轉向下一所圖書館查詢。"),
            "scan" => (
                $"{Who("The library")} sends the scan by {En(by)}, and you get a mail with the link. If it does not, we ask the next library.",
                $"{Who("該圖書館")}會於{Zh(by)}或之前提供掃描本，屆時您會收到附連結的電郵；否則我們會轉向下一所圖書館查詢。"),
            "cancel-answer" => (
                $"{Who("The library")} tells us by {En(by)} whether it could still cancel.",
                $"{Who("該圖書館")}會於{Zh(by)}或之前告知能否取消。"),
            "arrival" => (
                $"The parcel comes to the Library, and you get a mail. If it is not here by {En(by)}, library staff look for it.",
                $"包裹運抵本館後，您會收到電郵。如{Zh(by)}仍未送達，館員會跟進查詢。"),
            "office-delivery" => (
                $"The Library brings it to {request.Office} by {En(by)}.",
                $"圖書館會於{Zh(by)}或之前送達{request.Office}。"),
            "pickup-reminder" or "pickup-expiry" => request.Status == RequestStatus.LibraryUse
                ? ($"Ask for it at the Service Counter and use it in the Library until {En(request.Shelf?.Until)}. Then it goes back.",
                   $"請到服務櫃檯索取，並於{Zh(request.Shelf?.Until)}或之前在館內閱覽；其後資料將送還。")
                : ($"Please pick it up at the Service Counter by {En(request.Shelf?.Until)}. Then it goes back to its library.",
                   $"請於{Zh(request.Shelf?.Until)}或之前到服務櫃檯領取，逾期將送還借出的圖書館。"),
            "due-reminder" or "due-date" => (
                $"Please return it to the Service Counter by {En(request.Loan?.DueOn)}; on that day it is still in time.",
                $"請於{Zh(request.Loan?.DueOn)}或之前歸還服務櫃檯；當天歸還不算逾期。"),
            "renewal-answer" => (
                $"{Who("The lending library")} answers your renewal by {En(by)}. Until it agrees, the due date stays: {En(request.Loan?.DueOn)}.",
                $"{Who("借出的圖書館")}會於{Zh(by)}或之前回覆您的續借要求。獲同意前，到期日仍為{Zh(request.Loan?.DueOn)}。"),
            "overdue-notice" => (
                "Please return it to the Service Counter now.",
                "請立即歸還服務櫃檯。"),
            "sending-back" => (
                "The Library sends it back. There is nothing for you to do.",
                "圖書館會將資料送還，您毋須辦理任何手續。"),
            "lender-receipt" => (
                "It is on its way back to its library. There is nothing for you to do.",
                "資料正送還借出的圖書館，您毋須辦理任何手續。"),
            "download-reminder" or "download-window" => (
                $"Please download it by {En(request.Download?.Until)}: {request.Download?.Remaining ?? 0} of {request.Download?.Allowed ?? 0} downloads are left.",
                $"請於{Zh(request.Download?.Until)}或之前下載，尚餘 {request.Download?.Remaining ?? 0} 次（共 {request.Download?.Allowed ?? 0} 次）。"),
            "retry" => (
                $"{Who("The library")} has asked us to ask again later; we do so by {En(by)}.",
                $"{Who("該圖書館")}請我們稍後再查詢；我們會於{Zh(by)}或之前再次提出。"),
            "conditions" => (
                $"{Who("The library")} would supply it on conditions; Library staff decide on them by {En(by)}.",
                $"{Who("該圖書館")}提出了條件，館員會於{Zh(by)}或之前決定是否接受。"),
            "further-search" => (
                $"Library staff look for another way to get it, by {En(by)}.",
                $"館員會於{Zh(by)}或之前設法以其他途徑取得。"),
            "offer-reminder" or "offer-decision" => (
                $"Please say by {En(by)} whether you want it the way we offer.",
                $"請於{Zh(by)}或之前決定是否接受我們建議的取得方法。"),
            _ => Otherwise(by),
        };
    }
}
