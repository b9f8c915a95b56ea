using Hkall.Domain.Fees;
using Hkall.Domain.Model;

namespace Hkall.Domain.Correcting;

/// <summary>Takes back what a step did to the patron's balance. The lines of the ledger stay; others follow that cancel them out.</summary>
internal static class FeesOfStep
{
    /// <returns>The fees for the mail; null if the step changed nothing.</returns>
    public static NoticeFees? GiveBack(DecisionBuilder decision, StepTaken step)
    {
        var before = decision.Request.Steps is [.., var earlier, _] ? earlier.FeeLines : 0;
        var lines = decision.Request.Fees.Skip(before).Where(line => line.At == step.At && line.Reason.Code != ReasonCode.Undone).ToList();
        decimal takenOff = 0, paidBack = 0;
        foreach (var line in lines)
        {
            switch (line.Kind)
            {
                case LedgerKind.OverdueFine or LedgerKind.Replacement or LedgerKind.Processing or LedgerKind.SupplyCharge:
                    var (owed, paid) = Recording.GiveBack(decision, line, ReasonCode.Undone);
                    (takenOff, paidBack) = (takenOff + owed, paidBack + paid);
                    break;

                // The item that counted as found is still lost, so what was taken off is owed again.
                case LedgerKind.TakenOff or LedgerKind.PaidBack:
                    Recording.Charge(decision, new FeeCharged(decision.Request.FindFee(line.Of)!.Kind, line.Amount, ReasonCode.Undone));
                    break;

                // Not part of any step.
                case LedgerKind.Damage or LedgerKind.Other or LedgerKind.Settlement or LedgerKind.Waiver:
                    break;
            }
        }

        return lines.Count == 0 ? null : new NoticeFees
        {
            TakenOff = takenOff > 0 ? lines[0].Amount with { Amount = takenOff } : null,
            PaidBack = paidBack > 0 ? lines[0].Amount with { Amount = paidBack } : null,
            Owed = lines[0].Amount with { Amount = decision.Request.Balance() },
        };
    }
}
