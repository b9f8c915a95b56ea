using System.Collections.Concurrent;
using Fluid;
using Fluid.Values;
using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices.Letters;

/// <summary>Which fields the letter of a notice may use: those that have a value in one of its cases, and those that its shipped letter asks for.</summary>
internal static class LetterFieldsOf
{
    private static readonly ConcurrentDictionary<Notice, IReadOnlySet<string>> Known = new();
    public static IReadOnlySet<string> Of(Notice notice) => Known.GetOrAdd(notice, Find);

    /// <summary>The fields with the value that they have in the first case that has one, in the order of the list.</summary>
    public static IReadOnlyList<(LetterField Field, string? Sample)> WithSamples(LetterKey key)
    {
        var cases = LetterCases.Of(key).Select(one => LetterCases.FieldsOf(one.Data, key.Language)).ToList();
        var names = Of(key.Notice);
        return
        [
            .. LetterFields.Known.Where(field => names.Contains(field.Name)).Select(field => (field, cases
                .Select(fields => SampleOf(field, fields)).FirstOrDefault(sample => sample is not null))),
        ];
    }

    private static string? SampleOf(LetterField field, TemplateContext fields) => fields.GetValue(field.Name) switch
    {
        StringValue text => UntrustedText.Unmark(text.ToStringValue()),
        _ => null,
    };

    private static IReadOnlySet<string> Find(Notice notice)
    {
        var key = new LetterKey(notice, NoticeLanguage.English);
        var cases = LetterCases.Of(key).Select(one => LetterCases.FieldsOf(one.Data, key.Language)).ToList();
        var asked = Enum.GetValues<NoticeLanguage>().Select(language => NoticeTemplates.TextOf(language, Names.Of(notice))).ToList();
        return LetterFields.Known
            .Where(field => cases.Any(fields => HasValue(fields.GetValue(field.Name)))
                || asked.Any(text => LetterWords.Of(text.Subject + text.Body).Contains(field.Name)))
            .Select(field => field.Name)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static bool HasValue(FluidValue value) => value is not NilValue && value.ToBooleanValue();
}
