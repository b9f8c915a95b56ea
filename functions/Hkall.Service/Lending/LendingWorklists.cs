using Hkall.Domain.Lending;
using Hkall.Service.Web;

namespace Hkall.Service.Lending;

/// <summary>The staff worklists for lending, by name. An open request may appear in several.</summary>
public static class LendingWorklists
{
    /// <summary>What borrowers wrote and staff have yet to answer or to mark as read.</summary>
    public const string UnreadMessages = "unread-messages";

    public static IReadOnlyDictionary<string, Func<LendingRequest, bool>> ByName { get; } = new SortedDictionary<string, Func<LendingRequest, bool>>(
        StringComparer.Ordinal)
    {
        ["to-answer"] = request => request.Status == LendingStatus.ToAnswer,
        ["conditions"] = request => request.Status == LendingStatus.Conditional,
        ["to-pull"] = request => request.Status == LendingStatus.ToPull,
        ["to-ship"] = request => request.Status == LendingStatus.ToShip,
        ["to-scan"] = request => request.Status == LendingStatus.ToScan,
        ["cancels"] = request => request.Status == LendingStatus.CancelAsked,
        ["renewals"] = request => request.Status == LendingStatus.RenewalAsked,
        ["out"] = request => request.Status.Stage() == LendingStage.Lent,
        ["overdue"] = request => request.Status == LendingStatus.Overdue,
        ["recalled"] = request => request.Status == LendingStatus.Recalled,
        ["returns"] = request => request.Status == LendingStatus.Returning,
        ["to-collect"] = request => request.Status == LendingStatus.Supplied,
        ["to-tell"] = request => request.ToTell is not null,
        [UnreadMessages] = request => request.Unread is not null,
        ["to-chase"] = request => request.IsOpen && request.Chased > 0,
    };

    /// <summary>Lists of what borrowers have to do, which is not work for staff.</summary>
    private static readonly HashSet<string> OfBorrowers = ["conditions", "out", "overdue", "recalled", "to-collect"];

    public static WorklistCount CountOf(string name, IReadOnlyList<LendingRequest> standing) =>
        new(
        name, standing.Count, !OfBorrowers.Contains(name),
        standing.Count == 0 ? null : standing.Min(request => name == UnreadMessages ? request.Unread!.Since : request.AskedAt));
}
