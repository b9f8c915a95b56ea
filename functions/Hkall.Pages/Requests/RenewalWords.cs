using Hkall.Domain;
using Hkall.Domain.Delivering;
using Hkall.Pages.Kit;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>Until when a loan can be renewed, or why it cannot.</summary>
public static class RenewalWords
{
    public static string Of(Renewability renewal, PatronRequest request, NoticeLanguage language)
    {
        var by = renewal.By is { } last ? NoticeDates.Short(last, language) : string.Empty;
        if (renewal.Possible)
        {
            return request.Loan is { RenewalAsked: true }
                ? language.Say("Requested; waiting for the lending library.")
                : language.Say($"Request by {by}. The lending library decides.");
        }

        return renewal.Refusal switch
        {
            Refusal.LibraryUseOnly => language.Say("Not renewable: for use in the Library only."),
            Refusal.AlreadyRecalled => language.Say("Not renewable: recalled by the lending library."),
            Refusal.RenewalLimit => language.Say("Not renewable: renewal limit reached."),
            Refusal.PastRenewalDeadline when request.Status == RequestStatus.Overdue => language.Say("Not renewable: overdue."),
            Refusal.PastRenewalDeadline => language.Say($"Not renewable: renewals had to be requested by {by}, three working days before the due date."),
            Refusal.TermEnds => language.Say("Not renewable: the term ends, or your studies, before a longer loan would."),
            Refusal.Blocked => language.Say($"Not renewable now: {RefusalWords.Of(Refusal.Blocked, renewal.Why, language)}"),
            _ when request.Loan is { RenewalRefused: true } => language.Say("Not renewable: renewal declined."),
            _ => language.Say("It cannot be renewed now."),
        };
    }
}
