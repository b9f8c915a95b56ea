using Hkall.Requests.Escalating;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Requests;

/// <summary>The ways of going on when nobody is left to ask.</summary>
public static class OfferWords
{
    public static string Of(Way way, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => way switch
        {
            Way.Hkall => "Ask the libraries of HKALL",
            Way.Local => "Ask other libraries in Hong Kong",
            Way.Overseas => "Ask libraries overseas",
            Way.Loan => "Borrow the whole item instead",
            Way.Copy => "Have a copy of a part instead",
        },
        NoticeLanguage.TraditionalChinese => way switch
        {
            Way.Hkall => "向 HKALL 成員館查詢",
            Way.Local => "向本地其他圖書館查詢",
            Way.Overseas => "向海外圖書館查詢",
            Way.Loan => "改為借閱整本資料",
            Way.Copy => "改為複製部分內容",
        },
    };
}
