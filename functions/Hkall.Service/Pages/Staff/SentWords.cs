using Hkall.Requests;
using Hkall.Service.Notices;
using Hkall.Service.Pages.Kit;

namespace Hkall.Service.Pages.Staff;

/// <summary>What was sent: a mail by what it is about, a word to a library by what it asks or tells.</summary>
public static class SentWords
{
    public static string Of(Effect effect, NoticeLanguage language) => effect switch
    {
        TellPatron mail => NoticeWords.Of(mail.Notice, language),
        TellSupplier said => Of(said.Word, language),
        _ => effect.Kind,
    };

    private static string Of(Word word, NoticeLanguage language)
    {
        var (english, chinese) = word switch
        {
            Word.Request => ("We ask for it", "提出要求"),
            Word.Cancel => ("We cancel", "取消要求"),
            Word.AcceptCost => ("We accept the charge", "接受收費"),
            Word.Resupply => ("Please supply the scan again", "請重新提供掃描檔"),
            Word.AcceptCondition => ("We accept the condition", "接受條件"),
            Word.Retry => ("We ask again", "再次提出要求"),
            Word.Reminder => ("Have you seen our request?", "提醒對方回覆"),
            Word.AskStatus => ("Where does it stand?", "查詢狀況"),
            Word.Received => ("We have it", "已收到"),
            Word.Renew => ("May it be renewed?", "要求續借"),
            Word.Returned => ("It is on its way back", "已寄回"),
            Word.Lost => ("It is lost", "報失"),
            Word.Damaged => ("It is damaged", "已損毀"),
            Word.PartsMissing => ("Parts of it did not come", "部分未有送到"),
        };
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }
}
