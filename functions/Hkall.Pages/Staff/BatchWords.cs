using Hkall.Pages.Kit;
using Hkall.Service.Staff;
using Hkall.Service.Texts;

namespace Hkall.Pages.Staff;

/// <summary>What became of each request of a batch, in words.</summary>
internal static class BatchWords
{
    public static string Of(BatchOutcome outcome, NoticeLanguage language) => outcome switch
    {
        BatchOutcome.Done => language.Say("done"),
        BatchOutcome.Nothing => language.Say("no change"),
        BatchOutcome.Refused => language.Say("not possible"),
        BatchOutcome.Changed => language.Say("has changed since you opened the list; nothing was done"),
        BatchOutcome.Unknown => language.Say("not known"),
        BatchOutcome.NotNow => language.Say("not now; try again"),
    };

    /// <summary>The reason in the reader's language, a refusal by its code; null where the outcome says enough.</summary>
    public static string? Why(string? code, string? why, NoticeLanguage language) => (code, why, language) switch
    {
        ({ } named, { } reason, _) => RefusalWords.Find(named, reason, language) ?? reason,
        (null, { } reason, NoticeLanguage.English) => reason,
        _ => null,
    };
}
