using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>The reasons why a message was parked.</summary>
public static class ParkedWords
{
    public static string Of(string why, NoticeLanguage language)
    {
        var (english, chinese) = why switch
        {
            "unknown-request" => ("It is about a request we do not know", "涉及的申請不存在"),
            "not-asked" => ("Its library was never asked", "從未詢問該圖書館"),
            "not-the-borrower" => ("It is about a request of another library", "涉及另一圖書館的申請"),
            "unknown-library" => ("Its library is not in the directory", "名錄中沒有該圖書館"),
            "inactive-library" => ("Its library is not active in the directory", "該圖書館在名錄中已停用"),
            "malformed" => ("It cannot be read", "訊息無法讀取"),
            "refused" => ("Our system could not take what it says", "系統不接受訊息內容"),
            "failed" => ("Taking it in failed, again and again", "多次處理失敗"),
            "history-full" => ("The request’s history is full", "申請紀錄已滿"),
            _ => (why, why),
        };
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    /// <summary>What to do before retrying or dismissing the message.</summary>
    public static string? Help(string why, NoticeLanguage language)
    {
        (string English, string Chinese)? help = why switch
        {
            "unknown-library" or "inactive-library" => ("Add the library to the directory or set it active, then try again.", "請先在名錄新增或啟用該圖書館，然後重試。"),
            "failed" => ("Try again once what failed works again.", "待故障排除後重試。"),
            "unknown-request" or "not-asked" or "not-the-borrower" => ("Ask the library what it meant; if nothing came of it, dismiss it.", "請向該圖書館查詢；如無需處理，可移除訊息。"),
            "malformed" or "refused" => ("Its library’s system sent something else than was agreed; tell the library.", "對方系統的訊息格式不符，請通知該圖書館。"),
            "history-full" => ("Write to the library; the request can take no more messages.", "請直接聯絡該圖書館；此項申請不能再接收訊息。"),
            _ => null,
        };
        return help is null ? null : language switch
        {
            NoticeLanguage.English => help.Value.English,
            NoticeLanguage.TraditionalChinese => help.Value.Chinese,
        };
    }
}
