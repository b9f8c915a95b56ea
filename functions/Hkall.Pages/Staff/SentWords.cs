using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>The text for a sent effect: a mail by its subject, a message to a library by its action.</summary>
public static class SentWords
{
    public static string Of(Effect effect, NoticeLanguage language) => effect switch
    {
        SendNotice mail => NoticeWords.Of(mail.Notice, language),
        MessageSupplier said => Of(said.Word, language),
        _ => effect.Kind,
    };

    private static string Of(RequestingAction word, NoticeLanguage language)
    {
        var (english, chinese) = word switch
        {
            RequestingAction.Request => ("We ask for it", "提出要求"),
            RequestingAction.Cancel => ("We cancel", "取消要求"),
            RequestingAction.AcceptCost => ("We accept the charge", "接受收費"),
            RequestingAction.Resupply => ("Please supply the scan again", "請重新提供掃描檔"),
            RequestingAction.AcceptCondition => ("We accept the condition", "接受條件"),
            RequestingAction.Retry => ("We ask again", "再次提出要求"),
            RequestingAction.Reminder => ("Have you seen our request?", "提醒對方回覆"),
            RequestingAction.AskStatus => ("Where does it stand?", "查詢狀況"),
            RequestingAction.Received => ("We have it", "已收到"),
            RequestingAction.Renew => ("May it be renewed?", "要求續借"),
            RequestingAction.Returned => ("It is on its way back", "已寄回"),
            RequestingAction.Lost => ("It is lost", "報失"),
            RequestingAction.Damaged => ("It is damaged", "已損毀"),
            RequestingAction.PartsMissing => ("Parts of it did not come", "部分未有送到"),
        };
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }
}
