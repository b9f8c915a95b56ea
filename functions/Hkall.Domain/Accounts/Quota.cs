using Hkall.Domain.Model;

namespace Hkall.Domain.Accounts;

/// <summary>How much of a patron's quota is in use.</summary>
/// <param name="Limit">The most items at once, the Library's own included.</param>
/// <param name="Requests">Open requests whose item the patron does not have. Placing a request takes a place; the policy
/// says what frees it.</param>
/// <param name="Loans">Open requests whose item the patron has.</param>
/// <param name="OwnCheckOuts">The Library's own items.</param>
public sealed record QuotaUse(int Limit, int Requests, int Loans, int OwnCheckOuts)
{
    public int Used => Requests + Loans + OwnCheckOuts;

    public int Remaining => Math.Max(0, Limit - Used);

    /// <summary>The numbers as a sentence for the patron.</summary>
    public string Told => OwnCheckOuts == 0
        ? $"{Requests + Loans} requests are open, of {Limit} allowed at once."
        : $"{Requests + Loans} requests are open and {OwnCheckOuts} of the Library's own items are checked out to you, of {Limit} allowed at once.";
}

/// <summary>"Request and checkout quotas for the HKALL books are shared with the checkout quota of Lingnan Library materials" (page).</summary>
public static class Quota
{
    /// <param name="own">Null if the circulation system has no answer; then only our requests count.</param>
    public static QuotaUse Of(PatronGroup group, IReadOnlyCollection<PatronRequest> open, OwnAccount? own, Policy policy)
    {
        var counted = open.Where(request => Counts(request.Status, policy.Quota.CountsUntil)).ToList();
        var loans = counted.Count(request => request.Status.IsWithPatron());
        return new QuotaUse(policy.OpenRequests[group], counted.Count - loans, loans, (own?.CheckOuts ?? 0) + (policy.OwnHoldsCount ? own?.Holds ?? 0 : 0));
    }

    /// <summary>A patron who has returned an item has nothing to do with how long its way back takes.</summary>
    private static bool Counts(RequestStatus status, QuotaCountsUntil until) => until switch
    {
        QuotaCountsUntil.Returned => status.Stage() is not (RequestStage.Returning or RequestStage.Downloadable),
        QuotaCountsUntil.Closed => true,
    };

    /// <summary>The shared quota is for books: a patron who has used it up may still request an article.</summary>
    public static bool IsReached(this QuotaUse use, ServiceType service) => service switch
    {
        ServiceType.Loan => use.Used >= use.Limit,
        ServiceType.Copy => use.Requests + use.Loans >= use.Limit,
    };
}
