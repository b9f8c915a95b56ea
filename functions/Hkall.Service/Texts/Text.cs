using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace Hkall.Service.Texts;

/// <summary>
/// An English sentence with its arguments kept apart, so that it can be written in another language. An interpolated string becomes
/// one: <c>$"Due on {day}"</c> keeps the sentence <c>Due on {0}</c>, by which the catalogue finds the translation.
/// </summary>
[InterpolatedStringHandler]
public sealed class Text
{
    private readonly StringBuilder _sentence;
    private readonly List<object> _arguments;

    public Text(int literalLength, int formattedCount)
    {
        _sentence = new StringBuilder(literalLength + (3 * formattedCount));
        _arguments = new List<object>(formattedCount);
    }

    private Text(string sentence)
    {
        _sentence = new StringBuilder(sentence);
        _arguments = [];
    }

    /// <summary>The sentence with a number for each argument: <c>{0}</c>, <c>{1}</c>.</summary>
    public string Sentence => _sentence.ToString();

    /// <summary>The sentence in English, as the HTTP API gives it.</summary>
    public string English => In(NoticeLanguage.English);

    public static implicit operator Text(string english) => new(english);

    /// <summary>Marks a sentence as a text where the compiler would not.</summary>
    public static Text Of(Text text) => text;

    /// <summary>The sentence in the language; null where the catalogue has no translation.</summary>
    public string? Find(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => English,
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese =>
            TextCatalogue.Of(language).GetValueOrDefault(Sentence) is { } translated ? Fill(translated, language) : null,
    };

    public string In(NoticeLanguage language) => Fill(TextCatalogue.Of(language).GetValueOrDefault(Sentence, Sentence), language);

    public void AppendLiteral(string literal) => _sentence.Append(literal);

    public void AppendFormatted(string? argument) => Add(argument ?? string.Empty);

    public void AppendFormatted(NamedArgument argument) => Add(argument);

    /// <summary>Words that are found once the language is known.</summary>
    public void AppendFormatted(Func<NoticeLanguage, string> argument) => Add(argument);

    /// <summary>A sentence or a name inside the sentence, in the same language.</summary>
    public void AppendFormatted(Text argument) => Add(argument);

    public void AppendFormatted<T>(T argument, string? format = null) =>
        Add(argument is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : argument?.ToString() ?? string.Empty);

    public override string ToString() => English;

    private void Add(object argument)
    {
        _sentence.Append(CultureInfo.InvariantCulture, $"{{{_arguments.Count}}}");
        _arguments.Add(argument);
    }

    /// <summary>Without arguments the sentence stays as it is, so that a brace in it is only a brace.</summary>
    private string Fill(string sentence, NoticeLanguage language) => _arguments.Count == 0
        ? sentence
        : string.Format(
            CultureInfo.InvariantCulture, sentence, [.. _arguments.Select(argument => argument switch
            {
                NamedArgument named => named.In(language),
                Text text => text.In(language),
                Func<NoticeLanguage, string> words => words(language),
                _ => argument,
            })]);
}
