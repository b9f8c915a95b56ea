using Hkall.Domain;
using Hkall.Service.Notices;

namespace Hkall.Pages.Requests;

/// <summary>A status in two or three words, and its colour. The sentence beside it has the details.</summary>
public static class StatusLook
{
    /// <summary>Whether the request is with staff, but the patron decides how to continue.</summary>
    public static bool IsOffer(PatronRequest request) => request is { Status: RequestStatus.InReview, Offer: not null };

    public static string Name(PatronRequest request, NoticeLanguage language) =>
        Name(IsOffer(request) ? RequestStatus.AwaitingCostDecision : request.Status, language);

    public static string Class(PatronRequest request) => IsOffer(request) ? "you" : Class(request.Status);

    public static string Name(RequestStatus status, NoticeLanguage language)
    {
        var (english, chinese) = Both(status);
        return language switch
        {
            NoticeLanguage.English => english,
            NoticeLanguage.TraditionalChinese => chinese,
        };
    }

    /// <summary>
    /// The class of the style sheet: <c>you</c> where the patron must act, <c>bad</c> where they are late, <c>over</c> where the
    /// request is closed.
    /// </summary>
    public static string Class(RequestStatus status) => status switch
    {
        RequestStatus.AwaitingDeclaration or RequestStatus.AwaitingCostDecision => "you",
        RequestStatus.ReadyForPickup or RequestStatus.LibraryUse or RequestStatus.ReadyToDownload => "good",
        RequestStatus.Overdue or RequestStatus.Recalled => "bad",
        RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.Expected or RequestStatus.Cancelling or RequestStatus.InTransit
            or RequestStatus.OutForDelivery or RequestStatus.OnLoan => "going",
        RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled or RequestStatus.Unfilled or RequestStatus.Lost => "over",
    };

    private static (string English, string Chinese) Both(RequestStatus status) => status switch
    {
        RequestStatus.InReview => ("With library staff", "館員處理中"),
        RequestStatus.AwaitingDeclaration => ("Declaration needed", "待簽署聲明"),
        RequestStatus.AwaitingCostDecision => ("Your decision needed", "待您決定"),
        RequestStatus.Sourcing => ("Library asked", "已向圖書館查詢"),
        RequestStatus.Expected => ("Promised", "對方已答允"),
        RequestStatus.Cancelling => ("Being cancelled", "正在取消"),
        RequestStatus.InTransit => ("On its way", "運送途中"),
        RequestStatus.ReadyForPickup => ("Ready to pick up", "可供領取"),
        RequestStatus.OutForDelivery => ("On its way to your office", "正送往辦公室"),
        RequestStatus.OnLoan => ("On loan", "借閱中"),
        RequestStatus.LibraryUse => ("For use in the Library", "只限館內閱覽"),
        RequestStatus.Overdue => ("Overdue", "已逾期"),
        RequestStatus.Recalled => ("Recalled", "被催還"),
        RequestStatus.Returning => ("On its way back", "正在送還"),
        RequestStatus.ReadyToDownload => ("Ready to download", "可供下載"),
        RequestStatus.Completed => ("Completed", "已完成"),
        RequestStatus.Cancelled => ("Cancelled", "已取消"),
        RequestStatus.Unfilled => ("Not available", "未能提供"),
        RequestStatus.Lost => ("Lost", "已遺失"),
    };
}
