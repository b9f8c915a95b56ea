using System.Globalization;
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
using Hkall.Service.MyRequests;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>The sentences of <see cref="TimelineTexts"/> in Traditional Chinese; null where there is none, which a test finds.</summary>
internal static class TimelineTextsChinese
{
    public static string? Of(RequestEvent happened, PatronRequest request) => happened switch
    {
        RequestPlaced { By: Who.Staff } => "館員為您提出了申請。",
        RequestPlaced => "您提出了申請。",
        SentToReview(var why) => why == "no-library-left" ? "我們可查詢的圖書館均未能提供：館員正在尋找其他途徑。" : "館員正在處理您的申請。",
        RequestEdited => "館員已補充資料。",
        RequestApproved => "館員已代您提出申請。",
        RequestRejected => "圖書館未能接受此項申請。",
        DeclarationAwaited(_, var until) => $"我們請您於{Day(until)}或之前簽署版權聲明。",
        DeclarationReminded => "我們提醒您簽署聲明。",
        DeclarationSigned => "您簽署了版權聲明。",
        CostQuoted(var symbol, var cost, var decideBy) => $"{Name(request, symbol)}收取{Amount(cost)}；您可於{Day(decideBy)}或之前決定。",
        CostReminded => "我們提醒您有關費用的事宜。",
        CostAccepted(_, var cost, var how) => how == "borne-by-library" ? $"費用{Amount(cost)}由圖書館承擔。" : $"您接受了費用{Amount(cost)}。",
        CostDeclined(_, var cost, var why) => why == "by-patron" ? $"您不接受費用{Amount(cost)}。" : $"費用{Amount(cost)}未在限期內獲接受。",
        OfficeChosen(var office) => $"資料將送往{office}。",
        SentToOffice(var office) => $"資料正送往{office}。",
        RenewalAsked(var symbol) => $"您提出了續借，由{Name(request, symbol)}決定。",
        LoanRenewed(var dueOn, _) => $"已續借至{Day(dueOn)}。",
        RenewalNotGranted(var why) => why == "silent" ? "借出的圖書館未在限期內答覆續借：到期日不變。" : "借出的圖書館不同意續借：到期日不變。",
        SupplierAsked(var symbol, _) => $"我們向{Name(request, symbol)}提出了要求。",
        SupplierPromised(var symbol, _) => $"{Name(request, symbol)}將會提供。",
        ConditionsNamed(var symbol, _, _) => $"{Name(request, symbol)}提出了條件，由館員決定是否接受。",
        ConditionsAccepted(var symbol) => $"圖書館接受了{Name(request, symbol)}的條件。",
        ConditionsDeclined(var symbol, _) => $"圖書館不接受{Name(request, symbol)}的條件。",
        SupplierExpects(var symbol) => $"{Name(request, symbol)}預計可以提供。",
        RetryPlanned(var symbol, var on, _) => $"可於{Day(on)}再向{Name(request, symbol)}查詢。",
        RetryAsked(var symbol) => $"我們再次向{Name(request, symbol)}提出了要求。",
        SupplierPassedOver(var symbol, var why) => PassedOver(Name(request, symbol), why),
        OfferMade(_, var decideBy) => $"您允許查詢的圖書館均未能提供：我們請您於{Day(decideBy)}或之前選擇其他方法。",
        OfferReminded => "我們提醒您選擇其他方法。",
        OfferAccepted(var way) => $"您選擇了{OfferWords.Of(way, NoticeLanguage.TraditionalChinese)}。",
        OfferDeclined(var why) => why == "by-patron" ? "您沒有選擇其他方法。" : "您未在限期內選擇其他方法。",
        RequestReplaced => "已由另一項申請取代。",
        LibraryAdded(var library, _) => $"館員發現{library.Name}或可提供。",
        RotaExhausted => "沒有圖書館能夠提供，申請已結束。",
        ItemShipped(var symbol, _, _, _) => $"{Name(request, symbol)}已寄出。",
        ScanSupplied(var symbol, _, var allowed, var until) => string.Create(CultureInfo.InvariantCulture, $"{Name(request, symbol)}已提供掃描本：可於{Day(until)}或之前下載 {allowed} 次。"),
        ScanFaulted(var symbol, _, _, _) => $"掃描本不合用：我們請{Name(request, symbol)}重新提供。",
        ItemReceived(var until, var here) => here ? $"資料已到館，您可於{Day(until)}或之前在館內閱覽。" : $"資料已到館，請於{Day(until)}或之前領取。",
        PartsAnnounced(var count) => FormattableString.Invariant($"資料共有{count}件。"),
        PartReceived => "資料的其中一件已到館。",
        PartsNotComing => "其餘部分將不會送來。",
        PartReturned => "您歸還了其中一件，其餘仍由您借閱。",
        PickupReminded => "我們提醒您領取資料。",
        PickupExpired(var why) => why == "recalled" ? "借出的圖書館催還資料。" : "資料未在限期內領取。",
        ItemCheckedOut(var dueOn, _) => $"您借出了資料，到期日為{Day(dueOn)}。",
        DueReminded => "我們提醒您到期日。",
        LoanWentOverdue => "資料已逾期。",
        OverdueNoticeGiven => "我們發出了逾期通知。",
        ItemRecalled(_, var dueOn) => $"借出的圖書館催還資料；新到期日為{Day(dueOn)}。",
        ItemCheckedIn(var why) => why == "not-wanted" ? "資料已到館，並將直接送還。" : "您歸還了資料。",
        ItemSentBack => "我們已將資料送還借出的圖書館。",
        LoanCompleted => "借出的圖書館已收回資料。",
        ItemLost => "資料被報失。",
        ItemDamaged => "已記錄資料損壞。",
        FeeCharged(var kind, var amount, _, var days) => $"{FeeWords.Of(kind, days, NoticeLanguage.TraditionalChinese)}：{Amount(amount)}。",
        FeeSettled(_, var amount, _) => $"您已繳付{Amount(amount)}。",
        FeeWaived(_, var amount, _) => $"圖書館豁免了{Amount(amount)}。",
        FeeTakenOff(_, var amount, _) => $"無須再付{Amount(amount)}。",
        FeePaidBack(_, var amount, _) => $"{Amount(amount)}將退還給您。",
        FileDownloaded(var number) => string.Create(CultureInfo.InvariantCulture, $"第 {number} 次下載。"),
        DownloadReminded => "我們提醒您下載。",
        DownloadsUsedUp => "下載次數已用完。",
        DownloadWindowClosed => "下載期限已過。",
        CancelAsked(var by) => by == Who.Patron ? "您要求取消。" : "圖書館要求取消。",
        CancelRefused => "提供資料的圖書館已不能取消。",
        RequestCancelled => "申請已取消。",
        StaffChased(DeadlineKind.Arrival, _) => "資料未依時送達，圖書館正在查詢。",
        _ => null,
    };

    private static string Day(DateOnly date) => StatusTextsChinese.Day(date);

    private static string Amount(Money money) => StatusTextsChinese.Amount(money);

    private static string PassedOver(string library, string why) => why switch
    {
        "conditions-declined" => $"{library}只願有條件提供。",
        "charge-declined" => $"{library}需要收費。",
        "silent" => $"{library}未有依時答覆。",
        "promise-not-kept" => $"{library}未有依時寄出。",
        "lost-in-transit" => $"{library}寄出的資料未有送達。",
        "another-library-supplied" => $"另一所圖書館比{library}更早提供。",
        _ => $"{library}未能提供。",
    };

    private static string Name(PatronRequest request, string symbol) => request.Rota.FirstOrDefault(entry => entry.Symbol == symbol)?.Name ?? symbol;
}
