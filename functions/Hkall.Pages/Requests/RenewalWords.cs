using Hkall.Domain;
using Hkall.Domain.Renewing;
using Hkall.Pages.Kit;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>Until when a loan can be renewed, or why it cannot.</summary>
public static class RenewalWords
{
    public static string Of(Renewability renewal, PatronRequest request, NoticeLanguage language)
    {
        var (english, chinese) = Both(renewal, request);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    private static (string English, string Chinese) Both(Renewability renewal, PatronRequest request)
    {
        var by = renewal.By is { } last ? (En: NoticeDates.Format(last, NoticeLanguage.English), Zh: NoticeDates.Format(last, NoticeLanguage.TraditionalChinese)) : (En: "", Zh: "");
        if (renewal.Possible)
        {
            return request.Loan is { RenewalAsked: true }
                ? ("You have asked; the lending library decides.", "您已提出續借，由借出的圖書館決定。")
                : ($"Until {by.En}. The lending library decides.", $"可於{by.Zh}或之前提出，由借出的圖書館決定。");
        }

        return renewal.Refusal switch
        {
            Refusal.LibraryUseOnly => ("No: its library does not let it out.", "不可續借：借出的圖書館不准外借。"),
            Refusal.AlreadyRecalled => ("No: its library has recalled it.", "不可續借：借出的圖書館已催還。"),
            Refusal.RenewalLimit => ("No: it has been renewed as often as allowed.", "不可續借：已達續借次數上限。"),
            Refusal.PastRenewalDeadline when request.Status == RequestStatus.Overdue => ("No: it is overdue.", "不可續借：已逾期。"),
            Refusal.PastRenewalDeadline => ($"No longer: it could be asked for until {by.En}, three working days before the due date.", $"已過限期：須於到期日三個工作天前（即{by.Zh}或之前）提出。"),
            Refusal.Blocked => ($"Not now. {renewal.Why}", $"目前不可續借：{RefusalWords.Of(Refusal.Blocked, renewal.Why, NoticeLanguage.TraditionalChinese)}"),
            _ when request.Loan is { RenewalRefused: true } => ("No: the lending library has not agreed.", "不可續借：借出的圖書館不同意。"),
            _ => (renewal.Why, "目前不可續借。"),
        };
    }
}
