using Hkall.Domain;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>The sentence of a row. Where the row shows a date by itself, the sentence does not repeat it.</summary>
internal static class RowWords
{
    public static string Of(RequestRow row, NoticeLanguage language)
    {
        var request = row.Request;
        return request.Status switch
        {
            RequestStatus.OnLoan when request.Loan is { LenderOverdue: true } => StatusTexts.Of(request, language, DateForm.Short),
            RequestStatus.OnLoan when row.Renewal is { Possible: true, By: { } by } && request.Loan is { RenewalAsked: false } =>
                language.Say($"Renewable until {NoticeDates.Short(by, language)}."),
            RequestStatus.OnLoan => RenewalWords.Of(row.Renewal, request, language),
            RequestStatus.Overdue => language.Say("This is overdue. Please return it now."),
            RequestStatus.Recalled => language.Say("Recalled by the lending library. Please return it as soon as you can."),
            RequestStatus.ReadyForPickup => language.Say("Please collect it from the Service Counter."),
            RequestStatus.LibraryUse => language.Say("Ask for it at the Service Counter and use it in the Library."),
            RequestStatus.AwaitingDeclaration => language.Say("Please sign the copyright declaration."),
            RequestStatus.ReadyToDownload => request.Download is { Remaining: 1 }
                ? language.Say("1 download left")
                : language.Say($"{request.Download?.Remaining ?? 0} downloads left"),
            RequestStatus.Expected when request is { Estimate: not null, Unwanted: false, Held: null } =>
                language.Say($"{request.Supplier?.Name ?? language.Say("a library")} will supply it."),
            RequestStatus.InReview or RequestStatus.Sourcing or RequestStatus.AwaitingCostDecision or RequestStatus.Expected or RequestStatus.Cancelling
                or RequestStatus.InTransit or RequestStatus.OutForDelivery or RequestStatus.Returning or RequestStatus.Completed or RequestStatus.Cancelled
                or RequestStatus.Unfilled or RequestStatus.Lost => StatusTexts.Of(request, language, DateForm.Short),
        };
    }
}
