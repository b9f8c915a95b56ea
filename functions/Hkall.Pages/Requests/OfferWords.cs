using Hkall.Domain.Escalating;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>The alternatives when no library is left to ask.</summary>
public static class OfferWords
{
    public static string Of(Alternative way, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => way switch
        {
            Alternative.Hkall => "Ask the libraries of HKALL",
            Alternative.Local => "Ask other libraries in Hong Kong",
            Alternative.Overseas => "Ask libraries overseas",
            Alternative.Loan => "Borrow the whole item instead",
            Alternative.Copy => "Have a copy of a part instead",
        },
        NoticeLanguage.TraditionalChinese => way switch
        {
            Alternative.Hkall => "向 HKALL 成員館查詢",
            Alternative.Local => "向本地其他圖書館查詢",
            Alternative.Overseas => "向海外圖書館查詢",
            Alternative.Loan => "改為借閱整本資料",
            Alternative.Copy => "改為複製部分內容",
        },
    };
}
