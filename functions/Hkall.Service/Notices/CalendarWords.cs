using Hkall.Service.Texts;

namespace Hkall.Service.Notices;

/// <summary>The texts of calendar entries.</summary>
internal static class CalendarWords
{
    public static (string Summary, string What) PickUp(NoticeLanguage language) =>
        (language.Say("Pick up library item"), language.Say("Last day to pick up the item at the Service Counter, until closing time."));

    public static (string Summary, string What) Consult(NoticeLanguage language) =>
        (language.Say("Consult library item in the Library"), language.Say("Last day to consult the item in the Library, until closing time."));

    public static (string Summary, string What) Return(NoticeLanguage language) =>
        (language.Say("Return library item"), language.Say("Please return the item to the Service Counter by closing time; this day still counts as in time."));

    public static string MyRequests(NoticeLanguage language) => language.Say("This request in My Requests") + language.Colon();
}
