using Hkall.Domain.Delivering;
using Hkall.Domain.Renewing;

namespace Hkall.Domain.Correcting;

/// <summary>What a loan waits for whose dates or status staff have put right.</summary>
internal static class OnLoanAgain
{
    /// <summary>A date that has passed since is followed up at once; a renewal that the lender has not decided on is still awaited.</summary>
    public static DecisionBuilder Wait(DecisionBuilder decision) => decision.Request switch
    {
        { Status: RequestStatus.Overdue, Loan.DueOn: { } dueOn } => decision.SetDeadline(DeadlineKind.OverdueNotice, decision.Calendar.EndOf(dueOn)),
        { Status: RequestStatus.OnLoan, Loan: { RenewalAsked: true, DueOn: { } dueOn }, Supplier: { } lender }
            when decision.Calendar.AddWorkingDays(dueOn, -1) >= decision.Today => RenewingRules.WaitForAnswer(decision, lender),
        _ => DueDates.WaitForReturn(decision),
    };
}
