using Hkall.Domain.Fees;
using Hkall.Service.Texts;

namespace Hkall.Service.Fees;

/// <summary>Names the kinds of ledger lines for readers.</summary>
public static class FeeTexts
{
    public static string Of(LedgerKind kind, int? days = null, NoticeLanguage language = NoticeLanguage.English) => (kind, days) switch
    {
        (LedgerKind.OverdueFine, 1) => language.Say("Overdue fine for 1 day"),
        (LedgerKind.OverdueFine, { } several) => language.Say($"Overdue fine for {several} days"),
        _ => language.Named("fee", kind),
    };
}
