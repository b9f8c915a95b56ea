using Hkall.Domain;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>What has just been done, for the page after a form. The code comes from the address; an unknown code shows no message.</summary>
internal static class DoneWords
{
    public static string? Of(string? word, PatronRequest request, NoticeLanguage language)
    {
        (string English, string Chinese)? said = word switch
        {
            "placed" => ("Your request has been placed. You get a mail at every step.", "您的申請已提交，每個步驟均會以電郵通知您。"),
            "cancelled" when request.Status == RequestStatus.Cancelled => ("Your request is cancelled.", "您的申請已取消。"),
            "cancelled" => ("We have asked for it to be cancelled.", "我們已提出取消。"),
            "renewal-asked" => ("The lending library has been asked for a renewal. It answers by mail.", "已向借出的圖書館提出續借，結果將以電郵通知。"),
            "declared" => ("Thank you. The declaration is signed, and the request is on its way.", "多謝。聲明已簽署，申請正在處理。"),
            "decided" => ("Thank you. Your decision is recorded.", "多謝。您的決定已記錄。"),
            "office-chosen" => ($"It will be brought to {request.Office}.", $"資料將送往{request.Office}。"),
            "scan-reported" => ("Thank you. The library is asked for a better scan; you get a mail when it is here.", "多謝。我們已請該圖書館重新提供掃描本，備妥後以電郵通知您。"),
            _ => null,
        };
        return said is null ? null : language switch
        {
            NoticeLanguage.English => said.Value.English,
            NoticeLanguage.TraditionalChinese => said.Value.Chinese,
        };
    }
}
