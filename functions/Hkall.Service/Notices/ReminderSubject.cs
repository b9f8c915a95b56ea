using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>The subject of one mail for several reminders: what they are about, and how many are about each.</summary>
internal static class ReminderSubject
{
    public static string Of(IReadOnlyList<Notice> reminders, NoticeLanguage language)
    {
        int Count(Notice notice) => reminders.Count(each => each == notice);
        string?[] parts =
        [
            DueSoon(Count(Notice.DueSoon), language),
            Pickup(Count(Notice.PickupReminder), language),
            Download(Count(Notice.DownloadReminder), language),
            Charge(Count(Notice.CostReminder), language),
            Declaration(Count(Notice.DeclarationReminder), language),
            Other(
                reminders.Count(each => each is not (Notice.DueSoon or Notice.PickupReminder or Notice.DownloadReminder or Notice.CostReminder
                    or Notice.DeclarationReminder)),
                language),
        ];
        return string.Join(Comma(language), parts.OfType<string>());
    }

    private static string? DueSoon(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 item due soon") : language.Say($"{count} items due soon");

    private static string? Pickup(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 pickup reminder") : language.Say($"{count} pickup reminders");

    private static string? Download(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 copy to download") : language.Say($"{count} copies to download");

    private static string? Charge(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 charge to decide") : language.Say($"{count} charges to decide");

    private static string? Declaration(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 declaration to sign") : language.Say($"{count} declarations to sign");

    private static string? Other(int count, NoticeLanguage language) =>
        count == 0 ? null : count == 1 ? language.Say("1 other reminder") : language.Say($"{count} other reminders");

    private static string Comma(NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => ", ",
        NoticeLanguage.TraditionalChinese or NoticeLanguage.SimplifiedChinese => "、",
    };
}
