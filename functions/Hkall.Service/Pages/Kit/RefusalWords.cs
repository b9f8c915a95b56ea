using Hkall.Requests;
using Hkall.Service.Notices;

namespace Hkall.Service.Pages.Kit;

/// <summary>Why the desk said no, for who reads Chinese; the rules' own sentence is English and tells more.</summary>
public static class RefusalWords
{
    public static string Of(Refusal refusal, string why, NoticeLanguage language) => language switch
    {
        NoticeLanguage.English => why,
        NoticeLanguage.TraditionalChinese => Chinese(refusal),
    };

    private static string Chinese(Refusal refusal) => refusal switch
    {
        Refusal.InvalidItem => "資料的描述有誤。",
        Refusal.NotEligible => "您的用戶類別不可使用此項服務。",
        Refusal.QuotaReached => "您的申請數目已達上限。",
        Refusal.DuplicateRequest => "您已申請同一項資料。",
        Refusal.HeldHere => "本館有藏此項資料：可在網上使用或到館借閱。",
        Refusal.CopyrightLimit => "所需部分超出版權法例容許複製的範圍。您可改為申請借閱整本資料。",
        Refusal.DeclarationRequired => "必須確認聲明的全部三項，方可提供複製本。",
        Refusal.NotOfficeEligible => "送件到辦公室的服務只供教職員使用。",
        Refusal.NothingToDecide => "目前沒有需要決定的費用。",
        Refusal.NothingToDeclare => "目前沒有需要簽署的聲明。",
        Refusal.NotInReview => "此項申請並非由館員處理中。",
        Refusal.TooLate => "已經太遲，不能再作此更改。",
        Refusal.NoDownloadsLeft => "下載次數已用完。",
        Refusal.WindowClosed => "下載期限已過。",
        Refusal.NoFile => "沒有可供下載的檔案。",
        Refusal.NotExpected => "此項資料並非預期送達。",
        Refusal.NotOnShelf => "此項資料不在預約架上。",
        Refusal.LibraryUseOnly => "借出的圖書館不准外借此項資料。",
        Refusal.NotRenewable => "此項資料不可續借。",
        Refusal.PastRenewalDeadline => "已過續借限期。",
        Refusal.AlreadyRecalled => "借出的圖書館已催還此項資料，不可續借。",
        Refusal.RenewalLimit => "已達續借次數上限。",
        Refusal.NotWithPatron => "此項資料不在讀者手上。",
        Refusal.NothingToSendBack => "沒有需要送還的資料。",
        Refusal.NoSupplierAsked => "目前未向任何圖書館提出要求。",
        Refusal.NothingToLose => "目前沒有可報失的資料。",
        Refusal.NotACopy => "此項申請並非複製申請。",
        Refusal.AlreadyClosed => "此項申請已經結束。",
    };
}
