using Hkall.Domain;

namespace Hkall.Service.Texts;

/// <summary>Texts in a reader's language.</summary>
public static class LanguageTexts
{
    /// <summary>Prose, by its English sentence.</summary>
    public static string Say(this NoticeLanguage language, string english) => TextCatalogue.Of(language).GetValueOrDefault(english, english);

    /// <inheritdoc cref="Say(NoticeLanguage, string)"/>
    public static string Say(this NoticeLanguage language, Text text) => text.In(language);

    /// <summary>Several sentences after each other, each once.</summary>
    public static string Say(this NoticeLanguage language, IEnumerable<Text> texts) =>
        string.Join(language.Say(" "), texts.Select(text => text.In(language)).Distinct());

    /// <summary>The text for a stored or served name; the name itself where the catalogue has none.</summary>
    public static string Named(this NoticeLanguage language, string kind, string name) => language.FindNamed(kind, name) ?? name;

    /// <summary>The text for a code; a person's words as written, also where they spell a code.</summary>
    public static string Named(this NoticeLanguage language, string kind, StatedReason reason) =>
        reason.Code is { } code ? language.Named(kind, Names.Of(code)) : reason.Text;

    /// <summary>The text for a stored or served name; null where the catalogue has none.</summary>
    public static string? FindNamed(this NoticeLanguage language, string kind, string name) => TextCatalogue.Of(language).GetValueOrDefault($"{kind}.{name}");

    /// <inheritdoc cref="Named(NoticeLanguage, string, string)"/>
    public static string Named<T>(this NoticeLanguage language, string kind, T value)
        where T : struct, Enum => language.Named(kind, Names.Of(value));

    /// <summary>A list in one line.</summary>
    public static string Listed(this NoticeLanguage language, IEnumerable<string> items) => string.Join(language.Say(", "), items);
}
