using Hkall.Domain;
using Hkall.Domain.Model;
using Hkall.Domain.Supplying;
using Hkall.Service.Web;

namespace Hkall.Service.Inbox;

/// <summary>What a library can answer by the link in our letter, as the request stands now: only what the rules would take.</summary>
public static class AnswerChoices
{
    /// <summary>Everything that a library can ever answer, the likeliest first.</summary>
    public static IReadOnlyList<CallbackStatus> Words { get; } =
    [
        CallbackStatus.WillSupply, CallbackStatus.Conditional, CallbackStatus.Shipped, CallbackStatus.Unfilled, CallbackStatus.Renewed,
        CallbackStatus.RenewalDeclined, CallbackStatus.Cancelled, CallbackStatus.CancelDeclined, CallbackStatus.Completed,
    ];

    /// <summary>Why a library cannot supply: the codes of ISO 18626 that a person at a desk can tell apart.</summary>
    public static IReadOnlyList<ReasonCode> Reasons { get; } =
    [
        ReasonCode.OnLoan, ReasonCode.NotHeld, ReasonCode.NotOnShelf, ReasonCode.NonCirculating, ReasonCode.NotAvailableForIll,
        ReasonCode.NotFoundAsCited, ReasonCode.OnOrder, ReasonCode.AtBindery, ReasonCode.PoorCondition, ReasonCode.PolicyProblem,
        ReasonCode.ReqDelDateNotPossible, ReasonCode.Other,
    ];

    public static IReadOnlyList<CallbackStatus> Of(PatronRequest request, AnswerLink link, RuleBook book, DateTimeOffset now) =>
        [.. Words.Where(word => Fits(word, request)
            && RequestRules.Decide(request, Trial(word, link, now), now, book) is Decided<PatronRequest, RequestEvent>)];

    /// <summary>What the library has answered by this link.</summary>
    public static IReadOnlyList<CallbackStatus> AlreadyGiven(PatronRequest request, AnswerLink link) =>
        [.. Words.Where(word => request.Heard.Contains(RequestFold.MarkOf(link.Symbol, AnswerForm.MessageIdOf(link, word))))];

    /// <summary>The rules also take words that answer another question: a library may give up an item by cancelling it, for example.</summary>
    private static bool Fits(CallbackStatus word, PatronRequest request) => word switch
    {
        CallbackStatus.WillSupply or CallbackStatus.Conditional or CallbackStatus.Unfilled => request.Status.Stage() == RequestStage.Sourcing,
        CallbackStatus.Shipped => request.Service == ServiceType.Loan,
        CallbackStatus.Renewed or CallbackStatus.RenewalDeclined => request.Deadline?.For == DeadlineKind.RenewalAnswer,
        CallbackStatus.Cancelled or CallbackStatus.CancelDeclined => request.Status == RequestStatus.Cancelling,
        CallbackStatus.Completed => request.Status == RequestStatus.Returning,
        CallbackStatus.CopyReady or CallbackStatus.Recalled or CallbackStatus.Overdue or CallbackStatus.Lost or CallbackStatus.Acknowledged
            or CallbackStatus.ExpectToSupply or CallbackStatus.RetryPossible or CallbackStatus.HoldReturn or CallbackStatus.ReleaseHoldReturn
            or CallbackStatus.Note => false,
    };

    private static SupplierNews Trial(CallbackStatus word, AnswerLink link, DateTimeOffset now) => new AnswerForm
    {
        Status = word,
        Note = "-",
    }.ToNews(link, DateOnly.FromDateTime(now.UtcDateTime), now);
}
