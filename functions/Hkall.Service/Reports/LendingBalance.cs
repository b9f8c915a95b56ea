using Hkall.Domain.Lending;
using Hkall.Domain.Model;

namespace Hkall.Service.Reports;

/// <summary>What we lent to each library and what we borrowed from it: the balance that reciprocity depends on.</summary>
public static class LendingBalance
{
    /// <param name="lent">Requests to lend that arrived in the period.</param>
    public static Report Of(ReportFacts facts, IEnumerable<LendingRequest> lent)
    {
        var supplied = lent.Where(WasSupplied).ToList();
        var borrowed = facts.Arrived.ToList();
        return new Report(
            "lending-balance",
            facts.Period.From,
            facts.Period.To,
            [
                new("library", Unit.Text), new("lentLoans", Unit.Count), new("lentCopies", Unit.Count), new("borrowedLoans", Unit.Count),
                new("borrowedCopies", Unit.Count), new("balance", Unit.Count),
            ],
            [
                .. supplied.Select(request => request.Borrower.Symbol)
                    .Concat(borrowed.Select(request => request.Supplier!)).Distinct().Order(StringComparer.Ordinal).Select(library =>
                {
                    var ours = supplied.Where(request => request.Borrower.Symbol == library).ToList();
                    var theirs = borrowed.Where(request => request.Supplier == library).ToList();
                    return (IReadOnlyList<object?>)
                    [
                        library,
                        ours.Count(request => request.Service == ServiceType.Loan),
                        ours.Count(request => request.Service == ServiceType.Copy),
                        theirs.Count(request => request.Service == ServiceType.Loan),
                        theirs.Count(request => request.Service == ServiceType.Copy),
                        ours.Count - theirs.Count,
                    ];
                }),
            ])
        {
            Drawn = ["lentLoans", "borrowedLoans"],
        };
    }

    /// <summary>Whether an item of ours left the Library; a promise or a cancelled request does not count.</summary>
    private static bool WasSupplied(LendingRequest request) => request.Status.Stage() switch
    {
        LendingStage.Lent or LendingStage.ComingBack or LendingStage.Collecting => true,
        LendingStage.Answering or LendingStage.Preparing or LendingStage.Withdrawing => false,
        LendingStage.Closed => request.Status is LendingStatus.Completed or LendingStatus.Lost,
    };
}
