using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>The text of an error page, by the response's status and code.</summary>
internal static class ErrorTexts
{
    public static (string Title, string What) Of(int status, string code, NoticeLanguage language)
    {
        var (english, chinese) = Both(status, code);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    private static ((string, string) English, (string, string) Chinese) Both(int status, string code) => (status, code) switch
    {
        (_, "form-expired") => (
            ("Please send it again", "This page had been open for too long, or your session had ended. Nothing was done. Please go back, reload the page and send it again."),
            ("請重新提交", "此頁面開啟時間過長，或您的登入時段已結束，因此未有處理您提交的內容。請返回並重新載入頁面，然後再次提交。")),
        (_, "sign-in-failed") => (
            ("Signing in did not work", "The University's sign-in did not let you in, or it took too long. Please try again."),
            ("未能登入", "大學的統一登入系統未能確認您的身分，或登入時間過長。請再試一次。")),
        (403, _) => (
            ("This page is for members of staff", "You are signed in as somebody who may not see it."),
            ("此頁面只供館員使用", "您目前的帳戶無權查閱此頁面。")),
        (404, _) => (
            ("There is no such page", "The address is wrong, or what it led to is no longer there."),
            ("找不到此頁面", "網址有誤，或有關內容已不存在。")),
        (405, _) => (
            ("There is no such page", "This address takes something else than was sent."),
            ("找不到此頁面", "此網址不接受所提交的內容。")),
        (409, _) => (
            ("Not as things stand", "The request has changed since the page was shown, or this cannot be done with it now."),
            ("目前無法辦理", "此項申請的狀況已有變更，或目前不可作此操作。")),
        (410, _) => (
            ("No longer available", "The time for downloading it is over, or all its downloads have been used."),
            ("已不能下載", "下載期限已過，或下載次數已用完。")),
        (413, _) => (
            ("Too large", "What was sent is larger than can be taken here."),
            ("內容過大", "提交的內容超出上限。")),
        (503, _) => (
            ("Just a moment, please", "The records cannot be reached at this moment. Nothing was changed that was not confirmed to you. Please try again shortly."),
            ("請稍候", "暫時未能連接紀錄系統。凡未經確認的變更均未有執行。請稍後再試。")),
        ( >= 500, _) => (
            ("Something went wrong", "The fault is on our side and has been recorded. Please try again; if it happens again, please tell the Library."),
            ("發生錯誤", "系統出現問題，我們已記錄在案。請再試一次；如問題持續，請通知圖書館。")),
        _ => (
            ("This could not be taken", "Something in what was sent is not right."),
            ("未能處理", "提交的內容有誤。")),
    };
}
