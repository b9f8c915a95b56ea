using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>Amounts of money as the Library writes them. A foreign currency keeps its code: a sign could mean several.</summary>
internal static class NoticeAmounts
{
    public static string Format(Money money, NoticeLanguage language) => (language, money.Currency) switch
    {
        (NoticeLanguage.TraditionalChinese, "HKD") => $"港幣{Currencies.Figures(money, grouped: true)}元",
        (NoticeLanguage.SimplifiedChinese, "HKD") => $"港币{Currencies.Figures(money, grouped: true)}元",
        _ => $"{money.Currency} {Currencies.Figures(money, grouped: true)}",
    };
}
