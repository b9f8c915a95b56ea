using Hkall.Service.Notices;

namespace Hkall.Pages.Account;

/// <summary>The kinds of data we hold about a patron: what each is, and what it is needed for.</summary>
public static class HeldWords
{
    public static (string What, string For) Of(string kind, NoticeLanguage language)
    {
        var (what, whatFor, chinese, chineseFor) = All(kind);
        return language switch
        {
            NoticeLanguage.English => (what, whatFor),
            NoticeLanguage.TraditionalChinese => (chinese, chineseFor),
        };
    }

    /// <summary>The most personal kinds come first.</summary>
    public static int PlaceOf(string kind) => Array.IndexOf(Order, kind) is >= 0 and var place ? place : Order.Length;

    private static readonly string[] Order = ["person", "preferences", "request", "journal", "signature", "waiting-mail", "own-account", "account", "idempotency-key"];

    private static (string, string, string, string) All(string kind) => kind switch
    {
        "person" => ("Name, mail address, language, user group", "to write to you, and to place a request for you at the desk", "姓名、電郵地址、語言及用戶類別", "用以向您發信，以及由館員代您提出申請"),
        "preferences" => ("Your choices about mails and history", "to keep to them", "您對電郵及借閱紀錄的選擇", "用以按您的選擇行事"),
        "account" => ("How many requests you have placed", "so that two at once do not pass the quota", "您提出申請的次數", "用以防止同時提出的申請超出限額"),
        "own-account" => ("How many items of the Library’s own you have", "to count the quota while the Library’s system does not answer", "您在本館借閱的數目", "在圖書館系統未能回應時計算限額"),
        "request" => ("Your requests as they stand", "to supply them", "您的申請及其現況", "用以提供資料"),
        "journal" => ("What happened to your requests, step by step", "to say what was done when, and by whom", "您的申請的逐步紀錄", "用以說明何時由誰作過何種處理"),
        "idempotency-key" => ("Numbers of forms that were sent", "so that a form sent twice is one request", "已提交表格的編號", "用以避免重複提交的表格變成兩項申請"),
        "signature" => ("The name with which you signed a declaration", "to show that you declared, as the law asks", "您簽署聲明所用的姓名", "按法例要求證明您曾作聲明"),
        "waiting-mail" => ("Mails that wait to be sent", "to send them at a decent hour", "等候發出的電郵", "用以在適當時間發出"),
        _ => ("Other", "", "其他", ""),
    };
}
