namespace Hkall.Service.Notices;

/// <summary>The texts of a calendar entry: a short line, and what the patron has to do.</summary>
internal static class CalendarWords
{
    public static (string Summary, string What) PickUp(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => ("Pick up library item", "Last day to pick up the item at the Service Counter, until closing time."),
        NoticeLanguage.TraditionalChinese => ("領取圖書館資料", "到服務櫃檯領取資料的最後一天，閉館前有效。"),
    };

    public static (string Summary, string What) Consult(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => ("Consult library item in the Library", "Last day to consult the item in the Library, until closing time."),
        NoticeLanguage.TraditionalChinese => ("到圖書館閱覽資料", "在館內閱覽資料的最後一天，至閉館為止。"),
    };

    public static (string Summary, string What) Return(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => ("Return library item", "Please return the item to the Service Counter by closing time; this day still counts as in time."),
        NoticeLanguage.TraditionalChinese => ("歸還圖書館資料", "請於閉館前將資料歸還服務櫃檯；當天歸還不算逾期。"),
    };

    public static string MyRequests(NoticeLanguage language) => (language switch
    {
        NoticeLanguage.English => "This request in My Requests",
        NoticeLanguage.TraditionalChinese => "在「我的申請」查閱此項申請",
    }) + language.Colon();
}
