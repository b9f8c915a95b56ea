using System.Collections.Frozen;
using Hkall.Domain;

namespace Hkall.Service.Mailing;

/// <summary>
/// Whether a reminder that has waited still asks the patron to do something: they may have returned the item since. Other
/// notices report an event, and stay true.
/// </summary>
internal static class NoticeRelevance
{
    private static readonly FrozenDictionary<Notice, Func<PatronRequest, NoticeFacts, bool>> Reminders =
        new Dictionary<Notice, Func<PatronRequest, NoticeFacts, bool>>
        {
            [Notice.PickupReminder] = (request, _) => request.Status is RequestStatus.ReadyForPickup or RequestStatus.LibraryUse,
            [Notice.DueSoon] = (request, facts) => request.Status == RequestStatus.OnLoan && (facts.Date is null || request.Loan?.DueOn == facts.Date),
            [Notice.Overdue] = (request, _) => request.Status.IsWithPatron(),
            [Notice.DownloadReminder] = (request, _) => request is { Status: RequestStatus.ReadyToDownload, Download.Remaining: > 0 },
            [Notice.CostReminder] = (request, _) => request.Status == RequestStatus.AwaitingCostDecision,
            [Notice.DeclarationReminder] = (request, _) => request.Status == RequestStatus.AwaitingDeclaration,
        }.ToFrozenDictionary();

    public static bool Of(PatronRequest request, Notice notice, NoticeFacts facts) => !Reminders.TryGetValue(notice, out var holds) || holds(request, facts);
}
