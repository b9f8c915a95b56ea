using Hkall.Domain;
using Hkall.Domain.Fees;
using Hkall.Service.Notices;
using Hkall.Service.Texts;

namespace Hkall.Pages.Requests;

/// <summary>What the patron has accepted for the item, and what they owe for it.</summary>
public static class ChargeLine
{
    /// <returns>Null if the patron pays nothing for the supply.</returns>
    public static string? Of(PatronRequest request, NoticeLanguage language)
    {
        if (request.Acceptance is not { IsPatrons: true } accepted)
        {
            return null;
        }

        var cost = StatusTexts.Charge(accepted.Cost, accepted.Approximately, language);
        if (request.Fees.LastOrDefault(line => line.Kind == LedgerKind.SupplyCharge) is not { } fee)
        {
            return SupplyCharges.AwaitsSum(request)
                ? language.Say($"{cost}. Library staff will tell you the sum in Hong Kong dollars.")
                : request.Status.IsOpen() && request.ArrivedAt is null ? language.Say($"{cost}, to be paid once it is here") : null;
        }

        var owed = fee.Amount with { Amount = request.BalanceOf(fee.Number) };
        var charged = NoticeAmounts.Format(fee.Amount, language);
        return owed.Amount > 0
            ? language.Say($"{charged}, of which {NoticeAmounts.Format(owed, language)} is still owed. Please pay at the Service Counter.")
            : language.Say($"{charged}, nothing owed");
    }
}
