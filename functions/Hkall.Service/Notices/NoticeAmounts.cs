using System.Globalization;
using Hkall.Domain.Model;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>Amounts of money as the Library writes them. A foreign currency keeps its code: a sign could mean several.</summary>
internal static class NoticeAmounts
{
    public static string Format(Money money, NoticeLanguage language) => (language, money.Currency) switch
    {
        (NoticeLanguage.TraditionalChinese, "HKD") => string.Create(CultureInfo.InvariantCulture, $"港幣{money.Amount:#,0.00}元"),
        (NoticeLanguage.SimplifiedChinese, "HKD") => string.Create(CultureInfo.InvariantCulture, $"港币{money.Amount:#,0.00}元"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{money.Currency} {money.Amount:#,0.00}"),
    };
}
