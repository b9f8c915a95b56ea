using System.Globalization;
using Hkall.Domain.Fees;
using Hkall.Service.Fees;
using Hkall.Service.Notices;

namespace Hkall.Pages.Kit;

/// <summary>The text of ledger entries on the pages.</summary>
public static class FeeWords
{
    public static string Of(LedgerKind kind, int? days, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => FeeTexts.Of(kind, days),
        NoticeLanguage.TraditionalChinese => kind switch
        {
            LedgerKind.OverdueFine => days is { } counted ? string.Create(CultureInfo.InvariantCulture, $"{counted} 日的逾期罰款") : "逾期罰款",
            LedgerKind.Replacement => "遺失資料的賠償",
            LedgerKind.Processing => "遺失資料的處理費用",
            LedgerKind.Settlement => "已繳付",
            LedgerKind.Waiver => "圖書館已豁免",
            LedgerKind.TakenOff => "無須再付",
            LedgerKind.PaidBack => "退還",
        },
    };

    /// <summary>The reason for an entry: one of our own reasons in the reader's language; text by staff as they wrote it.</summary>
    public static string Why(string reason, NoticeLanguage language) => (reason, language) switch
    {
        ("returned-late", NoticeLanguage.English) => "it came back late",
        ("returned-late", NoticeLanguage.TraditionalChinese) => "逾期歸還",
        ("recalled", NoticeLanguage.English) => "its library recalled it",
        ("recalled", NoticeLanguage.TraditionalChinese) => "被催還",
        ("found", NoticeLanguage.English) => "the item was found",
        ("found", NoticeLanguage.TraditionalChinese) => "資料已尋回",
        ("declared-by-staff", NoticeLanguage.English) => "it was declared lost",
        ("declared-by-staff", NoticeLanguage.TraditionalChinese) => "已報失",
        ("not-returned", NoticeLanguage.English) => "it did not come back",
        ("not-returned", NoticeLanguage.TraditionalChinese) => "未有歸還",
        ("not-found-to-send-back", NoticeLanguage.English) => "it was not found when it was to go back",
        ("not-found-to-send-back", NoticeLanguage.TraditionalChinese) => "送還時未能尋獲",
        _ => reason,
    };
}
