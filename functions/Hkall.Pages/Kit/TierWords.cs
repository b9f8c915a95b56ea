using Hkall.Domain.Placing;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>How far a request reaches, as the service's page names the tiers.</summary>
public static class TierWords
{
    public static string Of(Tier tier, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => tier switch
        {
            Tier.Hkall => "HKALL libraries",
            Tier.Local => "other libraries in Hong Kong",
            Tier.Overseas => "overseas libraries",
        },
        NoticeLanguage.TraditionalChinese => tier switch
        {
            Tier.Hkall => "HKALL 成員館",
            Tier.Local => "本地其他圖書館",
            Tier.Overseas => "海外圖書館",
        },
    };
}
