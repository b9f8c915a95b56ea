using Hkall.Domain.Placing;

namespace Hkall.Domain.Accounts;

/// <summary>What of a patron's quota is in use.</summary>
/// <param name="Limit">Items at once, the Library's own among them.</param>
/// <param name="Requests">Open requests whose item is not in the patron's hands. A place is taken with the request and free again when the lender has the item back.</param>
/// <param name="Loans">Open requests whose item is.</param>
/// <param name="OwnCheckOuts">The Library's own items.</param>
public sealed record QuotaUse(int Limit, int Requests, int Loans, int OwnCheckOuts)
{
    public int Used => Requests + Loans + OwnCheckOuts;

    public int Remaining => Math.Max(0, Limit - Used);

    /// <summary>The numbers as a sentence.</summary>
    public string Told => OwnCheckOuts == 0
        ? $"{Requests + Loans} requests are open, of {Limit} allowed at once."
        : $"{Requests + Loans} requests are open and {OwnCheckOuts} of the Library's own items are checked out to you, of {Limit} allowed at once.";
}

/// <summary>"Request and checkout quotas for the HKALL books are shared with the checkout quota of Lingnan Library materials" (page).</summary>
public static class Quota
{
    /// <param name="own">Null where it is not known: nothing is then counted that may not be there.</param>
    public static QuotaUse Of(PatronGroup group, IReadOnlyCollection<PatronRequest> open, OwnAccount? own, Policy policy)
    {
        var loans = open.Count(request => request.Status.IsWithPatron());
        return new QuotaUse(policy.OpenRequests[group], open.Count - loans, loans, (own?.CheckOuts ?? 0) + (policy.OwnHoldsCount ? own?.Holds ?? 0 : 0));
    }

    /// <summary>The shared quota is one of books: who has the Library's books to the last may still have an article.</summary>
    public static bool IsReached(this QuotaUse use, ServiceType service) => service switch
    {
        ServiceType.Loan => use.Used >= use.Limit,
        ServiceType.Copy => use.Requests + use.Loans >= use.Limit,
    };
}
