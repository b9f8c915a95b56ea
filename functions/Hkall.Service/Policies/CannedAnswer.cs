using Hkall.Service.Texts;

namespace Hkall.Service.Policies;

/// <summary>To whom a canned answer can be written. The names are those of the policy document.</summary>
[System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<AnswerFor>))]
public enum AnswerFor
{
    [System.Text.Json.Serialization.JsonStringEnumMemberName("patron")] Patron,
    [System.Text.Json.Serialization.JsonStringEnumMemberName("library")] Library,
}

/// <summary>A message that staff write often.</summary>
/// <param name="Name">By which orders name it: lower-case letters, digits and hyphens.</param>
/// <param name="En">The words in English.</param>
/// <param name="ZhHant">The words in Chinese, in the traditional script; null: the English.</param>
/// <param name="ZhHans">The words in the simplified script; null: those of the traditional one.</param>
public sealed record CannedAnswer(string Name, AnswerFor For, string En, string? ZhHant = null, string? ZhHans = null)
{
    private const int Most = 40;
    private const int LongestName = 30;
    private const int LongestText = 1_000;

    /// <summary>The answers of a library that writes none itself.</summary>
    public static IReadOnlyList<CannedAnswer> Default { get; } =
    [
        new("which-edition", AnswerFor.Patron, "Which edition do you need? If any edition will do, please say so.", "請問您需要哪一個版本？如任何版本均可，請告知我們。", "请问您需要哪一个版本？如任何版本均可，请告知我们。"),
        new("still-looking", AnswerFor.Patron, "We are still looking for it and will write to you as soon as we know more.", "我們仍在尋找此項資料，一有消息便會通知您。", "我们仍在寻找此项资料，一有消息便会通知您。"),
        new("any-edition", AnswerFor.Library, "Any edition will do. Please send the one you have.", "任何版本均可，請寄出貴館現有的版本。", "任何版本均可，请寄出贵馆现有的版本。"),
        new("looked-into", AnswerFor.Library, "Thank you for your message. We are looking into it and will write to you.", "謝謝來信，我們正在跟進，稍後回覆貴館。", "谢谢来信，我们正在跟进，稍后回复贵馆。"),
    ];

    /// <summary>The words for a reader of the language.</summary>
    public string In(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => En,
        NoticeLanguage.TraditionalChinese => ZhHant ?? En,
        NoticeLanguage.SimplifiedChinese => ZhHans ?? ZhHant ?? En,
    };

    internal static IEnumerable<string> FaultsOf(IReadOnlyList<CannedAnswer> answers)
    {
        if (answers.Count > Most || answers.DistinctBy(answer => answer.Name).Count() != answers.Count)
        {
            yield return $"answers: at most {Most}, each with a name of its own.";
        }

        foreach (var answer in answers.Where(answer => answer.Name.Length is 0 or > LongestName || !answer.Name.All(IsPlain)))
        {
            yield return $"answers: '{answer.Name}' is not a name of 1 to {LongestName} lower-case letters, digits and hyphens.";
        }

        foreach (var answer in answers.Where(answer => Texts(answer).Any(text => string.IsNullOrWhiteSpace(text) || text.Length > LongestText)))
        {
            yield return $"answers: each text of '{answer.Name}' has 1 to {LongestText} characters.";
        }
    }

    private static IEnumerable<string> Texts(CannedAnswer answer) => new[] { answer.En, answer.ZhHant ?? answer.En, answer.ZhHans ?? answer.En };

    private static bool IsPlain(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-';
}
