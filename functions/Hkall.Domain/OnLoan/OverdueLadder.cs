using Hkall.Domain.Fees;

namespace Hkall.Domain.OnLoan;

/// <summary>The notices about an overdue item, up to the day on which it is recorded as lost, and what they say.</summary>
public static class OverdueLadder
{
    /// <summary>The days after the due date on which a notice goes: those of the policy, and a last one before the loss.</summary>
    public static IReadOnlyList<int> Of(Policy policy) =>
        policy.OverdueNoticeDays.Count > 0 && policy.LostWarningDays > 0 && policy.LostAfterDays > policy.LostWarningDays
            ? [.. policy.OverdueNoticeDays.Append(policy.LostAfterDays - policy.LostWarningDays).Distinct().Order()]
            : policy.OverdueNoticeDays;

    /// <summary>
    /// The day after the due date on which the item is recorded as lost. If we are late ourselves, the patron still has some days after
    /// the notice.
    /// </summary>
    /// <param name="days">The days that it is overdue today.</param>
    internal static int LostAfter(Policy policy, int days) =>
        days < policy.LostAfterDays ? policy.LostAfterDays : days + (policy.LostWarningDays > 0 ? policy.LostWarningDays : policy.RecallDays);

    /// <summary>Every notice says when the item is recorded as lost and what that would cost, besides the fine.</summary>
    internal static NoticeFacts Facts(DecisionBuilder decision, int days)
    {
        var (policy, loan) = (decision.Policy, decision.Request.Loan!);
        return new NoticeFacts
        {
            Library = decision.Request.Supplier?.Name,
            Date = loan.DueOn,
            Reason = loan.Recalled ? ReasonCode.RecalledOverdue : null,
            LostOn = loan.DueOn!.Value.AddDays(LostAfter(policy, days)),
            LastNotice = policy.LostWarningDays > 0 && days >= policy.LostAfterDays - policy.LostWarningDays,
            Fees = Costs(decision) with
            {
                Replacement = policy.Fines.UnverifiedReplacement,
                Processing = policy.Fines.ProcessingFee.Amount > 0 ? policy.Fines.ProcessingFee : null,
            },
        };
    }

    /// <summary>The fine so far, what each further day costs, and until when there is none.</summary>
    internal static NoticeFees Costs(DecisionBuilder decision)
    {
        var (policy, notices) = (decision.Policy.Fines, decision.Request.Loan!.OverdueNotices);
        var fine = Fines.Of(decision.Request, decision.Today, decision.Book);
        var perDay = Fines.PerDay(decision.Request, decision.Policy);
        return new NoticeFees
        {
            Fine = fine?.Amount,
            FineDays = fine?.Days,
            PerDay = perDay,
            NoFineUntil = perDay is null ? null : Fines.FreeUntil(decision.Request, decision.Today, decision.Book),
            MostFine = perDay is null ? null : policy.MostPerItem,
            Blocks = notices >= policy.BlockAtNotice || fine?.Amount.Amount >= policy.BlockAt.Amount,
        };
    }
}
