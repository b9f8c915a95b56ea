using Hkall.Domain;
using Hkall.Service.Lending;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Staff.Lending;

/// <summary>What a borrowing library says, in words; and which of it staff can write down for it.</summary>
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

    /// <summary>A word that is not known here is shown as it is.</summary>
    public static string Of(string said, NoticeLanguage language) => !Words.TryGetValue(said, out var words) ? said : language switch
    {
        NoticeLanguage.English => words.English,
        NoticeLanguage.TraditionalChinese => words.Chinese,
    };

    /// <summary>
    /// What a form offers: first what does least where somebody presses too early. A new request is keyed in with a form of its own,
    /// and conditions are answered only where some were offered.
    /// </summary>
    public static IReadOnlyList<string> ToRecord(bool conditions) =>
    [
        .. conditions ? [Accepted, Declined] : Array.Empty<string>(),
        .. Enum.GetValues<BorrowerMessageKind>().Where(kind => kind != BorrowerMessageKind.Request).OrderBy(kind => kind != BorrowerMessageKind.Notification).Select(Names.Of),
    ];

    /// <summary>The message that was chosen; null where it is none of these.</summary>
    public static (BorrowerMessageKind? Kind, bool? Accepts) Read(string? said) => said switch
    {
        Accepted => (BorrowerMessageKind.Notification, true),
        Declined => (BorrowerMessageKind.Notification, false),
        _ => (Enum.GetValues<BorrowerMessageKind>().Cast<BorrowerMessageKind?>().FirstOrDefault(kind => Names.Of(kind!.Value) == said), null),
    };
}
