using Hkall.Domain;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>Reasons for a refusal in Chinese. The rules' own sentence is in English and has more detail.</summary>
public static class RefusalWords
{
    /// <summary>By the codes of the HTTP contract; a test finds missing ones.</summary>
    private static readonly Dictionary<string, string> Chinese = new()
    {
        ["invalid-item"] = "資料的描述有誤。",
        ["not-eligible"] = "您的用戶類別不可使用此項服務。",
        ["quota-reached"] = "您的申請數目已達上限。",
        ["duplicate-request"] = "您已申請同一項資料。",
        ["held-here"] = "本館有藏此項資料：可在網上使用或到館借閱。",
        ["copyright-limit"] = "所需部分超出版權法例容許複製的範圍。您可改為申請借閱整本資料。",
        ["declaration-required"] = "必須確認聲明的全部三項並簽署姓名，方可提供複製本。",
        ["not-office-eligible"] = "送件到辦公室的服務只供教職員使用。",
        ["nothing-to-decide"] = "目前沒有需要決定的費用。",
        ["nothing-to-declare"] = "目前沒有需要簽署的聲明。",
        ["not-in-review"] = "此項申請並非由館員處理中。",
        ["too-late"] = "已經太遲，不能再作此更改。",
        ["no-downloads-left"] = "下載次數已用完。",
        ["window-closed"] = "下載期限已過。",
        ["no-file"] = "沒有可供下載的檔案。",
        ["not-expected"] = "此項資料並非預期送達。",
        ["not-on-shelf"] = "此項資料不在預約架上。",
        ["library-use-only"] = "借出的圖書館不准外借此項資料。",
        ["not-renewable"] = "此項資料不可續借。",
        ["past-renewal-deadline"] = "已過續借限期。",
        ["already-recalled"] = "借出的圖書館已催還此項資料，不可續借。",
        ["renewal-limit"] = "已達續借次數上限。",
        ["not-with-patron"] = "此項資料不在讀者手上。",
        ["nothing-to-send-back"] = "沒有需要送還的資料。",
        ["no-supplier-asked"] = "目前未向任何圖書館提出要求。",
        ["nothing-to-lose"] = "目前沒有可報失的資料。",
        ["not-a-copy"] = "此項申請並非複製申請。",
        ["already-closed"] = "此項申請已經結束。",
        ["already-asked"] = "已經向此圖書館查詢。",
        ["rota-full"] = "查詢名單已滿，不能再加入圖書館。",
        ["not-offered"] = "目前沒有可供您決定的建議。",
        ["nobody-to-ask"] = "沒有其他圖書館可查詢。",
        ["blocked"] = "您的圖書館帳戶目前被暫停使用，請向服務櫃檯查詢。",
        ["account-unknown"] = "暫時未能查核您的圖書館帳戶，請稍後再試。",
        ["no-such-fee"] = "沒有此項費用。",
        ["nothing-owed"] = "沒有尚未繳付的費用。",
        ["wrong-amount"] = "金額有誤。",
        ["price-changed"] = "費用已更改，請再次決定。",
        ["resupply-limit"] = "掃描本已重新提供多次，請向館員查詢。",
        ["already-promised"] = "已經答允提供。",
        ["not-promised"] = "尚未答允提供。",
        ["compliance-required"] = "必須先確認符合條件。",
        ["not-a-loan"] = "此項申請並非借閱申請。",
        ["barcode-required"] = "需要資料的條碼。",
        ["cancel-to-answer"] = "須先回覆對方的取消要求。",
        ["not-lent"] = "此項資料並未借出。",
        ["no-renewal-asked"] = "沒有待回覆的續借要求。",
        ["no-cancel-asked"] = "沒有待回覆的取消要求。",
        ["nothing-to-take-back"] = "沒有可收回的資料。",
    };

    /// <returns>The text for a refusal with that code; null where the code is not that of a refusal.</returns>
    public static string? Find(string code, string why, NoticeLanguage language) =>
        !Chinese.TryGetValue(code, out var chinese) ? null : language switch
        {
            NoticeLanguage.English => why,
            NoticeLanguage.TraditionalChinese => chinese,
        };

    public static string Of(Refusal refusal, string why, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => why,
        NoticeLanguage.TraditionalChinese => Chinese.GetValueOrDefault(Names.Of(refusal), why),
    };
}
