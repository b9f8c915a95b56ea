using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>What has just been done, for the page after a form. The code comes from the address; an unknown code shows no message,
/// and neither does one that no longer holds: the page may be loaded again after the answer has come.</summary>
internal static class DoneWords
{
    public static string? Of(string? word, PatronRequest request, NoticeLanguage language) => word switch
    {
        "placed" when request.Status.Stage() is RequestStage.Preparing or RequestStage.Sourcing =>
            language.Say("Request submitted. We’ll email you as it progresses."),
        "cancelled" when request.Status == RequestStatus.Cancelled => language.Say("Your request has been cancelled."),
        "cancelled" when request.Status == RequestStatus.Cancelling => language.Say("We’ve asked for it to be cancelled."),
        "unwanted" when request.Status == RequestStatus.Returning => language.Say("Thank you. It is being returned to the lending library."),
        "unwanted" when request.Unwanted => language.Say("Thank you. It will be sent back as soon as it arrives."),
        "renewal-asked" when request.Loan is { RenewalAsked: true } =>
            language.Say("We’ve asked the lending library to renew it. We’ll email you the answer."),
        "renewal-asked" when request.Status == RequestStatus.OnLoan => request.Loan is { RenewalRefused: true }
            ? language.Say("The lending library declined the renewal. The due date has not changed.")
            : language.Say($"It was renewed until {StatusTexts.Day(request.Loan?.DueOn, language, DateForm.Short)}."),
        "declared" when request.Status.IsOpen() && request.Status != RequestStatus.AwaitingDeclaration =>
            language.Say("Thank you. The declaration is signed and we’re processing your request."),
        "written" => language.Say("Thank you. Your message was sent to Library staff."),
        "decided" => language.Say("Thank you. We’ve recorded your decision."),
        "office-chosen" when request.Office is not null => language.Say($"It will be delivered to {request.Office}."),
        "scan-reported" when request.Status is RequestStatus.Sourcing or RequestStatus.Expected =>
            language.Say("Thank you. We’ve asked the library for a new scan and will email you when it arrives."),
        _ => null,
    };
}
