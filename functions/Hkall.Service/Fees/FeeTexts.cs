using Hkall.Domain.Fees;

namespace Hkall.Service.Fees;

/// <summary>Names the kinds of ledger lines for readers.</summary>
public static class FeeTexts
{
    public static string Of(LedgerKind kind, int? days = null) => kind switch
    {
        LedgerKind.OverdueFine => days switch
        {
            null => "Overdue fine",
            1 => "Overdue fine for 1 day",
            { } several => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Overdue fine for {several} days"),
        },
        LedgerKind.Replacement => "Replacement of a lost item",
        LedgerKind.Processing => "Processing of a lost item",
        LedgerKind.Settlement => "Paid",
        LedgerKind.Waiver => "Waived by the Library",
        LedgerKind.TakenOff => "No longer owed",
        LedgerKind.PaidBack => "Paid back to you",
    };
}
