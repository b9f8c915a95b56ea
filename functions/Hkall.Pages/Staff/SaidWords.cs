using Hkall.Service.Notices;

namespace Hkall.Pages.Staff;

/// <summary>The text for a library's message; an unknown message is shown as it is.</summary>
public static class SaidWords
{
    private static readonly Dictionary<string, (string English, string Chinese)> Words = new()
    {
        ["acknowledged"] = ("we have your request", "已收到要求"),
        ["expect-to-supply"] = ("we expect to supply it", "預計可以提供"),
        ["will-supply"] = ("we will supply it", "將會提供"),
        ["retry-possible"] = ("ask again later", "可稍後再查詢"),
        ["hold-return"] = ("please keep it for now", "請暫勿寄回"),
        ["release-hold-return"] = ("please return it now", "現可寄回"),
        ["note"] = ("a note", "備註"),
        ["copy-ready"] = ("the scan is ready", "掃描檔已備妥"),
        ["scan-arrived"] = ("here is the scan", "已送出掃描檔"),
        ["shipped"] = ("it is on its way", "已寄出"),
        ["unfilled"] = ("we cannot supply it", "未能提供"),
        ["conditional"] = ("on conditions, or for a charge", "須符合條件或收費"),
        ["scan-unreachable"] = ("the scan could not be fetched", "未能下載掃描檔"),
        ["renewed"] = ("it is renewed", "已續借"),
        ["renewal-declined"] = ("it cannot be renewed", "不可續借"),
        ["recalled"] = ("we need it back", "催還"),
        ["cancelled"] = ("it is cancelled", "已取消"),
        ["cancel-declined"] = ("it can no longer be cancelled", "未能取消"),
        ["completed"] = ("we have it back", "已收回"),
        ["lost"] = ("it is lost", "已遺失"),
        ["overdue"] = ("it is overdue", "已逾期"),
    };

    public static string Of(string said, NoticeLanguage language) => !Words.TryGetValue(said, out var words) ? said : language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };
}
