using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Hkall.Service.Texts;

/// <summary>The languages the Library writes to its patrons in.</summary>
public enum NoticeLanguage
{
    English,
    TraditionalChinese,
    SimplifiedChinese,
}

public static class NoticeLanguages
{
    /// <summary>
    /// Chinese for a person who asks for it, in the script of the region that they name, and in that of Hong Kong if they name none;
    /// English for every other language, since all members of the University share it.
    /// </summary>
    public static NoticeLanguage Of(string languageTag)
    {
        var tag = languageTag.Trim().Replace('_', '-').ToLowerInvariant();
        return tag switch
        {
            "zh" or "zh-hk" or "zh-tw" or "zh-mo" or "zh-hant" => NoticeLanguage.TraditionalChinese,
            "zh-cn" or "zh-sg" or "zh-my" or "zh-hans" => NoticeLanguage.SimplifiedChinese,
            _ when tag.StartsWith("zh-hant-", StringComparison.Ordinal) => NoticeLanguage.TraditionalChinese,
            _ when tag.StartsWith("zh-hans-", StringComparison.Ordinal) => NoticeLanguage.SimplifiedChinese,
            _ => NoticeLanguage.English,
        };
    }

    /// <summary>The language of ours that an <c>Accept-Language</c> header prefers; null if it names none of them.</summary>
    public static NoticeLanguage? Preferred(StringValues header) =>
        StringWithQualityHeaderValue.TryParseList([.. header.OfType<string>()], out var wanted)
            ? wanted.OrderByDescending(value => value.Quality ?? 1)
                .Select(value => value.Value.Value ?? string.Empty)
                .Where(tag => tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) || tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase))
                .Select(tag => (NoticeLanguage?)Of(tag))
                .FirstOrDefault()
            : null;

    /// <summary>The language tag (BCP 47): the folder of the language's templates and the <c>lang</c> of its mails.</summary>
    public static string Tag(this NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => "en",
        NoticeLanguage.TraditionalChinese => "zh-Hant",
        NoticeLanguage.SimplifiedChinese => "zh-Hans",
    };

    /// <summary>The separator between the name of a fact and its value.</summary>
    public static string Colon(this NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => ": ",
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => "：",
    };

    /// <summary>The language's own name, for a reader who looks for it.</summary>
    public static string OwnName(this NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => "English",
        NoticeLanguage.TraditionalChinese => "繁體中文",
        NoticeLanguage.SimplifiedChinese => "简体中文",
    };
}
