using Hkall.Domain;
using Hkall.Pages.Kit;
using Hkall.Service.Lending;
using Hkall.Service.Notices;
using Hkall.Service.Web;

namespace Hkall.Pages.Staff.Lending;

/// <summary>The messages of borrowing libraries as text, and those that staff can record for a library.</summary>
public static class BorrowerSaidWords
{
    private const string Accepted = "conditions-accepted";
    private const string Declined = "conditions-declined";

    private static readonly Dictionary<string, (string English, string Chinese)> Words = new()
    {
        [Accepted] = ("they accept the conditions", "接受條件"),
        [Declined] = ("they do not accept the conditions", "不接受條件"),
        ["request"] = ("their request", "要求"),
        ["retry"] = ("they ask again, after our “later”", "在本館請其稍後再試後，再次要求"),
        ["reminder"] = ("they remind us of their request", "提醒本館答覆"),
        ["status-request"] = ("they ask how it stands", "查詢狀況"),
        ["received"] = ("they have received it", "已收到"),
        ["cancel"] = ("they want to cancel", "要求取消"),
        ["renew"] = ("they ask to renew", "要求續借"),
        ["shipped-return"] = ("they have sent it back", "已寄回"),
        ["shipped-forward"] = ("they have sent it on to another library", "已轉寄另一圖書館"),
        ["notification"] = ("a note", "備註"),
        ["lost"] = ("they have lost it", "報失"),
    };

    /// <summary>An unknown message is shown as it is.</summary>
    public static string Of(string said, NoticeLanguage language) => !Words.TryGetValue(said, out var words) ? said : language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };

    /// <summary>
    /// The messages that a form offers. The one with the least effect comes first, in case someone presses the button too early.
    /// A new request has a form of its own, and conditions are answered only where the Library offered some.
    /// </summary>
    public static IReadOnlyList<string> ToRecord(bool conditions) =>
    [
        .. conditions ? [Accepted, Declined] : Array.Empty<string>(),
        .. Enum.GetValues<BorrowerMessageKind>().Where(kind => kind != BorrowerMessageKind.Request).OrderBy(kind => kind != BorrowerMessageKind.Notification).Select(Names.Of),
    ];

    /// <summary>The chosen message; null where none was chosen. Another word is an error in that field.</summary>
    public static (BorrowerMessageKind? Kind, bool? Accepts) Read(PageForm form, Fields faults) => form["kind"] switch
    {
        Accepted => (BorrowerMessageKind.Notification, true),
        Declined => (BorrowerMessageKind.Notification, false),
        _ => (form.Choice<BorrowerMessageKind>("kind", faults), null),
    };
}
