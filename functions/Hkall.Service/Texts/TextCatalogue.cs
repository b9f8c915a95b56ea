using System.Collections.Frozen;
using System.Text.Json;

namespace Hkall.Service.Texts;

/// <summary>
/// The texts of pages and answers, one JSON file for each language. A name (<c>status.on-loan</c>) has its text in every file, and
/// prose is found by its English sentence, which only the other languages' files need.
/// </summary>
internal static class TextCatalogue
{
    private static readonly FrozenDictionary<NoticeLanguage, FrozenDictionary<string, string>> Languages =
        Enum.GetValues<NoticeLanguage>().ToFrozenDictionary(language => language, Load);

    public static FrozenDictionary<string, string> Of(NoticeLanguage language) => Languages[language];

    private static FrozenDictionary<string, string> Load(NoticeLanguage language)
    {
        var name = $"texts/{language.Tag()}";
        using var file = typeof(TextCatalogue).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The resource {name} is missing.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(file)!.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
