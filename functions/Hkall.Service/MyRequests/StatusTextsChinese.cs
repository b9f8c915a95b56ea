using System.Globalization;
using Hkall.Domain;
using Hkall.Domain.Charging;
using Hkall.Service.Notices;

namespace Hkall.Service.MyRequests;

/// <summary>The sentences of <see cref="StatusTexts"/> in Traditional Chinese.</summary>
internal static class StatusTextsChinese
{
    public static string Of(PatronRequest request) => request.Status switch
    {
        RequestStatus.InReview => request switch
        {
            { Offer: { } offer } => $"您允許查詢的圖書館均未能提供。請於{Day(offer.DecideBy)}或之前選擇其他方法。",
            { Deadline.For: DeadlineKind.FurtherSearch } => "我們可查詢的圖書館均未能提供，館員正在尋找其他途徑。",
            _ => "館員正在處理您的申請。",
        },
        RequestStatus.AwaitingDeclaration => $"請於{Day(request.Declaring?.Until)}或之前簽署版權聲明。",
        RequestStatus.AwaitingCostDecision => $"{Library(request)}收取{Amount(request.Quote?.Cost)}。請於{Day(request.Quote?.DecideBy)}或之前決定是否接受。",
        RequestStatus.OutForDelivery => $"資料正送往{request.Office}。",
        RequestStatus.Sourcing => $"我們已向{Library(request)}提出要求。",
        RequestStatus.Expected => $"{Library(request)}將會提供資料{Usually(request)}。",
        RequestStatus.Cancelling => $"我們已請{Library(request)}取消。",
        RequestStatus.InTransit => request.Unwanted ? "資料正運往本館，到館後將會送還。" : request.Parts is { Here.Count: > 0 } parts ? FormattableString.Invariant($"共{parts.Announced}件，其中{parts.Here.Count}件已到館，其餘正運往本館。") : "資料正運往本館。",
        RequestStatus.ReadyForPickup => $"請於{Day(request.Shelf?.Until)}或之前到服務櫃檯領取。",
        RequestStatus.LibraryUse => $"您可於{Day(request.Shelf?.Until)}或之前在館內閱覽；資料不可外借。",
        RequestStatus.OnLoan => $"您可借閱至{Day(request.Loan?.DueOn)}。",
        RequestStatus.Overdue => $"資料已於{Day(request.Loan?.DueOn)}到期，請立即歸還。",
        RequestStatus.Recalled => $"借出的圖書館催還資料。請立即歸還，最遲不得超過{Day(request.Loan?.DueOn)}。",
        RequestStatus.Returning => "資料正送還借出的圖書館。",
        RequestStatus.ReadyToDownload => string.Create(CultureInfo.InvariantCulture, $"您可於{Day(request.Download?.Until)}或之前下載，尚餘 {request.Download?.Remaining ?? 0} 次。"),
        RequestStatus.Completed => request.ClosedWhy switch
        {
            "downloads-used-up" => "下載次數已用完。",
            "download-window-closed" => "下載期限已過。",
            _ => "借出的圖書館已收回資料。",
        },
        RequestStatus.Cancelled => request.ClosedWhy switch
        {
            "no-declaration" => "因未在限期內簽署聲明，申請已取消。",
            "replaced" => "您選擇了其他方法：已由另一項申請取代。",
            _ => "申請已取消。",
        },
        RequestStatus.Unfilled => "沒有圖書館能夠提供此項資料。館員樂意協助。",
        RequestStatus.Lost => "資料已遺失。",
    };

    public static string Day(DateOnly? date) => date is { } day ? NoticeDates.Format(day, NoticeLanguage.TraditionalChinese) : "待定日期";

    public static string Amount(Money? money) => money is null ? "費用" : NoticeAmounts.Format(money, NoticeLanguage.TraditionalChinese);

    private static string Library(PatronRequest request) => request.Supplier?.Name ?? "某圖書館";

    private static string Usually(PatronRequest request) => request.Estimate is { } estimate
        ? $"，一般在{Day(estimate.Earliest)}至{Day(estimate.Latest)}之間"
        : string.Empty;
}
