using Hkall.Domain.Model;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Service.MyRequests;

/// <summary>How and when the patron told staff what staff then did for them.</summary>
internal static class WordTexts
{
    public static string How(PatronsWord word, NoticeLanguage language, DateForm dates = DateForm.Plain) =>
        language.Say($"{language.Named("said-by", word.By)} on {StatusTexts.Day(word.On, language, dates)}");
}
