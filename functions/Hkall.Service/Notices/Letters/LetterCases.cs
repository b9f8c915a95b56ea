using Fluid;
using Fluid.Values;
using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Service.Notices.Samples;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices.Letters;

/// <summary>The cases of a notice on which its letter is tried: those that the rules give, and the one in which little is known.</summary>
internal static class LetterCases
{
    /// <summary>The words for the usual case, which has no name of its own.</summary>
    public const string Usual = "the usual case";

    public const string Bare = "little is known";

    /// <summary>The words for a case, in the language of whoever reads them; what a library said stays as it is.</summary>
    public static Func<NoticeLanguage, string> In(string what) => language =>
        language.Listed(what.Split(", ").Select(part => language.FindNamed("notice-case", TextName(part)) ?? part));

    /// <summary>The name under which a part of a case stands among the texts.</summary>
    public static string TextName(string part) => part.Replace(' ', '-');

    public static IReadOnlyList<(string What, NoticeData Data)> Of(LetterKey key)
    {
        var person = key.Language switch
        {
            NoticeLanguage.English => NoticeSamples.English,
            NoticeLanguage.TraditionalChinese => NoticeSamples.Chinese,
            NoticeLanguage.SimplifiedChinese => NoticeSamples.Simplified,
        };
        var cases = NoticeCases.Of(key.Notice, person).ToList();
        return
        [
            .. cases.Select(one => (one.What.Length == 0 ? Usual : one.What, one.Data)),
            .. cases.Select(one => one.Data.Service).Distinct().Select(service => (Bare, service switch
            {
                ServiceType.Loan => NoticeSamples.Loan(key.Notice, new NoticeFacts(), person),
                ServiceType.Copy => NoticeSamples.Copy(key.Notice, new NoticeFacts(), person) with { DownloadUrl = null },
            })),
        ];
    }

    /// <summary>The fields of one case, the lines of its item among them.</summary>
    public static TemplateContext FieldsOf(NoticeData data, NoticeLanguage language)
    {
        var fields = NoticeFields.Of(data, language);
        fields.SetValue("item", new StringValue(UntrustedText.Apart(NoticeTemplates.Shared.Get(language, NoticeTemplates.Item).Render(fields))));
        return fields;
    }
}
