using Hkall.Service.Texts;

namespace Hkall.Pages.Kit;

/// <summary>The text of an error page, by the response's status and code.</summary>
internal static class ErrorTexts
{
    public static (string Title, string What) Of(int status, string code, NoticeLanguage language) => (status, code) switch
    {
        (_, "form-expired") => (
            language.Say("Please try again"),
            language.Say(
                "This page was open for too long, or your session has ended, so we didn’t process what you sent. Please go back, reload the page and try again.")),
        (_, "sign-in-failed") => (
            language.Say("Sign-in failed"), language.Say("The University’s sign-in did not accept you, or it took too long. Please try again.")),
        (_, "sign-in-unavailable") => (
            language.Say("Sign-in is unavailable"),
            language.Say("The University’s sign-in cannot be reached at the moment. Please try again shortly. You don’t need to sign in to find items.")),
        (403, "role-needed") => (
            language.Say("This page needs another role"), language.Say("You are a member of staff, and this page belongs to a role that you don’t have.")),
        (403, _) => (
            language.Say("This page is for library staff"), language.Say("You don’t have access to this page.")),
        (404, _) => (
            language.Say("Page not found"), language.Say("The page may have been moved or removed.")),
        (405, _) => (
            language.Say("Page not found"), language.Say("This address does not accept what was sent.")),
        (409, _) => (
            language.Say("Request not possible"), language.Say("The request has changed since you opened the page, or this can’t be done now.")),
        (410, _) => (
            language.Say("No longer available"), language.Say("The download period has ended, or all downloads have been used.")),
        (413, _) => (
            language.Say("Too large"), language.Say("What you sent is too large.")),
        (429, _) => (
            language.Say("Please wait a moment"), language.Say("This was done too often in a short time. Nothing was changed. Please try again later.")),
        (503, "file-not-scanned") => (
            language.Say("Just a moment, please"), language.Say("The file cannot be checked for malware now. Please try again shortly.")),
        (503, _) => (
            language.Say("Just a moment, please"),
            language.Say("Our records are unavailable at the moment. Only changes confirmed to you were made. Please try again shortly.")),
        ( >= 500, _) => (
            language.Say("Something went wrong"), language.Say("We’ve recorded the error. Please try again; if it happens again, please tell the Library.")),
        _ => (
            language.Say("There’s a problem with your submission"), language.Say("Please check what you entered.")),
    };
}
