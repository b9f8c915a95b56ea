using Hkall.Domain;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>What has just been done, for the page after a form. The code comes from the address; an unknown code shows no message.</summary>
internal static class DoneWords
{
    public static string? Of(string? word, PatronRequest request, NoticeLanguage language) => word switch
    {
        "placed" => language.Say("Request submitted. We’ll email you as it progresses."),
        "cancelled" when request.Status == RequestStatus.Cancelled => language.Say("Your request has been cancelled."),
        "cancelled" => language.Say("We’ve asked for it to be cancelled."),
        "unwanted" when request.Status == RequestStatus.Returning => language.Say("Thank you. It is being returned to the lending library."),
        "unwanted" => language.Say("Thank you. It will be sent back as soon as it arrives."),
        "renewal-asked" => language.Say("We’ve asked the lending library to renew it. We’ll email you the answer."),
        "declared" => language.Say("Thank you. The declaration is signed and we’re processing your request."),
        "decided" => language.Say("Thank you. We’ve recorded your decision."),
        "office-chosen" => language.Say($"It will be delivered to {request.Office}."),
        "scan-reported" => language.Say("Thank you. We’ve asked the library for a new scan and will email you when it arrives."),
        _ => null,
    };
}
