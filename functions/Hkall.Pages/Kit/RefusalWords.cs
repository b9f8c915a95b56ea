using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Pages.Kit;

/// <summary>
/// Reasons for a refusal. The rules give them in English and with the figures of the case; the other languages say them by the
/// refusal's code alone.
/// </summary>
public static class RefusalWords
{
    /// <returns>The text for a refusal with that code; null where the code is not that of a refusal.</returns>
    public static string? Find(string code, string why, NoticeLanguage language) => language.FindNamed("refusal", code) is not { } text ? null : language switch
    {
        NoticeLanguage.English when why.Length > 0 => why,
        NoticeLanguage.English or NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => text,
    };

    public static string Of(Refusal refusal, string why, NoticeLanguage language) => Find(Names.Of(refusal), why, language) ?? why;
}
